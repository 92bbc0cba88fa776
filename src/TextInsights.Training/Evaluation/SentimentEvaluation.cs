using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Measures of sentiment.</summary>
/// <param name="Document">Judgements of documents; null if none is annotated.</param>
/// <param name="Entity">Judgements of organisations; null if none is annotated.</param>
public sealed record SentimentMeasures(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LabelMeasures? Document,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LabelMeasures? Entity);

/// <summary>How well labels are told.</summary>
/// <param name="MacroF1">Mean of the F1 of positive, neutral and negative, in percent with one decimal.</param>
/// <param name="Accuracy">Right labels among all judged or falsely labelled things, in percent with one decimal.</param>
/// <param name="Count">Annotated judgements.</param>
public sealed record LabelMeasures(
    [property: JsonPropertyName("macro-F1")] double MacroF1, double Accuracy, [property: JsonPropertyName("n")] int Count);

internal static class SentimentEvaluation
{
    public static SentimentMeasures? Measure(ImmutableArray<ScoredDocument> documents)
    {
        LabelMeasures? document = documents.Any(d => d.Gold.Sentiment is not null)
            ? Measure([.. DocumentPairs(documents)])
            : null;
        LabelMeasures? entity = documents.Any(d => d.Gold.EntitySentiments is not null)
            ? Measure([.. EntityPairs(documents)])
            : null;
        return document is null && entity is null ? null : new SentimentMeasures(document, entity);
    }

    /// <summary>Judgements of documents.</summary>
    public static IEnumerable<(SentimentLabel? Gold, Sentiment? Predicted)> DocumentPairs(IEnumerable<ScoredDocument> documents) =>
        documents.Where(d => d.Gold.Sentiment is not null).Select(d => (d.Gold.Sentiment, d.Sentiment));

    /// <summary>Organisations that the gold judges; where mentions are annotated, a judgement of any other organisation is an error (gold null).</summary>
    public static IEnumerable<(SentimentLabel? Gold, Sentiment? Predicted)> EntityPairs(IEnumerable<ScoredDocument> documents) =>
        documents.Where(d => d.Gold.EntitySentiments is not null).SelectMany(EntityPairs);

    /// <summary>Expected calibration error in percent; null if nothing was judged.</summary>
    public static double? CalibrationError(IEnumerable<(SentimentLabel? Gold, Sentiment? Predicted)> pairs)
    {
        (double, bool)[] judged = [.. pairs.Where(p => p.Predicted is not null).Select(p => (p.Predicted!.Confidence, p.Gold == p.Predicted.Label))];
        return judged.Length == 0 ? null : Percent.Round(ExpectedCalibrationError.Of(judged), 1);
    }

    private static IEnumerable<(SentimentLabel? Gold, Sentiment? Predicted)> EntityPairs(ScoredDocument document)
    {
        List<Entity> free = [.. document.Entities.DistinctBy(e => e.Id)];
        foreach (GoldEntitySentiment judged in document.Gold.EntitySentiments!.Value)
        {
            int hit = free.FindIndex(e => document.IsNamed(e.Id, judged.Entity));
            yield return (judged.Sentiment, hit < 0 ? null : free[hit].Sentiment);
            if (hit >= 0)
            {
                free.RemoveAt(hit);
            }
        }

        if (document.Gold.Mentions is not null)
        {
            foreach (Sentiment wrong in free.Select(e => e.Sentiment).OfType<Sentiment>().Where(s => s.Label != SentimentLabel.Neutral))
            {
                yield return (null, wrong);
            }
        }
    }

    private static LabelMeasures Measure(List<(SentimentLabel? Gold, Sentiment? Predicted)> pairs)
    {
        double F1(SentimentLabel label) => new PrecisionRecall(
            pairs.Count(p => p.Gold == label && p.Predicted?.Label == label), pairs.Count(p => p.Predicted?.Label == label), pairs.Count(p => p.Gold == label)).F1;
        double sum = F1(SentimentLabel.Positive) + F1(SentimentLabel.Neutral) + F1(SentimentLabel.Negative);
        int hits = pairs.Count(p => p.Gold is not null && p.Gold == p.Predicted?.Label);
        return new LabelMeasures(Percent.Round(sum / 3, 1), Percent.Of(hits, Math.Max(1, pairs.Count))!.Value, pairs.Count(p => p.Gold is not null));
    }
}
