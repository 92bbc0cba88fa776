using System.Collections.Immutable;

namespace TextInsights.Relations;

/// <summary>Joins what several triggers tell of one deal.</summary>
internal static class DealMerger
{
    /// <summary>Candidates in text order in, deals in order of their first trigger out.</summary>
    public static List<DealCandidate> Merge(List<DealCandidate> candidates, ImmutableArray<MonetaryAmount> amounts)
    {
        var deals = new List<DealCandidate>();
        foreach (DealCandidate candidate in candidates)
        {
            DealCandidate? same = null;
            for (int i = deals.Count - 1; i >= 0 && same is null; i--)
            {
                same = IsSame(deals[i], candidate, amounts) ? deals[i] : null;
            }

            if (same is null)
            {
                deals.Add(candidate);
            }
            else
            {
                Absorb(same, candidate, amounts);
            }
        }

        return deals;
    }

    private static bool IsSame(DealCandidate deal, DealCandidate other, ImmutableArray<MonetaryAmount> amounts)
    {
        if (!IsCompatible(deal.Kind!.Value, other.Kind!.Value))
        {
            return false;
        }

        bool contest = Conflict(deal.Buyers, other.Buyers) || Conflict(deal.Targets, other.Targets) || Conflict(deal.Sellers, other.Sellers);
        return !contest && (Shares(deal.Buyers, other.Buyers) || Shares(deal.Targets, other.Targets) || Shares(deal.Sellers, other.Sellers) || Shares(deal.Targets, other.Sellers) || Shares(deal.Sellers, other.Targets));
    }

    private static bool IsCompatible(DealKind a, DealKind b) => a == b || (IsPurchase(a) && IsPurchase(b));

    private static bool IsPurchase(DealKind kind) => kind is DealKind.Acquisition or DealKind.Stake or DealKind.Divestment;

    private static bool Shares(List<int> a, List<int> b) => a.Exists(b.Contains);

    private static bool Conflict(List<int> a, List<int> b) => a.Count > 0 && b.Count > 0 && !Shares(a, b);

    private static void Absorb(DealCandidate deal, DealCandidate other, ImmutableArray<MonetaryAmount> amounts)
    {
        bool poorer = deal.PartyCount < other.PartyCount;
        foreach ((List<int> mine, List<int> more) in ((List<int>, List<int>)[])[(deal.Buyers, other.Buyers), (deal.Targets, other.Targets), (deal.Sellers, other.Sellers)])
        {
            foreach (int entity in more)
            {
                if (!deal.Has(entity))
                {
                    mine.Add(entity);
                }
            }
        }

        deal.Kind = KindOf(deal, other);
        deal.StakePercent ??= other.StakePercent;
        deal.Amount = Fuller(deal.Amount, other.Amount, amounts);
        deal.Mentions += other.Mentions;
        deal.ToldParties = Math.Max(deal.ToldParties, other.ToldParties);
        deal.Strong |= other.Strong;
        if (Rank(other.Status) >= Rank(deal.Status))
        {
            deal.Status = other.Status;
        }

        _ = poorer;
    }

    private static DealKind KindOf(DealCandidate deal, DealCandidate other)
    {
        DealKind a = deal.Kind!.Value, b = other.Kind!.Value;
        return a == b ? a
            : a == DealKind.Divestment ? b
            : b == DealKind.Divestment ? a
            : other.ToldParties > deal.ToldParties ? b : a;
    }

    private static int? Fuller(int? a, int? b, ImmutableArray<MonetaryAmount> amounts)
    {
        if (a is null || b is null)
        {
            return a ?? b;
        }

        return amounts[a.Value].Rate is not null && amounts[b.Value].Rate is null ? b : a;
    }

    private static int Rank(DealStatus status) => status switch
    {
        DealStatus.Abandoned => 7,
        DealStatus.Denied => 7,
        DealStatus.Completed => 4,
        DealStatus.Signed => 6,
        DealStatus.Announced => 3,
        DealStatus.Negotiating => 3,
        DealStatus.Rumoured => 3,
        _ => 2,
    };
}
