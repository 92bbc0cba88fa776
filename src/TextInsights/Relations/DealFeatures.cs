using System.Runtime.InteropServices;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>
/// What the learned parts of deal extraction look at; training and inference share it. Every feature is a hash of its
/// template and values.
/// </summary>
internal static class DealFeatures
{
    /// <summary>Bits of a feature slot.</summary>
    public const int Bits = 16;

    /// <summary>Changes whenever the features do.</summary>
    public const string Schema = "deals-4";

    private const int Window = 4;
    private const int NeighbourReach = 2; // sentences

    /// <summary>Features that tell whether a candidate is a deal, and of which kind.</summary>
    public static void AddKind(DealContext context, DealCandidate candidate, FeatureBuffer buffer)
    {
        var features = new DealFeatureWriter(buffer);
        SegmentedText text = context.Text;
        DealTrigger trigger = candidate.Trigger;
        uint lemma = FeatureHash.Of(candidate.Entry.Lemma), kind = (uint)candidate.Kind!.Value + 1, form = (uint)trigger.Form;
        uint strong = candidate.Strong ? 1u : 0;
        features.Add(1, lemma);
        features.Add(2, kind);
        features.Add(3, kind, form);
        features.Add(4, strong, form);
        features.Add(5, lemma, form);
        uint filled = Filled(candidate);
        features.Add(6, kind, filled);
        features.Add(7, strong, filled);
        features.Add(8, (uint)Math.Min(candidate.PartyCount, 4), strong);
        uint amountRole = candidate.Amount is { } id ? (uint)context.Amounts[id].Role + 1 : 0;
        features.Add(9, kind, amountRole);
        features.Add(10, candidate.StakePercent is null ? 0u : candidate.StakePercent < 50 ? 1u : 2u, kind);
        SentenceRange range = candidate.Clauses.Range;
        features.Add(11, (uint)range.Kind);
        features.Add(12, (uint)Math.Min(candidate.Sentence, 4));
        features.Add(13, (uint)candidate.Status, strong);
        features.Add(14, (uint)Math.Min(context.InSentence(candidate.Sentence).Length, 4), strong);
        features.Add(15, kind, filled, amountRole > 0 ? 1u : 0);
        features.Add(16, DealFeatureWriter.Folded(text[trigger.Token]));
        for (int i = Math.Max(range.FirstToken, trigger.Token - Window); i < Math.Min(range.EndToken, trigger.EndToken + Window); i++)
        {
            if (i < trigger.Token || i >= trigger.EndToken)
            {
                features.Add(17, DealFeatureWriter.Folded(text[i]));
                features.Add(18, DealFeatureWriter.Folded(text[i]), kind);
            }
        }

        features.Add(19, trigger.Token > range.FirstToken ? DealFeatureWriter.Folded(text[trigger.Token - 1]) : 0, lemma);
        features.Add(20, trigger.EndToken < range.EndToken ? DealFeatureWriter.Folded(text[trigger.EndToken]) : 0, lemma);
        int clause = candidate.Clauses.ClauseOf(trigger.Token);
        foreach (DealCueHit cue in candidate.Cues)
        {
            if (cue.Token < range.EndToken)
            {
                features.Add(21, (uint)cue.Cue.Status, candidate.Clauses.ClauseOf(cue.Token) == clause ? 1u : 0);
            }
        }

        foreach (MonetaryAmount amount in context.AmountsIn(text.SpanOf(range)))
        {
            features.Add(22, (uint)amount.Role, kind);
        }

        foreach (DealArgument argument in candidate.Clauses.Arguments)
        {
            if (candidate.Clauses.ClauseOf(argument.Token) == clause)
            {
                features.Add(23, (uint)argument.Marker, (uint)argument.Type, kind);
            }
        }
    }

