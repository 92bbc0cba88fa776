using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The features of a pair of amount and organisation that tell whether the amount is about it.</summary>
internal static class SubjectFeatures
{
    /// <summary>Id of this extractor; changes with any change of a feature.</summary>
    public const string Schema = "subjects-1";

    /// <summary>The features are hashed into 2^Bits slots.</summary>
    public const int Bits = 15;

    /// <summary>Writes the features of a pair. <paramref name="previous"/> is the subject found for the amount before, or null.</summary>
    public static void Extract(SubjectContext context, int amount, int entity, int rank, ReadOnlySpan<double> scores, int? previous, FeatureBuffer features)
    {
        features.Clear();
        MonetaryAmount self = context.Amounts[amount];
        int first = context.Text.TokenAt(self.Start), end = context.Text.TokenAt(self.End - 1) + 1;
        int sentence = context.Text.SentenceOf(first);
        int role = (int)self.Role;
        Add(features, role, "rank", Math.Min(rank, 4));
        Add(features, role, "candidates", Math.Min(scores.Length, 5));
        AddScore(role, scores, rank, features);
        Add(features, role, "focus", Math.Min(context.RankOf(entity), 3));
        Add(features, role, "kind", (int)context.KindOf(entity));
        Add(features, role, "traded", context.IsTraded(entity) ? 1 : 0);
        Add(features, role, "opening", context.References[0].Entity == entity ? 1 : 0);
        AddInSentence(context, role, sentence, first, end, entity, features);
        if (amount > 0)
        {
            MonetaryAmount before = context.Amounts[amount - 1];
            int near = context.Text.SentenceOf(context.Text.TokenAt(before.Start)) == sentence ? 2 : 0;
            int same = previous is null ? 0 : previous == entity ? 1 : 2;
            Add(features, role, "previous", (same * 4) + near + (before.Role == self.Role ? 1 : 0));
        }
    }

    // The judgement of grammar: how good, which place, how far ahead of the best other one.
    private static void AddScore(int role, ReadOnlySpan<double> scores, int rank, FeatureBuffer features)
    {
        int better = 0;
        double other = -9;
        for (int i = 0; i < scores.Length; i++)
        {
            better += scores[i] > scores[rank] ? 1 : 0;
            other = i == rank ? other : Math.Max(other, scores[i]);
        }

        Add(features, role, "score", (int)Math.Round(scores[rank] * 2));
        Add(features, role, "place", Math.Min(better, 3));
        Add(features, role, "margin", (int)Math.Clamp(Math.Round((scores[rank] - other) * 2), -6, 6));
    }

    private static void AddInSentence(SubjectContext context, int role, int sentence, int first, int end, int entity, FeatureBuffer features)
    {
        (int from, int to) = context.ReferencesOf(sentence, first);
        int before = -1, after = -1, beforeRank = 0, afterRank = 0, others = 0;
        for (int i = from; i < to; i++)
        {
            EntityReference reference = context.References[i];
            if (reference.Entity != entity)
            {
                others++;
            }

            if (reference.FirstToken < first)
            {
                beforeRank = reference.Entity == entity ? 0 : beforeRank + 1;
                before = reference.Entity == entity ? i : before;
            }
            else if (after < 0)
            {
                after = reference.Entity == entity ? i : -1;
                afterRank += after < 0 ? 1 : 0;
            }
        }

        Add(features, role, "others", Math.Min(others, 3));
        if (before >= 0)
        {
            AddReference(context, role, 1, context.References[before], first - context.References[before].EndToken, beforeRank, before == from, first, features);
        }

        if (after >= 0)
        {
            AddReference(context, role, 2, context.References[after], context.References[after].FirstToken - end, afterRank, false, end, features);
        }

        if (before < 0 && after < 0)
        {
            int back = 1;
            bool leads = false;
            for (; back <= 4 && sentence - back >= 0; back++)
            {
                (int f, int t) = context.ReferencesOf(sentence - back, first);
                int found = -1;
                for (int i = f; i < t; i++)
                {
                    found = context.References[i].Entity == entity ? i : found;
                }

                if (found >= 0)
                {
                    leads = context.References[f].Entity == entity;
                    Add(features, role, "backlast", found == t - 1 ? 1 : 0);
                    break;
                }
            }

            Add(features, role, "back", (back * 2) + (leads ? 1 : 0));
            Add(features, role, "backnone", from == to ? 1 : 0);
        }
    }

    private static void AddReference(
        SubjectContext context, int role, int side, EntityReference reference, int distance, int rank, bool leads, int amount, FeatureBuffer features)
    {
        int bucket = distance <= 0 ? 0 : distance <= 2 ? 1 : distance <= 5 ? 2 : distance <= 10 ? 3 : 4;
        Add(features, role, "near", side, bucket);
        Add(features, role, "rank", side, Math.Min(rank, 3));
        Add(features, role, "kind", side, (int)reference.Kind);
        Add(features, role, "leads", side, leads ? 1 : 0);
        SegmentedText text = context.Text;
        ReadOnlySpan<char> last = text[reference.EndToken - 1];
        Add(features, role, "prev", side, reference.FirstToken > 0 ? Word(text[reference.FirstToken - 1]) : 0);
        Add(features, role, "prev2", side, reference.FirstToken > 1 ? Word(text[reference.FirstToken - 2]) : 0);
        bool attribute = reference.FirstToken > 1 && (text[reference.FirstToken - 1] is "von" or "bei" or "an" or "der" or "des"
            ? char.IsUpper(text[reference.FirstToken - 2][0]) : reference.Kind != ReferenceKind.Name && char.IsUpper(text[reference.FirstToken - 1][0]));
        Add(features, role, "source", side, reference.IsSource ? 1 : 0);
        Add(features, role, "attribute", side, attribute ? 1 : 0); // "der Börsenwert von X", "der Börsenwert des Konzerns"
        bool owner = reference.EndToken < text.Tokens.Length && last is [.., 's'] && char.IsUpper(text[reference.EndToken][0]);
        Add(features, role, "owner", side, owner || reference.Kind == ReferenceKind.Possessive ? 1 : 0); // "NVIDIAs Börsenwert"
        Add(features, role, "next", side, reference.EndToken < text.Tokens.Length ? Word(text[reference.EndToken]) : 0);
        if (reference.Kind != ReferenceKind.Name)
        {
            Add(features, role, "determiner", side, Word(text[reference.FirstToken]));
        }

        (int from, int to) = side == 1 ? (reference.EndToken, amount) : (amount, reference.FirstToken);
        int commas = 0;
        for (int i = from; i < to && commas < 3 && i < from + 60; i++)
        {
            commas += text[i] is [',' or ';' or '–' or ':'] ? 1 : 0;
        }

        Add(features, role, "commas", side, Math.Min(commas, 3));
        Add(features, role, "tie", side, (rank == 0 ? 1 : 0) + (commas == 0 ? 2 : 0) + (leads ? 4 : 0) + (attribute ? 8 : 0));
    }

    private static int Word(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        ReadOnlySpan<char> start = word[..Math.Min(12, word.Length)];
        return (int)FeatureHash.Of(lower[..start.ToLowerInvariant(lower)]);
    }

    private static void Add(FeatureBuffer features, int role, string template, int value) => Add(features, role, template, 0, value);

    // Every feature counts by itself and with the role. Side: 1 before the amount, 2 behind it, 0 neither.
    private static void Add(FeatureBuffer features, int role, string template, int side, int value)
    {
        uint hash = FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Of(template), (uint)side), (uint)value);
        features.Add(hash);
        features.Add(FeatureHash.Combine(hash, (uint)role + 1));
    }
}
