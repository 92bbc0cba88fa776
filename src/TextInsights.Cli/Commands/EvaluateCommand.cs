using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using TextInsights.Cli.Rendering;
using TextInsights.Training;

namespace TextInsights.Cli.Commands;

/// <summary><c>textinsights evaluate</c>: how good the analyzer is on annotated documents.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string?> Gold = new("--gold") { Description = "Annotated documents to measure on.", HelpName = "FILE" };

    private static readonly Option<string?> Predictions = new("--pred")
    {
        Description = "Results to measure, as 'analyze' writes them; by default the gold texts are analyzed now.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Second = new("--second")
    {
        Description = "A second annotation of the gold documents, measured like a result: how far two annotators agree.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Floors = new("--floors")
    {
        Description = "Least values by gold file; without --gold all its gold files are measured. Exit code 1 below any floor.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Data = new("--data") { Description = "Folder of the annotated articles, for --floors and --folds.", HelpName = "DIR" };

    private static readonly Option<int?> Folds = new("--folds")
    {
        Description = "Cross-validation: learns --task from all but each N-th part of the articles in turn and measures it there, names and amounts as annotated.",
        HelpName = "N",
    };

    private static readonly Option<string?> Task = new("--task") { Description = $"What to cross-validate: {CrossValidationWork.TaskNames}.", HelpName = "TASK" };

    private static readonly Option<string> Format = new Option<string>("--format", "-f")
    {
        Description = "table (default) or json.",
        HelpName = "table|json",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "json");

    public static Command Create()
    {
        var command = new Command("evaluate", "Measures the analyzer, or given results, on annotated documents.")
        {
            Gold, Predictions, Second, Floors, Data, Folds, Task, CommonOptions.Corpora, CommonOptions.Models, Format,
        };
        command.Examples(
            "textinsights evaluate --gold data/articles/dev.jsonl",
            "textinsights evaluate --gold data/articles/dev.jsonl --pred facts.jsonl --format json",
            "textinsights evaluate --gold data/articles/dev.jsonl --second data/articles/dev-second.jsonl",
            "textinsights evaluate --floors models/floors.json --data data/articles",
            "textinsights evaluate --floors models/floors.json --corpora ../corpora --data data/articles",
            "textinsights evaluate --folds 5 --task deals --corpora ../corpora --data data/articles");
        command.SetWork((parsed, cancellation) => parsed.GetValue(Folds) is { } folds
            ? CrossValidationWork.Run(
                parsed.GetValue(Task), folds, parsed.GetValue(Data), parsed.GetValue(CommonOptions.Corpora), parsed.GetValue(Format)!, cancellation)
            : new Evaluation(
            parsed.GetValue(Predictions),
            parsed.GetValue(Second),
            parsed.GetValue(Floors) is { } floors ? FloorFile.Read(floors) : null,
            parsed.GetValue(CommonOptions.Models),
            cancellation).Run(parsed.GetValue(Gold), parsed.GetValue(Data), parsed.GetValue(CommonOptions.Corpora), parsed.GetValue(Format)!));
        return command;
    }

    private sealed class Evaluation(string? predictions, string? second, FloorFile? floors, string? models, CancellationToken cancellation)
    {
        private readonly Lazy<TextAnalyzer> _analyzer = new(() => new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = models }));

        public int Run(string? gold, string? data, string? corpora, string format)
        {
            if (second is not null && (gold is null || predictions is not null))
            {
                throw new UsageException("--second needs --gold, and no --pred.");
            }

            (string File, FloorEntry? Entry)[] goldFiles = gold is not null ? [(gold, EntryFor(gold))] : GoldFilesOfFloors(data, corpora);
            var reports = new List<(string Name, EvaluationReport Report)>();
            var results = ImmutableArray.CreateBuilder<FloorResult>();
            Progress.Show(
                progress =>
                {
                    foreach ((string file, FloorEntry? entry) in goldFiles)
                    {
                        EvaluationReport report = Measure(file, progress);
                        reports.Add((entry?.GoldFile ?? file, report));
                        results.AddRange(entry is null ? [] : floors!.Check(entry, report));
                    }
                },
                cancellation);
            if (format == "json")
            {
                Console.Out.WriteLine(gold is not null
                    ? reports.Single().Report.ToJson()
                    : new JsonObject(reports.Select(r => KeyValuePair.Create(r.Name, JsonNode.Parse(r.Report.ToJson())))).ToJsonString(new() { WriteIndented = true }));
            }

            Show(format == "table" ? reports : [], results.ToImmutable(), toError: format == "json");
            return results.All(r => r.IsMet) ? ExitCode.Success : ExitCode.Failure;
        }

        private FloorEntry? EntryFor(string gold) => floors is null ? null
            : floors.EntryFor(gold) ?? throw new UsageException($"{floors.Path} has no floors for '{gold}'.");

        private (string File, FloorEntry? Entry)[] GoldFilesOfFloors(string? data, string? corpora)
        {
            if (floors is null || predictions is not null)
            {
                throw new UsageException("--gold is needed, or --floors without --pred.");
            }

            var found = new List<(string, FloorEntry?)>();
            foreach (FloorEntry entry in floors.Entries)
            {
                if (entry.Find(new[] { data, corpora }.OfType<string>()) is { } file)
                {
                    found.Add((file, entry));
                }
                else if (corpora is not null && data is not null)
                {
                    throw new FileNotFoundException($"Gold file '{entry.GoldFile}' is neither below '{data}' nor '{corpora}'.");
                }
                else
                {
                    Console.Error.WriteLine($"{entry.GoldFile}: not measured, for {(data is null ? "--data" : "--corpora")} is not given.");
                }
            }

            return found.Count > 0 ? [.. found] : throw new UsageException("No gold file found: give --data and --corpora.");
        }

        private EvaluationReport Measure(string goldFile, IProgress<string> progress)
        {
            progress.Report(goldFile);
            ImmutableArray<AnnotatedDocument> gold = AnnotatedCorpus.Read(goldFile);
            if (second is not null)
            {
                return Evaluator.Agreement(gold, AnnotatedCorpus.Read(second));
            }

            if (predictions is not null)
            {
                return Evaluator.Evaluate(gold, PredictionFile.Read(predictions));
            }

            var results = new Dictionary<string, AnalyzedDocument>(StringComparer.Ordinal);
            foreach (AnnotatedDocument document in gold)
            {
                cancellation.ThrowIfCancellationRequested();
                results.Add(document.Id, _analyzer.Value.Analyze(document.Text, document.Id));
            }

            return Evaluator.Evaluate(gold, results);
        }

        private static void Show(List<(string Name, EvaluationReport Report)> reports, ImmutableArray<FloorResult> results, bool toError)
        {
            var view = new EvaluationView(toError
                ? Screen.Create(Console.Error, !Console.IsErrorRedirected)
                : Screen.Create(Console.Out, !Console.IsOutputRedirected));
            foreach ((string name, EvaluationReport report) in reports)
            {
                view.Show(name, report);
            }

            if (!results.IsEmpty)
            {
                view.Show(results);
            }
        }
    }
}
