using System.CommandLine;
using System.Text.Json;

namespace TextInsights.Cli;

internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("analyze", "Analyzes texts.") { files };
        command.SetAction(parsed =>
        {
            var analyzer = new TextAnalyzer();
            using var output = new StreamWriter(Console.OpenStandardOutput());
            foreach (FileInfo file in parsed.GetValue(files)!)
            {
                if (file.Extension == ".jsonl")
                {
                    foreach (string line in File.ReadLines(file.FullName))
                    {
                        using JsonDocument json = JsonDocument.Parse(line);
                        output.WriteLine(analyzer.Analyze(json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("id").GetString()).ToJson());
                    }
                }
                else
                {
                    output.WriteLine(analyzer.Analyze(File.ReadAllText(file.FullName), file.Name).ToJson(indented: true));
                }
            }
        });
        return command;
    }
}
