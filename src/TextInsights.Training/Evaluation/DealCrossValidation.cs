using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Relations;

namespace TextInsights.Training;

/// <summary>Cross-validates deals, with annotated names and amounts.</summary>
internal static class DealCrossValidation
{
    private const int Bins = 10;

    public static CrossValidatedTask Task { get; } = new("deals", Learn, Measure);

    private static Func<AnnotatedDocument, AnalyzedDocument> Learn(TrainingRun run, IReadOnlyList<AnnotatedDocument> documents)
    {
        ImmutableArray<TrainedDealModel> models = DealTrainer.Train(
            new MLContext(TrainingRun.Seed), DealTrainer.WithFurther(documents, run.Input), run.MaximumIterations, run.CancellationToken);
        var extractor = new DealExtractor(DealTrainer.ToClassifier(models));
        return document => Read(extractor, document);
    }

    private static AnalyzedDocument Read(DealExtractor extractor, AnnotatedDocument document)
    {
        DealContext context = DealTrainer.ContextOf(document);
        ImmutableArray<Deal> deals = extractor.Extract(context).RemoveAll(d => d.Confidence < DealExtractor.LeastConfidence);
        return new AnalyzedDocument(document.Id, [], context.Entities, context.Amounts, [], deals, new Sentiment(SentimentLabel.Neutral, 0, 0));
    }

    private static IReadOnlyDictionary<string, double?> Measure(ImmutableArray<ScoredDocument> documents)
    {
        var measures = new Dictionary<string, double?>(new EvaluationReport(null, null, null, DealEvaluation.Measure(documents), null, null, null).ToMeasures())
        {
            ["deals.calibration error of kind+all parties"] = CalibrationError(documents),
        };
        return measures;
    }

    // Expected calibration error in percent: how far confidence and share of right deals lie apart, over bins of confidence.
    private static double? CalibrationError(ImmutableArray<ScoredDocument> documents)
    {
        Span<double> right = stackalloc double[Bins], confidence = stackalloc double[Bins];
        int count = 0;
        foreach (ScoredDocument document in documents)
        {
            foreach ((Deal deal, bool isRight) in DealEvaluation.Judge(document))
            {
                int bin = Math.Min(Bins - 1, (int)(deal.Confidence * Bins));
                right[bin] += isRight ? 1 : 0;
                confidence[bin] += deal.Confidence;
                count++;
            }
        }

        double error = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            error += Math.Abs(right[bin] - confidence[bin]);
        }

        return count == 0 ? null : Percent.Round(100 * error / count, 1);
    }
}
