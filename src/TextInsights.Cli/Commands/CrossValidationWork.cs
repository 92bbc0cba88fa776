using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TextInsights.Cli.Rendering;
using TextInsights.Training;

namespace TextInsights.Cli.Commands;

/// <summary>What <c>textinsights evaluate --folds</c> does.</summary>
internal static class CrossValidationWork
{
    public static string TaskNames => string.Join(", ", CrossValidation.Tasks.Select(t => t.Name));

    public static int Run(string? taskName, int folds, string? data, string? corpora, string format, CancellationToken cancellation)
    {
        CrossValidatedTask task = CrossValidation.Tasks.FirstOrDefault(t => t.Name == taskName)
            ?? throw new UsageException($"--folds needs --task, one of: {TaskNames}.");
        if (folds < 2 || data is null)
        {
            throw new UsageException("--folds needs at least 2 parts and --data.");
        }

        ImmutableArray<MeasuredInterval> measures = [];
        Progress.Show(
            progress => measures = CrossValidation.Run(task, new TrainingRun(new TrainingInput(data, corpora), "", int.MaxValue, progress, cancellation), folds),
            cancellation);
        if (format == "json")
        {
            Console.Out.WriteLine(new JsonObject(measures.Select(ToJson)).ToJsonString(new() { WriteIndented = true }));
        }
        else
        {
            new EvaluationView(Screen.Create(Console.Out, !Console.IsOutputRedirected)).Show($"{task.Name}, {folds} folds", measures);
        }

        return ExitCode.Success;
    }

    private static KeyValuePair<string, JsonNode?> ToJson(MeasuredInterval measure) =>
        KeyValuePair.Create<string, JsonNode?>(measure.Path, new JsonObject { ["value"] = measure.Value, ["low"] = measure.Low, ["high"] = measure.High });
}
