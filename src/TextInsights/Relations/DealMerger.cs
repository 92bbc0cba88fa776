namespace TextInsights.Relations;

/// <summary>Joins what several triggers tell of one deal.</summary>
internal static class DealMerger
{
    /// <summary>How many deals apart two tellings of one may be: more than any article has, and it keeps the time linear.</summary>
    public const int Reach = 40;

    // What is said of a deal's parties after that many places changes nothing.
    private const int MostEvidence = 500;

    /// <summary>Candidates in text order in, deals in order of their first trigger out.</summary>
    public static List<DealCandidate> Merge(DealContext context, List<DealCandidate> candidates)
    {
        var deals = new List<DealCandidate>();
        foreach (DealCandidate candidate in candidates)
        {
            DealCandidate? same = null;
            for (int i = deals.Count - 1; i >= Math.Max(0, deals.Count - Reach) && same is null; i--)
            {
                same = IsSame(deals[i], candidate) ? deals[i] : null;
            }

            if (same is null)
            {
                deals.Add(candidate);
            }
            else
            {
                Absorb(context, same, candidate);
            }
        }

        return deals;
    }

    private static bool IsSame(DealCandidate deal, DealCandidate other)
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

    private static void Absorb(DealContext context, DealCandidate deal, DealCandidate other)
    {
        if (deal.Evidence.Count is > 0 and <= MostEvidence)
        {
            deal.Evidence.AddRange(other.Evidence);
            deal.KindScores = Sum(deal.KindScores, other.KindScores);
            deal.StatusScores = Sum(deal.StatusScores, other.StatusScores);
            deal.StakePercent ??= other.StakePercent;
            DealDecoder.Decide(context, deal);
        }
        else if (deal.Evidence.Count == 0)
        {
            deal.Kind = KindOf(deal, other);
            deal.Status = Rank(other.Status) >= Rank(deal.Status) ? other.Status : deal.Status;
            Join(deal.Buyers, other.Buyers, deal);
            Join(deal.Targets, other.Targets, deal);
            Join(deal.Sellers, other.Sellers, deal);
        }

        deal.StakePercent ??= other.StakePercent;
        deal.Amount = Fuller(deal, other, context);
        deal.Mentions += other.Mentions;
        deal.ToldParties = Math.Max(deal.ToldParties, other.ToldParties);
        deal.Strong |= other.Strong;
        deal.Confidence = 1 - ((1 - deal.Confidence) * (1 - (0.5 * other.Confidence)));
    }

    private static double[] Sum(double[] a, double[] b) => [.. a.Zip(b, (x, y) => x + y)];

    private static void Join(List<int> mine, List<int> more, DealCandidate deal)
    {
        foreach (int entity in more)
        {
            if (!deal.Has(entity))
            {
                mine.Add(entity);
            }
        }
    }

    private static DealKind KindOf(DealCandidate deal, DealCandidate other)
    {
        DealKind a = deal.Kind!.Value, b = other.Kind!.Value;
        return a == b ? a
            : a == DealKind.Divestment ? b
            : b == DealKind.Divestment ? a
            : other.ToldParties > deal.ToldParties ? b : a;
    }

    // A price for the whole is fuller than one per share, the body more exact than a heading.
    private static int? Fuller(DealCandidate deal, DealCandidate other, DealContext context)
    {
        if (deal.Amount is not { } a || other.Amount is not { } b)
        {
            return deal.Amount ?? other.Amount;
        }

        bool perUnit = context.Amounts[a].Rate is not null && context.Amounts[b].Rate is null;
        bool heading = context.Text.Sentences[deal.Sentence].Kind == SentenceKind.Heading && deal.Mentions == 1 && context.Amounts[b].Rate is null;
        return perUnit || heading ? b : a;
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
