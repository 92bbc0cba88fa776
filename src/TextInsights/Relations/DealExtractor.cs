using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Says who buys, invests or merges: triggers give frames, frames give parties their roles, what tells of one deal is joined.</summary>
/// <param name="classifier">The learned parts; null leaves the rules alone.</param>
internal sealed class DealExtractor(DealClassifier? classifier)
{
    /// <summary>Callers get deals that are right at least once in ten times; sentiment weighs every deal that may be meant.</summary>
    public const double LeastConfidence = 0.1;

    /// <summary>Deals in text order, each once; nothing from advertisements.</summary>
    public ImmutableArray<Deal> Extract(
        SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts) =>
        entities.IsEmpty ? [] : Extract(new DealContext(text, entities, references, amounts));

    /// <summary>Deals in text order, each once.</summary>
    public ImmutableArray<Deal> Extract(DealContext context)
    {
        var deals = ImmutableArray.CreateBuilder<Deal>();
        foreach (DealCandidate deal in Join(context))
        {
            TextSpan evidence = context.Text.SpanOf(deal.Clauses.Range);
            deals.Add(new Deal(deal.Kind!.Value, [.. deal.Buyers], [.. deal.Targets], [.. deal.Sellers], deal.Amount, deal.StakePercent, deal.Status,
                evidence.Start, evidence.End, Math.Round(deal.Confidence, 4)));
        }

        return deals.DrainToImmutable();
    }

    /// <summary>The deals of a text in the order of their first triggers.</summary>
    public List<DealCandidate> Join(DealContext context)
    {
        List<DealCandidate> deals = JoinAtFirst(context);
        if (classifier is null)
        {
            return deals.FindAll(IsTold);
        }

        classifier.LookAgain(context, deals);
        return classifier.Check(context, deals.FindAll(IsTold));
    }

    /// <summary>The joined deals before the second look at their parties.</summary>
    public List<DealCandidate> JoinAtFirst(DealContext context)
    {
        List<DealCandidate> candidates = DealCandidateReader.Read(context);
        return DealMerger.Merge(context, classifier is null ? candidates.FindAll(c => c.PartyCount > 0) : classifier.Classify(context, candidates));
    }

    private bool IsTold(DealCandidate deal) =>
        deal.Kind is DealKind.Merger or DealKind.JointVenture or DealKind.Partnership ? deal.Buyers.Count > 1
        : deal.PartyCount > 0 && (classifier is not null || deal.Strong || deal.PartyCount > 1 || deal.Amount is not null);
}