    /// <summary>Features that tell which side of a candidate an entity is on.</summary>
    public static void AddRole(DealContext context, DealCandidate candidate, int entity, List<DealCandidate> neighbours, FeatureBuffer buffer)
    {
        var features = new DealFeatureWriter(buffer);
        SegmentedText text = context.Text;
        DealTrigger trigger = candidate.Trigger;
        uint lemma = FeatureHash.Of(candidate.Entry.Lemma), kind = (uint)candidate.Kind!.Value + 1, strong = candidate.Strong ? 1u : 0;
        uint role = (uint)candidate.RoleOf(entity), filled = Filled(candidate);
        bool main = entity == context.MainEntity;
        features.Add(1, role, kind);
        features.Add(2, role, strong);
        features.Add(3, role, filled, kind);
        features.Add(4, role, (uint)context.Entities[entity].Type, kind);
        features.Add(5, context.Parties.IsBystander(entity) ? 1u : 0, role);
        features.Add(6, main ? 1u : 0, role, filled);
        features.Add(7, main ? 1u : 0, kind, role);
        (int distance, DealArgument nearest) = Nearest(context, candidate, entity);
        uint far = (uint)(Math.Clamp(distance, -4, 3) + 5);
        features.Add(8, far, role);
        features.Add(9, far, kind, filled);
        features.Add(10, far, filled, main ? 1u : 0);
        features.Add(11, (uint)Math.Min(context.CountOf(entity), 5), role);
        features.Add(12, context.FirstSentenceOf(entity) == 0 ? 1u : 0, role, kind);
        uint description = Description(text, nearest);
        features.Add(13, description, kind);
        features.Add(14, description, role, kind);
        features.Add(15, nearest.Named ? 1u : 0, role, far);
        uint others = FilledByOthers(candidate, entity);
        features.Add(19, role, lemma);
        AddSides(context.SidesOf(entity), kind, role, far, features);
        features.Add(16, others, role, kind);
        features.Add(17, others, far, kind);
        features.Add(18, others, kind, strong);
        (uint before, uint suffix) = Surroundings(text, nearest, context.Entities[entity]);
        features.Add(60, before);
        features.Add(61, before, kind);
        features.Add(62, suffix);
        features.Add(63, suffix, kind);
        (uint rank, uint count) = Rank(context, candidate.Sentence + distance, entity);
        features.Add(64, rank, count, far);
        features.Add(65, rank, far, others, kind);
        features.Add(66, rank, count, role, kind);
        if (distance == 0)
        {
            bool right = nearest.Token >= trigger.EndToken;
            int between = right ? nearest.PhraseToken - trigger.EndToken : trigger.Token - nearest.EndToken;
            uint near = between <= 0 ? 0u : between < 3 ? 1u : between < 8 ? 2u : 3u;
            int apart = Math.Abs(candidate.Clauses.ClauseOf(nearest.Token) - candidate.Clauses.ClauseOf(trigger.Token));
            uint marker = (uint)nearest.Marker, side = right ? 1u : 0, clauses = (uint)Math.Min(apart, 3), form = (uint)trigger.Form;
            features.Add(20, marker, kind, side);
            features.Add(21, marker, lemma, side);
            features.Add(22, marker, lemma);
            features.Add(23, marker, clauses, role);
            features.Add(24, near, side, role);
            features.Add(25, marker, kind, form, side);
            features.Add(26, clauses, kind, role);
            uint passive = DealRoleReader.IsPassive(candidate.Clauses, trigger, candidate.Entry.Frame) ? 1u : 0;
            features.Add(27, marker, passive, kind, side);
            features.Add(28, marker, near, side, kind);
            if (nearest.PhraseToken > candidate.Clauses.Range.FirstToken)
            {
                features.Add(29, DealFeatureWriter.Folded(text[nearest.PhraseToken - 1]), kind);
            }
        }
        else
        {
            features.Add(30, (uint)nearest.Marker, far, kind);
            features.Add(31, (uint)nearest.Marker, filled, kind);
        }

        for (int i = LowerBound.Of(CollectionsMarshal.AsSpan(neighbours), n => n.Sentence, candidate.Sentence - NeighbourReach); i < neighbours.Count && neighbours[i].Sentence <= candidate.Sentence + NeighbourReach; i++)
        {
            DealCandidate neighbour = neighbours[i];
            int gap = neighbour.Sentence - candidate.Sentence;
            if (neighbour != candidate && neighbour.RoleOf(entity) is not DealRole.None and var other)
            {
                features.Add(40, (uint)other, (uint)neighbour.Kind!.Value, kind);
                features.Add(41, (uint)other, (uint)(gap + 3), filled, neighbour.Kind == candidate.Kind ? 1u : 0);
                features.Add(42, (uint)other, role, filled);
            }
        }
    }

    // "der bisherige Eigner X", wherever the text says it
    private static void AddSides(uint sides, uint kind, uint role, uint far, DealFeatureWriter features)
    {
        for (uint bit = 0; sides != 0; sides >>= 1, bit++)
        {
            if ((sides & 1) != 0)
            {
                features.Add(70, bit, kind);
                features.Add(71, bit, role, far);
            }
        }
    }

