using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Measures of monetary amounts. An amount is detected if its span overlaps an annotated one; each counts once.</summary>
/// <param name="Detected">Overlapping spans.</param>
/// <param name="Value">Detected with the right currency, minimum and maximum.</param>
/// <param name="Span">Detected amounts whose span is exact, in percent; null if none is detected, here and below.</param>
/// <param name="Qualifier">Detected amounts with the right qualifier, in percent.</param>
/// <param name="Role">Detected amounts with the right role, in percent.</param>
/// <param name="Rate">Detected amounts with the right rate, in percent.</param>
/// <param name="Subject">Detected amounts that are about the right entity; null if no subjects are annotated.</param>
public sealed record AmountMeasures(
    PrecisionRecall Detected,
    [property: JsonPropertyName("value+currency+bounds")] PrecisionRecall Value,
    [property: JsonPropertyName("span of detected")] double? Span,
    [property: JsonPropertyName("qualifier of detected")] double? Qualifier,
    [property: JsonPropertyName("role of detected")] double? Role,
    [property: JsonPropertyName("rate of detected")] double? Rate,
    [property: JsonPropertyName("subject of detected"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Accuracy? Subject);

internal static class AmountEvaluation
{
    public static AmountMeasures? Measure(ImmutableArray<ScoredDocument> documents)
    {
        ScoredDocument[] annotated = [.. documents.Where(d => d.Gold.Amounts is not null)];
        if (annotated.Length == 0)
        {
            return null;
        }

        PrecisionRecall detected = default, value = default;
        int span = 0, qualifier = 0, role = 0, rate = 0, subject = 0, subjects = 0;
        foreach (ScoredDocument document in annotated)
        {
            ImmutableArray<GoldAmount> gold = document.Gold.Amounts!.Value;
            List<(GoldAmount Gold, MonetaryAmount Predicted)> pairs = Align(gold, document.Amounts);
            detected += new PrecisionRecall(pairs.Count, document.Amounts.Length, gold.Length);
            value += new PrecisionRecall(pairs.Count(p => HasValueOf(p.Predicted, p.Gold)), document.Amounts.Length, gold.Length);
            foreach ((GoldAmount g, MonetaryAmount p) in pairs)
            {
                span += g.Start == p.Start && g.End == p.End ? 1 : 0;
                qualifier += g.Qualifier == p.Qualifier ? 1 : 0;
                role += g.Role == p.Role ? 1 : 0;
                rate += g.Rate == p.Rate ? 1 : 0;
                if (g.SubjectAnnotated)
                {
                    subjects++;
                    subject += (g.Subject is null ? !document.HasEntity(p.Subject) : document.IsNamed(p.Subject, g.Subject)) ? 1 : 0;
                }
            }
        }

        int n = detected.Hits;
        return new AmountMeasures(detected, value, Percent.Of(span, n), Percent.Of(qualifier, n), Percent.Of(role, n), Percent.Of(rate, n),
            subjects > 0 ? new Accuracy(subject, subjects) : null);
    }

    /// <summary>Whether currency and both bounds are right.</summary>
    public static bool HasValueOf(MonetaryAmount predicted, GoldAmount gold) =>
        predicted.Currency == gold.Currency && AreClose(predicted.Minimum, gold.Minimum) && AreClose(predicted.Maximum, gold.Maximum);

    /// <summary>Equal up to a millionth: annotations hold rounded fractions.</summary>
    public static bool AreClose(decimal? predicted, decimal? gold) =>
        predicted is { } p && gold is { } g
            ? Math.Abs((double)p - (double)g) <= 1e-6 * Math.Max(1, Math.Abs((double)g))
            : predicted is null && gold is null;

    // Pairs of overlapping amounts, those that overlap most and begin closest first; of equal pairs the last.
    private static List<(GoldAmount Gold, MonetaryAmount Predicted)> Align(ImmutableArray<GoldAmount> gold, ImmutableArray<MonetaryAmount> predicted)
    {
        var candidates = from g in Enumerable.Range(0, gold.Length)
                         from p in Enumerable.Range(0, predicted.Length)
                         let overlap = Math.Min(gold[g].End, predicted[p].End) - Math.Max(gold[g].Start, predicted[p].Start)
                         where overlap > 0
                         orderby overlap descending, Math.Abs(gold[g].Start - predicted[p].Start), g descending, p descending
                         select (g, p);
        var usedGold = new HashSet<int>();
        var usedPredicted = new HashSet<int>();
        var pairs = new List<(GoldAmount, MonetaryAmount)>();
        foreach ((int g, int p) in candidates)
        {
            if (!usedGold.Contains(g) && usedPredicted.Add(p))
            {
                usedGold.Add(g);
                pairs.Add((gold[g], predicted[p]));
            }
        }

        return pairs;
    }
}
