using TextInsights.Amounts;

namespace TextInsights.Relations;

/// <summary>
/// What the forest of parties asks about an entity on a side of a joined deal: small numbers in a fixed order, one byte each. It sees
/// what the models of single triggers believe of all entities and all deals of the text.
/// </summary>
internal ref struct DealPartyRow(Span<byte> row)
{
    /// <summary>Length of a row.</summary>
    public const int Length = 71;

    /// <summary>Sides that an entity can be on: none, buyer, target, seller, as <see cref="DealClassifier.RoleLabels"/>.</summary>
    public const int Sides = 4;

    private static readonly int[] LabelOf = [0, 3, 1, 2]; // by side: its place in PartyProfile.Labels

    private const float Steps = 100; // of a probability
    private const int MostPlaces = 6;

    private readonly Span<byte> _row = row;
    private int _next;

    /// <summary>Writes the four rows of an entity, one a side, one behind the other.</summary>
    public static void Write(DealContext context, DealBoard board, PartyProfile profile, int deal, int entity, Span<byte> rows)
    {
        rows.Clear();
        var common = new DealPartyRow(rows[..Length]);
        common.AddDeal(context, board, deal);
        common.AddEntity(context, board.Deals[deal], entity);
        common.AddBeliefs(board, deal, entity);
        for (int side = 1; side < Sides; side++)
        {
            common.AddShare(profile.Of(entity, LabelOf[side]));
        }

        int shared = common._next;
        Span<Rivals> rivals = stackalloc Rivals[Sides];
        int joined = Compare(context, board, deal, entity, rivals);
        for (int side = 0; side < Sides; side++)
        {
            Span<byte> row = rows.Slice(side * Length, Length);
            rows[..shared].CopyTo(row);
            var writer = new DealPartyRow(row) { _next = shared };
            writer.AddSide(board, deal, entity, side, rivals[side], joined);
            writer.AddProfile(board, profile, deal, entity, side);
        }
    }

    private void Add(int value) => _row[_next++] = (byte)Math.Clamp(value, 0, byte.MaxValue);

    private void Add(bool value) => Add(value ? 1 : 0);

    private void AddShare(double value) => Add((int)(value * Steps));

    private void AddDeal(DealContext context, DealBoard board, int index)
    {
        DealCandidate deal = board.Deals[index];
        Add((int)deal.Kind!.Value);
        AddShare(deal.KindScores[(int)deal.Kind.Value] / Math.Max(0.01, deal.KindScores.Sum()));
        AddShare(deal.Confidence);
        Add((int)deal.Trigger.Form);
        Add(deal.Strong);
        Add(Math.Min(deal.Mentions, 6));
        Add(deal.StakePercent is null ? 0 : deal.StakePercent < 50 ? 1 : 2);
        Add(deal.Amount is { } amount ? 1 + (int)context.Amounts[amount].Role : 0);
        Add((int)context.Text.Sentences[deal.Sentence].Kind);
        Add(Math.Min(deal.Sentence, 8));
        Add(Math.Min(board.Deals.Count, 8));
        Add(Math.Min(index, 8));
        Add(Math.Min(board.PartiesOf(index).Count, 12));
        Add((int)deal.Status);
    }

    private void AddEntity(DealContext context, DealCandidate deal, int entity)
    {
        Add((int)context.Entities[entity].Type);
        Add(entity == context.MainEntity);
        Add(Math.Min(context.CountOf(entity), 10));
        Add(Math.Min(context.FirstSentenceOf(entity), 8));
        Add(context.Parties.IsBystander(entity));
        Add(deal.Buyers.Count - (deal.Buyers.Contains(entity) ? 1 : 0));
        Add(deal.Targets.Count - (deal.Targets.Contains(entity) ? 1 : 0));
        Add(deal.Sellers.Count - (deal.Sellers.Contains(entity) ? 1 : 0));
        Add((int)deal.RoleOf(entity));
        uint sides = context.SidesOf(entity);
        for (DealSide side = DealSide.Owner; side <= DealSide.Lender; side++)
        {
            Add((int)((sides >> (2 * (int)side)) & 3));
        }

        (int distance, DealArgument nearest) = DealFeatures.Nearest(context, deal, entity);
        Add(distance + 8);
        Add((int)nearest.Marker);
        Add(nearest.Named);
        Add((int)DealFeatures.Description(context.Text, nearest));
        bool right = nearest.Token >= deal.Trigger.EndToken;
        Add(distance != 0 ? 0 : 20 + (right ? Math.Min(nearest.PhraseToken - deal.Trigger.EndToken, 20) : -Math.Min(deal.Trigger.Token - nearest.EndToken, 19)));
        Add(distance != 0 ? 0 : 1 + Math.Min(4, Math.Abs(deal.Clauses.ClauseOf(nearest.Token) - deal.Clauses.ClauseOf(deal.Trigger.Token))));
        (uint rank, uint count) = DealFeatures.Rank(context, deal.Sentence + distance, entity);
        Add((int)rank);
        Add((int)count);
    }

    private void AddBeliefs(DealBoard board, int deal, int entity)
    {
        DealBelief belief = board.BeliefOf(deal, entity);
        for (int side = 0; side < Sides; side++)
        {
            AddShare(belief.Most(side));
            AddShare(belief.Mean(side));
        }

        Add(Math.Min(belief.Times, MostPlaces));
        (int before, int behind) = (deal - 1, deal + 1);
        Add(before < 0 ? 0 : 1 + (int)board.Deals[before].RoleOf(entity));
        Add(behind >= board.Deals.Count ? 0 : 1 + (int)board.Deals[behind].RoleOf(entity));
        Add(Math.Min(board.TimesParty(entity), MostPlaces));
    }

    private void AddSide(DealBoard board, int deal, int entity, int side, Rivals rivals, int joined)
    {
        DealBelief belief = board.BeliefOf(deal, entity);
        (double most, double mean) = board.Elsewhere(deal, entity, side);
        Add(side);
        AddShare(belief.Most(side));
        AddShare(belief.Mean(side));
        Add(Math.Min(rivals.Better, 10));
        AddShare(rivals.Best);
        Add(Math.Min(joined, MostPlaces));
        AddShare(rivals.BestJoined);
        AddShare(most);
        AddShare(mean);
        AddShare(board.MostOf(deal, side));
        Add(board.SideOf(deal, entity) == side);
        Add(belief.Best == side);
    }

    // What the whole text says of the entity on this side, against those that the deal may have there.
    private void AddProfile(DealBoard board, PartyProfile profile, int deal, int entity, int side)
    {
        float own = profile.Of(entity, LabelOf[side]), best = 0;
        int better = 0;
        foreach (DealBelief other in board.PartiesOf(deal))
        {
            float share = other.Entity == entity ? 0 : profile.Of(other.Entity, LabelOf[side]);
            better += share > own ? 1 : 0;
            best = Math.Max(best, share);
        }

        AddShare(own);
        Add(Math.Min(better, 10));
        AddShare(best);
    }

    // What speaks for the other entities of a deal, by side; returns how many of them are named side by side with this one.
    private static int Compare(DealContext context, DealBoard board, int deal, int entity, Span<Rivals> rivals)
    {
        DealBelief belief = board.BeliefOf(deal, entity);
        rivals.Clear();
        int joined = 0;
        foreach (DealBelief other in board.PartiesOf(deal))
        {
            if (other.Entity == entity)
            {
                continue;
            }

            bool beside = context.AreJoined(entity, other.Entity);
            joined += beside ? 1 : 0;
            for (int side = 0; side < Sides; side++)
            {
                double value = other.Most(side);
                ref Rivals rival = ref rivals[side];
                rival.Better += value > belief.Most(side) ? 1 : 0;
                rival.Best = Math.Max(rival.Best, value);
                rival.BestJoined = beside ? Math.Max(rival.BestJoined, value) : rival.BestJoined;
            }
        }

        return joined;
    }

    /// <summary>The other entities on one side.</summary>
    private struct Rivals
    {
        public int Better; // than this one
        public double Best;
        public double BestJoined; // of those named side by side with it
    }
}
