using System.CommandLine;
using TextInsights.Cli.Input;
using TextInsights.Cli.Output;
using TextInsights.Training;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights annotate</c>: documents in, lines to correct by hand out.</summary>
internal static class AnnotateCommand
{
    private static readonly Argument<string[]> Files = CommonOptions.Files(ArgumentArity.OneOrMore, ".txt and .jsonl files, or -, as 'analyze' takes them.");

    private static readonly Option<string?> Predictions = new("--pred")
    {
        Description = "Results of the same documents, as 'analyze' wrote them; by default they are analyzed now.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> OutputFile = new("--output", "-o")
    {
        Description = "Write to this file, which is replaced only when everything is written.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("annotate", "Writes what was found as annotated documents, to be corrected by hand for 'train' and 'evaluate'.")
        {
            Files, Predictions, OutputFile, CommonOptions.Models,
        };
        command.Examples(
            "textinsights annotate article.txt --output my.jsonl",
            "textinsights annotate wire.jsonl --pred facts.jsonl > my.jsonl");
        command.SetWork((parsed, cancellation) => Run(
            parsed.GetValue(Files)!, parsed.GetValue(Predictions), parsed.GetValue(OutputFile), parsed.GetValue(CommonOptions.Models), cancellation));
        return command;
    }

    private static int Run(string[] files, string? predictions, string? outputFile, string? models, CancellationToken cancellation)
    {
        using ReplacedFile? file = outputFile is null ? null : new ReplacedFile(outputFile);
        using Stream output = file?.Stream ?? StandardOutput.Open();
        IReadOnlyDictionary<string, AnalyzedDocument>? results = predictions is null ? null : PredictionFile.Read(predictions);
        TextAnalyzer? analyzer = results is null ? new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models }) : null;
        bool complete = true;
        foreach (InputDocument document in DocumentReader.Read(files))
        {
            cancellation.ThrowIfCancellationRequested();
            AnalyzedDocument? result = document.Error is not null ? null : analyzer?.Analyze(document.Text, document.Id) ?? results!.GetValueOrDefault(document.Id);
            if (result is null)
            {
                complete = false;
                Console.Error.WriteLine(document.Error is null ? $"{document.Source}: '{predictions}' has no result of document '{document.Id}'." : document.Complaint);
                continue;
            }

            output.Write(System.Text.Encoding.UTF8.GetBytes(AnnotatedDocument.FromResult(document.Id, document.Text, result).ToJson() + "\n"));
        }

        output.Flush();
        file?.Complete();
        return complete ? ExitCode.Success : ExitCode.Failure;
    }
}
