using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Says who buys, invests or merges: triggers give frames, frames give parties their roles, what tells of one deal is joined.</summary>
internal sealed class DealExtractor
{
    /// <summary>Deals in text order, each once; nothing from advertisements.</summary>
    public ImmutableArray<Deal> Extract(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<MonetaryAmount> amounts)
    {
        List<DealCandidate> candidates = DealCandidateReader.Read(text, entities, amounts);
        var deals = ImmutableArray.CreateBuilder<Deal>();
        foreach (DealCandidate candidate in DealMerger.Merge(candidates, amounts))
        {
            if (IsTold(candidate))
            {
                TextSpan evidence = text.SpanOf(text.Sentences[candidate.Sentence]);
                deals.Add(new Deal(candidate.Kind!.Value, [.. candidate.Buyers], [.. candidate.Targets], [.. candidate.Sellers], candidate.Amount,
                    candidate.StakePercent, candidate.Status, evidence.Start, evidence.End, candidate.Confidence));
            }
        }

        return deals.DrainToImmutable();
    }

    private static bool IsTold(DealCandidate deal) =>
        deal.Kind is DealKind.Merger or DealKind.JointVenture or DealKind.Partnership ? deal.Buyers.Count > 1
        : deal.PartyCount > 0 && (deal.Strong || deal.PartyCount > 1 || deal.Amount is not null);
}
