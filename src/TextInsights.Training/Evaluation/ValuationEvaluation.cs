using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Measures of valuations.</summary>
/// <param name="Found">Valuations with the right company and an amount of the right value.</param>
/// <param name="Kind">Kind of those found.</param>
/// <param name="Status">Status of those found.</param>
public sealed record ValuationMeasures(
    [property: JsonPropertyName("company+amount")] PrecisionRecall Found,
    [property: JsonPropertyName("kind of found")] Accuracy Kind,
    [property: JsonPropertyName("status of found")] Accuracy Status);

internal static class ValuationEvaluation
{
    public static ValuationMeasures? Measure(ImmutableArray<ScoredDocument> documents)
    {
        ScoredDocument[] annotated = [.. documents.Where(d => d.Gold.Valuations is not null)];
        if (annotated.Length == 0)
        {
            return null;
        }

        PrecisionRecall found = default;
        int kinds = 0, statuses = 0;
        foreach (ScoredDocument document in annotated)
        {
            ImmutableArray<GoldValuation> gold = document.Gold.Valuations!.Value;
            List<Valuation> free = [.. document.Valuations];
            foreach (GoldValuation valuation in gold)
            {
                int hit = free.FindIndex(v => Matches(document, v, valuation));
                if (hit >= 0)
                {
                    kinds += free[hit].Kind == valuation.Kind ? 1 : 0;
                    statuses += free[hit].Status == valuation.Status ? 1 : 0;
                    free.RemoveAt(hit);
                }
            }

            found += new PrecisionRecall(document.Valuations.Length - free.Count, document.Valuations.Length, gold.Length);
        }

        return new ValuationMeasures(found, new Accuracy(kinds, found.Hits), new Accuracy(statuses, found.Hits));
    }

    private static bool Matches(ScoredDocument document, Valuation predicted, GoldValuation gold) =>
        document.IsNamed(predicted.Company, gold.Company)
        && document.Amount(predicted.Amount) is { } amount
        && AmountEvaluation.HasValueOf(amount, document.Gold.Amounts!.Value[gold.Amount]);
}
