using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Measures of deals, from loose to strict.</summary>
/// <param name="AParty">At least one party stands in its right role.</param>
/// <param name="AllParties">The kind is right and so are all parties, none too many.</param>
/// <param name="AllPartiesAndAmount">The amount is right, too.</param>
/// <param name="Status">Status of those with a right party.</param>
/// <param name="StakePercent">Share that changes hands of those with a right party.</param>
public sealed record DealMeasures(
    [property: JsonPropertyName("a party")] PrecisionRecall AParty,
    [property: JsonPropertyName("kind+all parties")] PrecisionRecall AllParties,
    [property: JsonPropertyName("kind+all parties+amount")] PrecisionRecall AllPartiesAndAmount,
    [property: JsonPropertyName("status of found")] Accuracy Status,
    [property: JsonPropertyName("stakePercent of found")] Accuracy StakePercent);

internal static class DealEvaluation
{
    public static DealMeasures? Measure(ImmutableArray<ScoredDocument> documents)
    {
        ScoredDocument[] annotated = [.. documents.Where(d => d.Gold.Deals is not null)];
        if (annotated.Length == 0)
        {
            return null;
        }

        List<DealPair> loose = [.. annotated.SelectMany(d => Match(d, p => p.RightParties > 0))];
        int predicted = annotated.Sum(d => d.Deals.Length), gold = annotated.Sum(d => d.Gold.Deals!.Value.Length);
        PrecisionRecall Count(Func<DealPair, bool> isRight) => new(annotated.Sum(d => Match(d, isRight).Count), predicted, gold);
        return new DealMeasures(
            new PrecisionRecall(loose.Count, predicted, gold),
            Count(p => p.HasKindAndParties),
            Count(p => p.HasKindAndParties && p.HasAmount),
            new Accuracy(loose.Count(p => p.Predicted.Status == p.Gold.Status), loose.Count),
            new Accuracy(loose.Count(p => AmountEvaluation.AreClose(p.Predicted.StakePercent, p.Gold.StakePercent)), loose.Count));
    }

    /// <summary>Every predicted deal and whether kind and all parties are right.</summary>
    public static IEnumerable<(Deal Deal, bool IsRight)> Judge(ScoredDocument document)
    {
        List<DealPair> right = Match(document, p => p.HasKindAndParties);
        return document.Deals.Select(d => (d, right.Exists(p => ReferenceEquals(p.Predicted, d))));
    }

    // Annotated deals with most parties choose first; each takes the predicted deal with most right parties, then the right kind.
    private static List<DealPair> Match(ScoredDocument document, Func<DealPair, bool> isRight)
    {
        List<Deal> free = [.. document.Deals];
        var matched = new List<DealPair>();
        foreach (GoldDeal gold in document.Gold.Deals!.Value.OrderByDescending(d => d.Buyers.Length + d.Targets.Length + d.Sellers.Length))
        {
            DealPair? best = free.Select(d => new DealPair(document, gold, d)).Where(isRight)
                .OrderByDescending(p => p.RightParties).ThenByDescending(p => p.Predicted.Kind == gold.Kind).FirstOrDefault();
            if (best is not null)
            {
                free.RemoveAt(free.FindIndex(d => ReferenceEquals(d, best.Predicted)));
                matched.Add(best);
            }
        }

        return matched;
    }

    private sealed record DealPair(ScoredDocument Document, GoldDeal Gold, Deal Predicted)
    {
        private (ImmutableArray<string> Gold, ImmutableArray<int> Predicted)[] Roles =>
            [(Gold.Buyers, Predicted.Buyers), (Gold.Targets, Predicted.Targets), (Gold.Sellers, Predicted.Sellers)];

        public int RightParties => Roles.Sum(r => r.Gold.Count(name => r.Predicted.Any(id => Document.IsNamed(id, name))));

        public bool HasKindAndParties => Predicted.Kind == Gold.Kind
            && Roles.All(r => r.Gold.Length == r.Predicted.Length && r.Gold.All(name => r.Predicted.Any(id => Document.IsNamed(id, name))));

        public bool HasAmount => Gold.Amount is { } index
            ? Document.Amount(Predicted.Amount) is { } amount && AmountEvaluation.HasValueOf(amount, Document.Gold.Amounts!.Value[index])
            : Document.Amount(Predicted.Amount) is null;
    }
}
