using System.CommandLine;
using TextInsights.Cli.Input;
using TextInsights.Cli.Rendering;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights benchmark</c>: how fast the analyzer is.</summary>
internal static class BenchmarkCommand
{
    private static readonly Argument<string[]> Files = CommonOptions.Files(ArgumentArity.OneOrMore, ".txt and .jsonl files as 'analyze' takes them.");

    private static readonly Option<int?> Threads = new("--threads")
    {
        Description = "Measures what N threads give over one, instead.",
        HelpName = "N",
    };

    public static Command Create()
    {
        Threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 2)
            {
                result.AddError("--threads is at least 2: one is what it is compared with.");
            }
        });
        var command = new Command("benchmark", "Measures load time, speed of each stage on one thread, and memory.") { Files, Threads, CommonOptions.Models };
        command.Examples(
            "textinsights benchmark data/articles/train.jsonl",
            "textinsights benchmark data/articles/train.jsonl --threads 2");
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
            if (parsed.GetValue(Threads) is { } threads)
            {
                BenchmarkView.Show(Console.Out, ParallelBenchmark.RunAsync(texts, options, threads, cancellation).GetAwaiter().GetResult());
                return ExitCode.Success;
            }

            Benchmark benchmark = Benchmark.Run(texts, options, cancellation);
            BenchmarkView.Show(Screen.Create(Console.Out, !Console.IsOutputRedirected), benchmark);
            return ExitCode.Success;
        });
        return command;
    }
}
