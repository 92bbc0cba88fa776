using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Relations;

namespace TextInsights.Training;

/// <summary>Cross-validates deals, with annotated names and amounts.</summary>
internal static class DealCrossValidation
{
    public static CrossValidatedTask Task { get; } = new("deals", Learn, Measure);

    private static Func<AnnotatedDocument, AnalyzedDocument> Learn(TrainingRun run, IReadOnlyList<AnnotatedDocument> documents)
    {
        TrainedDeals trained = DealTrainer.Train(
            new MLContext(TrainingRun.Seed), DealTrainer.WithFurther(documents, run.Input), run.MaximumIterations, run.CancellationToken);
        var extractor = new DealExtractor(trained.ToClassifier());
        return document => Read(extractor, document);
    }

    private static AnalyzedDocument Read(DealExtractor extractor, AnnotatedDocument document)
    {
        DealContext context = DealTrainer.ContextOf(document);
        ImmutableArray<Deal> deals = extractor.Extract(context).RemoveAll(d => d.Confidence < DealExtractor.LeastConfidence);
        return new AnalyzedDocument(document.Id, [], context.Entities, context.Amounts, [], deals, Sentiment.None);
    }

    private static IReadOnlyDictionary<string, double?> Measure(ImmutableArray<ScoredDocument> documents)
    {
        (double, bool)[] judged = [.. documents.SelectMany(DealEvaluation.Judge).Select(d => (d.Deal.Confidence, d.IsRight))];
        return new Dictionary<string, double?>(new EvaluationReport(null, null, null, DealEvaluation.Measure(documents), null, null, null).ToMeasures())
        {
            ["deals.calibration error of kind+all parties"] = judged.Length == 0 ? null : Percent.Round(ExpectedCalibrationError.Of(judged), 1),
        };
    }
}
