using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>A task that is learned from a part of the articles and measured on the others.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Learn">Learns from documents (and from whatever it always has beside them) and returns the reader of unseen ones, which gets the stages before from their annotation.</param>
/// <param name="Measure">Its measures by path, as <see cref="EvaluationReport.ToMeasures"/> gives them.</param>
/// <param name="Documents">The documents to learn from and to measure on; null for the articles.</param>
internal sealed record CrossValidatedTask(
    string Name,
    Func<TrainingRun, IReadOnlyList<AnnotatedDocument>, Func<AnnotatedDocument, AnalyzedDocument>> Learn,
    Func<ImmutableArray<ScoredDocument>, IReadOnlyDictionary<string, double?>> Measure,
    Func<TrainingInput, ImmutableArray<AnnotatedDocument>>? Documents = null);

/// <summary>A figure and the interval in which it lies in 95 of 100 samples of articles.</summary>
internal readonly record struct MeasuredInterval(string Path, double? Value, double? Low, double? High);

/// <summary>How good a task is on articles that it has not learned from, each article left out once.</summary>
internal static class CrossValidation
{
    private const int Samples = 1000;

    public static ImmutableArray<CrossValidatedTask> Tasks { get; } =
    [
        DealCrossValidation.Task, RoleCrossValidation.Task,
        SentimentCrossValidation.Articles, SentimentCrossValidation.Recognized, SentimentCrossValidation.ShortTexts,
    ];

    /// <summary>Document number i lies in fold i modulo <paramref name="folds"/>: the same input gives the same figures.</summary>
    public static ImmutableArray<MeasuredInterval> Run(CrossValidatedTask task, TrainingRun run, int folds)
    {
        ImmutableArray<AnnotatedDocument> documents = task.Documents?.Invoke(run.Input) ?? run.Input.Data.Documents;
        var scored = new ScoredDocument[documents.Length];
        for (int fold = 0; fold < folds; fold++)
        {
            run.Step($"{task.Name}: fold {fold + 1} of {folds}");
            Func<AnnotatedDocument, AnalyzedDocument> read = task.Learn(run, [.. documents.Where((_, i) => i % folds != fold)]);
            for (int i = fold; i < documents.Length; i += folds)
            {
                scored[i] = new ScoredDocument(documents[i], read(documents[i]));
            }
        }

        run.Step($"{task.Name}: intervals");
        return WithIntervals(task, [.. scored], run.CancellationToken);
    }

    // Bootstrap: how the figures spread when articles are drawn anew, with replacement.
    private static ImmutableArray<MeasuredInterval> WithIntervals(CrossValidatedTask task, ImmutableArray<ScoredDocument> documents, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, double?> measures = task.Measure(documents);
        var samples = measures.Keys.ToDictionary(path => path, _ => new List<double>(Samples));
        var random = new Random(TrainingRun.Seed);
        for (int sample = 0; sample < Samples; sample++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach ((string path, double? value) in task.Measure([.. documents.Select(_ => documents[random.Next(documents.Length)])]))
            {
                if (value is { } known)
                {
                    samples[path].Add(known);
                }
            }
        }

        return [.. measures.Select(m => new MeasuredInterval(m.Key, m.Value, Quantile(samples[m.Key], 0.025), Quantile(samples[m.Key], 0.975)))];
    }

    private static double? Quantile(List<double> values, double share)
    {
        values.Sort();
        return values.Count == 0 ? null : values[(int)(share * (values.Count - 1))];
    }
}
