namespace TextInsights.Relations;

/// <summary>Chooses the parties of a deal from the evidence of all its triggers, so that they fit together.</summary>
internal static class DealDecoder
{
    private const double Sure = 0.3; // below a half: names that the recognizer proposes make the models less sure than those they learned from
    private const double Possible = 0.1; // enough for a side that must not stay empty

    public static void Decide(DealContext context, DealCandidate deal)
    {
        deal.Buyers.Clear();
        deal.Targets.Clear();
        deal.Sellers.Clear();
        List<Party> parties = Combine(deal);
        DealKind kind = (DealKind)Best(deal.KindScores);
        deal.Kind = kind;
        deal.Status = (DealStatus)Best(deal.StatusScores);
        bool partners = kind is DealKind.Merger or DealKind.Partnership or DealKind.JointVenture;
        foreach (Party party in parties)
        {
            if (party.Probability >= Sure && !(partners && party.Role == DealRole.Seller))
            {
                Add(context, deal, kind, partners && kind != DealKind.JointVenture ? DealRole.Buyer : party.Role, party);
            }
        }

        if (partners)
        {
            while (deal.Buyers.Count is 1 && Fill(deal, parties, p => p.Buyer))
            {
            }
        }
        else if (deal.Targets.Count == 0 && (kind is DealKind.FundingRound or DealKind.Ipo or DealKind.Stake or DealKind.Acquisition) && deal.Sellers.Count == 0)
        {
            Fill(deal, parties, p => p.Target);
        }

        deal.Kind = Refine(deal, kind);
    }

    // A minority is a stake, a majority an acquisition; without a buyer a sale is a divestment.
    private static DealKind Refine(DealCandidate deal, DealKind kind)
    {
        if (kind is not (DealKind.Acquisition or DealKind.Stake or DealKind.Divestment))
        {
            return kind;
        }

        return deal.StakePercent switch
        {
            >= 50 when kind == DealKind.Stake => DealKind.Acquisition,
            < 50 when kind == DealKind.Acquisition => DealKind.Stake,
            _ => kind == DealKind.Divestment && deal.Buyers.Count > 0 ? DealKind.Acquisition
                : kind == DealKind.Acquisition && deal.Buyers.Count == 0 && deal.Sellers.Count > 0 ? DealKind.Divestment : kind,
        };
    }

    private static int Best(double[] scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    // One entity has one role: the one that all triggers together speak for.
    private static List<Party> Combine(DealCandidate deal)
    {
        var parties = new List<Party>();
        foreach ((int entity, _, float buyer, float target, float seller) in deal.Evidence)
        {
            int i = parties.FindIndex(p => p.Entity == entity);
            if (i < 0)
            {
                parties.Add(new Party(entity, buyer, target, seller, buyer, target, seller));
            }
            else
            {
                Party p = parties[i];
                parties[i] = new Party(entity, p.SumBuyer + buyer, p.SumTarget + target, p.SumSeller + seller,
                    Math.Max(p.Buyer, buyer), Math.Max(p.Target, target), Math.Max(p.Seller, seller));
            }
        }

        parties.Sort((a, b) => b.Probability.CompareTo(a.Probability) is not 0 and var order ? order : a.Entity.CompareTo(b.Entity));
        return parties;
    }

    // A second buyer or target must stand beside the first ("X und Y"), unless many may take part.
    private static void Add(DealContext context, DealCandidate deal, DealKind kind, DealRole role, Party party)
    {
        List<int> side = role switch { DealRole.Target => deal.Targets, DealRole.Seller => deal.Sellers, _ => deal.Buyers };
        bool open = role == DealRole.Buyer && kind == DealKind.FundingRound;
        bool two = role == DealRole.Buyer && kind is DealKind.Merger or DealKind.Partnership or DealKind.JointVenture && side.Count < 2;
        if (side.Count == 0 || open || two || side.Exists(other => context.AreJoined(other, party.Entity)))
        {
            deal.Add(role, party.Entity);
        }
    }

    private static bool Fill(DealCandidate deal, List<Party> parties, Func<Party, double> probability)
    {
        Party best = default;
        double bestProbability = Possible;
        foreach (Party party in parties)
        {
            if (!deal.Has(party.Entity) && probability(party) > bestProbability)
            {
                (best, bestProbability) = (party, probability(party));
            }
        }

        if (bestProbability <= Possible)
        {
            return false;
        }

        bool partner = deal.Kind is DealKind.Merger or DealKind.Partnership or DealKind.JointVenture;
        deal.Add(partner ? DealRole.Buyer : DealRole.Target, best.Entity);
        return true;
    }

    private readonly record struct Party(int Entity, double SumBuyer, double SumTarget, double SumSeller, double Buyer, double Target, double Seller)
    {
        public DealRole Role => SumBuyer >= SumTarget && SumBuyer >= SumSeller ? DealRole.Buyer : SumTarget >= SumSeller ? DealRole.Target : DealRole.Seller;

        public double Probability => Role switch { DealRole.Buyer => Buyer, DealRole.Target => Target, _ => Seller };
    }
}