    /// <summary>Features that tell how far a candidate has come.</summary>
    public static void AddStatus(DealContext context, DealCandidate candidate, FeatureBuffer buffer)
    {
        var features = new DealFeatureWriter(buffer);
        SegmentedText text = context.Text;
        DealTrigger trigger = candidate.Trigger;
        uint lemma = FeatureHash.Of(candidate.Entry.Lemma), kind = (uint)candidate.Kind!.Value + 1, form = (uint)trigger.Form, status = (uint)candidate.Status;
        features.Add(1, status);
        features.Add(2, status, kind);
        features.Add(3, status, form);
        features.Add(4, form, kind);
        features.Add(5, lemma);
        features.Add(6, DealFeatureWriter.Folded(text[trigger.Token]));
        features.Add(7, (uint)candidate.Clauses.Range.Kind, form);
        features.Add(8, (uint)Math.Min(candidate.Sentence, 3), status);
        features.Add(9, Filled(candidate), kind);
        int clause = candidate.Clauses.ClauseOf(trigger.Token);
        int end = candidate.Clauses.Range.EndToken;
        int nextEnd = candidate.Sentence + 1 < text.Sentences.Length ? text.Sentences[candidate.Sentence + 1].EndToken : end;
        foreach (DealCueHit cue in candidate.Cues)
        {
            uint place = cue.Token >= nextEnd ? 4u : cue.Token >= end ? 3u : (uint)Math.Min(2, Math.Abs(candidate.Clauses.ClauseOf(cue.Token) - clause));
            uint cueHash = FeatureHash.Of(cue.Cue.Words[0]);
            features.Add(10, (uint)cue.Cue.Status, place, (uint)cue.Cue.Weight);
            features.Add(11, (uint)cue.Cue.Status, place);
            features.Add(12, cueHash, place < 3 ? 1u : 0);
            features.Add(13, (uint)cue.Cue.Status, place, form);
        }

        for (int i = candidate.Clauses.StartOf(clause); i < candidate.Clauses.EndOf(clause); i++)
        {
            if (candidate.Clauses.ClauseOf(i) != clause)
            {
                continue;
            }

            GrammarClass grammar = DealGrammar.Of(text[i]).Class;
            if (grammar is GrammarClass.Passive or GrammarClass.Perfect or GrammarClass.Be)
            {
                features.Add(14, DealFeatureWriter.Folded(text[i]), form);
            }
            else if (text.Tokens[i].Kind == TokenKind.Word && !char.IsUpper(text[i][0]) && Math.Abs(i - trigger.Token) <= 6)
            {
                features.Add(15, DealFeatureWriter.Folded(text[i]));
            }
            else if (text[i] is [('1' or '2'), ('9' or '0'), _, _])
            {
                features.Add(16, 1);
            }
        }
    }

    // The nouns for owners and parts beside a name: "Mehrheitseigner X", "Tochter der X", "X-Tochter".
    private static (uint Before, uint Suffix) Surroundings(SegmentedText text, DealArgument argument, Entity entity)
    {
        if (argument.EndToken == 0)
        {
            return (0, 0);
        }

        uint before = argument.Token > 0 ? DealFeatureWriter.Folded(text[argument.Token - 1]) : 0;
        if (argument.PhraseToken < argument.Token && argument.PhraseToken > 0)
        {
            ReadOnlySpan<char> governor = text[argument.PhraseToken - 1];
            before = DealWords.IsPartNoun(governor) ? 1u : DealWords.IsShareNoun(governor) ? 2u : before;
        }

        uint suffix = 0;
        if (argument.Marker == ArgumentMarker.Compound)
        {
            ReadOnlySpan<char> word = text[argument.EndToken - 1];
            suffix = DealFeatureWriter.Folded(word[(word.LastIndexOfAny('-', '\u2011') + 1)..]);
        }

        return (before, suffix);
    }

    /// <summary>How many organisations the sentence names before the entity, and how many in all.</summary>
    public static (uint Rank, uint Count) Rank(DealContext context, int sentence, int entity)
    {
        uint rank = 0, count = 0;
        bool found = false;
        ReadOnlySpan<DealArgument> arguments = context.InSentence(sentence);
        for (int i = 0; i < arguments.Length; i++)
        {
            bool repeated = arguments[i].Type != EntityType.Organization;
            for (int k = 0; k < i && !repeated; k++)
            {
                repeated = arguments[k].Entity == arguments[i].Entity;
            }

            if (!repeated)
            {
                found |= arguments[i].Entity == entity;
                rank += found ? 0u : 1u;
                count++;
            }
        }

        return (found ? Math.Min(rank, 3) : 4, Math.Min(count, 4));
    }

    private static uint FilledByOthers(DealCandidate candidate, int entity)
    {
        DealRole own = candidate.RoleOf(entity);
        return ((candidate.Buyers.Count > (own is DealRole.Buyer or DealRole.Partner ? 1 : 0)) ? 1u : 0) + (candidate.Targets.Count > (own == DealRole.Target ? 1 : 0) ? 2u : 0)
            + (candidate.Sellers.Count > (own == DealRole.Seller ? 1 : 0) ? 4u : 0);
    }

