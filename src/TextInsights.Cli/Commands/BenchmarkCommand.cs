using System.CommandLine;
using TextInsights.Cli.Input;
using TextInsights.Cli.Rendering;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights benchmark</c>: how fast the analyzer is.</summary>
internal static class BenchmarkCommand
{
    private static readonly Argument<string[]> Files = CommonOptions.Files(ArgumentArity.OneOrMore, ".txt and .jsonl files as 'analyze' takes them.");

    public static Command Create()
    {
        var command = new Command("benchmark", "Measures load time, speed of each stage on one thread, and memory.") { Files, CommonOptions.Models };
        command.Examples("textinsights benchmark data/articles/train.jsonl");
        command.SetWork((parsed, cancellation) =>
        {
            var texts = new List<string>();
            foreach (InputDocument document in DocumentReader.Read(parsed.GetValue(Files)!))
            {
                texts.Add(document.Error is null ? document.Text : throw new InvalidDataException(document.Complaint));
            }

            if (texts.TrueForAll(string.IsNullOrWhiteSpace))
            {
                throw new InvalidDataException("There is no text to measure with.");
            }

            var options = new TextAnalyzerOptions { ModelsDirectory = parsed.GetValue(CommonOptions.Models) };
            Benchmark benchmark = Benchmark.Run(texts, options, cancellation);
            BenchmarkView.Show(Screen.Create(Console.Out, !Console.IsOutputRedirected), benchmark);
            return ExitCode.Success;
        });
        return command;
    }
}