    /// <summary>Features that tell whether a joined deal is right.</summary>
    public static void AddDeal(DealContext context, int index, IReadOnlyList<DealCandidate> deals, FeatureBuffer buffer)
    {
        DealCandidate deal = deals[index];
        var features = new DealFeatureWriter(buffer);
        uint kind = (uint)deal.Kind!.Value + 1, filled = Filled(deal), strong = deal.Strong ? 1u : 0;
        double certainty = Math.Clamp(Math.Log((deal.Confidence + 0.001) / (1.001 - deal.Confidence)), -5, 5);
        double party = 1, kindShare = deal.KindScores[(int)kind - 1] / Math.Max(0.01, deal.KindScores.Sum());
        foreach ((int entity, _, float buyer, float target, float seller) in deal.Evidence)
        {
            DealRole role = deal.RoleOf(entity);
            double probability = role switch { DealRole.Buyer => buyer, DealRole.Target => target, DealRole.Seller => seller, _ => 1 };
            party = Math.Min(party, Math.Max(probability, 0.01));
        }

        bool repeated = false, outdone = false;
        for (int i = Math.Max(0, index - DealMerger.Reach); i < Math.Min(deals.Count, index + DealMerger.Reach); i++)
        {
            DealCandidate other = deals[i];
            int shared = other == deal ? 0 : Shared(deal.Buyers, other) + Shared(deal.Targets, other) + Shared(deal.Sellers, other);
            repeated |= shared > 1;
            outdone |= shared > 0 && other.Confidence > deal.Confidence;
        }

        features.Add(1, kind);
        features.Add(2, filled);
        features.Add(3, kind, filled);
        features.AddValue(4, 1, certainty);
        features.AddValue(5, 1, Math.Log(party));
        features.AddValue(6, kind, certainty);
        features.AddValue(7, 1, kindShare);
        features.Add(8, (uint)Math.Min(deal.Mentions, 4));
        features.Add(9, deal.Amount is null ? 0u : 1u, kind);
        features.Add(10, deal.StakePercent is null ? 0u : 1u);
        features.Add(11, strong, (uint)Math.Min(deal.Mentions, 3));
        features.Add(12, (uint)deal.Status);
        features.Add(13, repeated ? 1u : 0, outdone ? 1u : 0);
        features.Add(14, repeated ? 1u : 0, kind);
        features.Add(15, (uint)deal.Clauses.Range.Kind);
        features.Add(16, (uint)Math.Min(deals.Count, 5));
        features.Add(17, (uint)Math.Min(deal.ToldParties, 3), filled);
        features.Add(18, FeatureHash.Of(deal.Entry.Lemma));
        features.Add(19, context.MainEntity >= 0 && deal.Has(context.MainEntity) ? 1u : 0);
    }

    private static int Shared(List<int> parties, DealCandidate other)
    {
        int shared = 0;
        foreach (int party in parties)
        {
            shared += other.Has(party) ? 1 : 0;
        }

        return shared;
    }

    private static uint Filled(DealCandidate candidate) =>
        (candidate.Buyers.Count > 0 ? candidate.Buyers.Count > 1 ? 2u : 1u : 0) + (candidate.Targets.Count > 0 ? 4u : 0) + (candidate.Sellers.Count > 0 ? 8u : 0);

    /// <summary>The place nearest to the trigger where the text speaks of the entity, and how many sentences away it is.</summary>
    public static (int Distance, DealArgument Argument) Nearest(DealContext context, DealCandidate candidate, int entity)
    {
        for (int step = 0; step <= 6; step++)
        {
            foreach (int offset in (ReadOnlySpan<int>)(step == 0 ? [0] : step <= 2 ? [-step, step] : [-step]))
            {
                DealArgument best = default;
                int bestDistance = int.MaxValue;
                foreach (DealArgument argument in context.InSentence(candidate.Sentence + offset))
                {
                    int distance = Math.Abs(argument.Token - candidate.Trigger.Token);
                    if (argument.Entity == entity && distance < bestDistance)
                    {
                        (best, bestDistance) = (argument, distance);
                    }
                }

                if (bestDistance < int.MaxValue)
                {
                    return (offset, best);
                }
            }
        }

        return (-7, default);
    }

    /// <summary>What the noun before the name says it is: "der Finanzinvestor KKR".</summary>
    public static uint Description(SegmentedText text, DealArgument argument)
    {
        for (int i = argument.Token - 1; argument.Named && i >= 0 && i >= argument.Token - 2; i--)
        {
            OrganizationKind kind = OrganizationNouns.OfDescriptor(text[i], out _, out _);
            if (kind != OrganizationKind.Unknown)
            {
                return (uint)kind;
            }
        }

        return 0;
    }
}
