using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The features of an amount that tell its role: one extractor for training and inference.</summary>
internal static class RoleFeatures
{
    /// <summary>Id of this extractor; changes with any change of a feature.</summary>
    public const string Schema = "roles-2";

    /// <summary>The features are hashed into 2^Bits slots.</summary>
    public const int Bits = 16;

    private const int Reach = 25; // tokens on either side
    private const int MostTriggers = 60; // of a neighbouring sentence
    private const int LongestWord = 40;

    /// <summary>Writes the features of an amount. <paramref name="previous"/> is the role of the amount before, null for the first of the document.</summary>
    public static void Extract(RoleContext context, int amount, AmountRole? previous, FeatureBuffer features)
    {
        features.Clear();
        RecognizedAmount self = context.Amounts[amount];
        int sentence = context.Text.SentenceOf(self.FirstToken);
        SentenceRange range = context.Text.Sentences[sentence];
        AddValue(self, features);
        AddPlace(context, sentence, range, self, features);
        WorthPattern worth = WorthPatterns.Of(context.Text, range, self.FirstToken, self.EndToken);
        AddWeighted(features, "worth", (int)worth, 3); // so sure that the penalty on weights should not count
        AddWindow(context, range, self, features);
        AddBag(context, range, self, features);
        AddTriggers(context, sentence, self, features);
        AddPrevious(context, sentence, amount, previous, features);
    }

    private static void AddValue(RecognizedAmount self, FeatureBuffer features)
    {
        double value = (double)(self.Maximum ?? self.Minimum ?? 0);
        int size = value <= 0 ? -9 : (int)Math.Floor(Math.Log10(value));
        Add(features, "size", size);
        Add(features, "size3", size / 3);
        Add(features, "qualifier", (int)self.Qualifier);
        Add(features, "rate", self.Rate is { } rate ? (int)rate + 1 : 0);
        uint currency = FeatureHash.Of(self.Currency?.Code ?? "none");
        features.Add(FeatureHash.Combine(FeatureHash.Of("currency"), currency));
        Add(features, "sizerate", (size * 100) + (self.Rate is { } r ? (int)r + 1 : 0));
        bool cents = self.Maximum is { } m && m != decimal.Truncate(m);
        Add(features, "cents", cents ? 1 + Math.Min(size, 4) : 0);
    }

    private static void AddPlace(RoleContext context, int sentence, SentenceRange range, RecognizedAmount self, FeatureBuffer features)
    {
        Add(features, "kind", (int)range.Kind);
        Add(features, "first", sentence == 0 ? 1 : sentence < 3 ? 2 : 3);
        Add(features, "place", self.FirstToken == range.FirstToken ? 1 : self.FirstToken - range.FirstToken < 4 ? 2 : self.EndToken + 3 > range.EndToken ? 3 : 4);
        bool bracket = self.FirstToken > range.FirstToken && context.Text[self.FirstToken - 1] is ['('];
        Add(features, "bracket", bracket ? 1 : 0);
    }

    // Words beside the amount with their place, prefixes and suffixes.
    private static void AddWindow(RoleContext context, SentenceRange range, RecognizedAmount self, FeatureBuffer features)
    {
        Span<uint> left = stackalloc uint[5];
        Span<uint> right = stackalloc uint[5];
        for (int k = 1; k <= 4; k++)
        {
            left[k] = WordAt(context, range, self.FirstToken - k);
            right[k] = WordAt(context, range, self.EndToken - 1 + k);
            AddHash(features, "w-", k, left[k]);
            AddHash(features, "w+", k, right[k]);
            if (k <= 3)
            {
                AddAffixes(context, range, self.FirstToken - k, "a-", k, features);
                AddAffixes(context, range, self.EndToken - 1 + k, "a+", k, features);
            }
        }

        AddHash(features, "w-2-1", 0, FeatureHash.Combine(left[2], left[1]));
        AddHash(features, "w-3-2-1", 0, FeatureHash.Combine(FeatureHash.Combine(left[3], left[2]), left[1]));
        AddHash(features, "w-1+1", 0, FeatureHash.Combine(left[1], right[1]));
        AddHash(features, "w+1+2", 0, FeatureHash.Combine(right[1], right[2]));
        AddGovernor(context, range, self, left[1], features);
        Span<char> lower = stackalloc char[LongestWord];
        for (int i = self.FirstToken; i < self.EndToken; i++)
        {
            ReadOnlySpan<char> word = Lower(context.Text[i], lower);
            if (word.Length > 8)
            {
                AddHash(features, "self", 0, FeatureHash.Of(word[^6..])); // "30-Milliarden-Euro-Deal"
            }
        }
    }

    // The nearest noun on either side, with the preposition before the amount: "Verlust in Höhe von".
    private static void AddGovernor(RoleContext context, SentenceRange range, RecognizedAmount self, uint wordBefore, FeatureBuffer features)
    {
        Span<char> lower = stackalloc char[LongestWord];
        int found = 0;
        for (int i = self.FirstToken - 1; i >= range.FirstToken && i >= self.FirstToken - 10 && found < 2; i--)
        {
            if (IsNoun(context, i) && context.Text[i] is not "Höhe")
            {
                ReadOnlySpan<char> word = Lower(context.Text[i], lower);
                AddHash(features, "gov", found, FeatureHash.Of(word));
                AddHash(features, "govhead", found, FeatureHash.Of(word[Math.Max(0, word.Length - 5)..]));
                AddHash(features, "govprep", found, FeatureHash.Combine(FeatureHash.Of(word[Math.Max(0, word.Length - 6)..]), wordBefore));
                found++;
            }
        }

        for (int i = self.EndToken; i < range.EndToken && i < self.EndToken + 6; i++)
        {
            if (IsNoun(context, i))
            {
                ReadOnlySpan<char> word = Lower(context.Text[i], lower);
                AddHash(features, "dep", 0, FeatureHash.Of(word));
                AddHash(features, "dephead", 0, FeatureHash.Of(word[Math.Max(0, word.Length - 5)..]));
                break;
            }
        }
    }

    private static bool IsNoun(RoleContext context, int token) => context.EntityTypeAt[token] == 0 && context.AmountAt[token] == 0
        && context.Text.Tokens[token] is { Kind: TokenKind.Word, Length: > 2 } t && char.IsUpper(context.Text.Text[t.Start]);

    // Content words near the amount, by side: their beginnings tell the stem, inflection aside.
    private static void AddBag(RoleContext context, SentenceRange range, RecognizedAmount self, FeatureBuffer features)
    {
        Span<char> lower = stackalloc char[LongestWord];
        int first = Math.Max(range.FirstToken, self.FirstToken - Reach), end = Math.Min(range.EndToken, self.EndToken + Reach);
        for (int i = first; i < end; i++)
        {
            if (context.AmountAt[i] != 0)
            {
                continue;
            }

            bool before = i < self.FirstToken;
            int distance = before ? self.FirstToken - i : i - self.EndToken + 1;
            if (context.EntityTypeAt[i] != 0)
            {
                Add(features, before ? "ent-" : "ent+", (context.EntityTypeAt[i] * 3) + (distance <= 2 ? 0 : distance <= 6 ? 1 : 2));
                continue;
            }

            if (context.Text.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Abbreviation))
            {
                if (context.Text[i] is ['%'])
                {
                    Add(features, "percent", before ? 1 : 2);
                }

                continue;
            }

            ReadOnlySpan<char> word = Lower(context.Text[i], lower);
            if (word.Length > 3)
            {
                uint stem = FeatureHash.Of(word[..Math.Min(6, word.Length)]);
                AddHash(features, "bag", 0, stem);
                AddHash(features, before ? "bag-" : "bag+", distance <= 6 ? 0 : 1, stem);
                if (word.Length > 8)
                {
                    AddHash(features, "tail", 0, FeatureHash.Of(word[^6..]));
                }
            }
        }
    }

    private static void AddTriggers(RoleContext context, int sentence, RecognizedAmount self, FeatureBuffer features)
    {
        TriggerHit best = default, bestNoun = default;
        int bestDistance = int.MaxValue, bestNounDistance = int.MaxValue;
        ReadOnlySpan<TriggerHit> near = Near(context.TriggersOf(sentence), self.FirstToken - Reach, self.EndToken + Reach);
        foreach (TriggerHit hit in near)
        {
            bool inside = hit.Token >= self.FirstToken && hit.Token < self.EndToken;
            bool before = hit.Token < self.FirstToken;
            int distance = inside ? 0 : before ? self.FirstToken - hit.Token : hit.Token - self.EndToken + 1;
            int use = (int)hit.Use;
            if (inside)
            {
                Add(features, "tin", (int)hit.Role);
                continue;
            }

            int bucket = distance <= 1 ? 0 : distance <= 3 ? 1 : distance <= 6 ? 2 : distance <= 11 ? 3 : 4;
            bool clause = SameClause(context, self, hit.Token);
            Add(features, before ? "t-" : "t+", (((((int)hit.Role * 8) + use) * 8) + bucket));
            Add(features, "tany", ((int)hit.Role * 8) + use);
            Add(features, clause ? "tclause" : "tother", ((int)hit.Role * 8) + use);
            int weighted = distance + (clause ? 0 : 8) + (before ? 0 : 1);
            if (weighted < bestDistance && hit.Use != TriggerUse.Lower)
            {
                (best, bestDistance) = (hit, weighted);
            }

            if (weighted < bestNounDistance && hit.Use is TriggerUse.Noun or TriggerUse.Phrase)
            {
                (bestNoun, bestNounDistance) = (hit, weighted);
            }
        }

        if (bestDistance < int.MaxValue)
        {
            Add(features, "tbest", ((int)best.Role * 8) + (int)best.Use);
        }

        if (bestNounDistance < int.MaxValue)
        {
            // Every role that the nearest noun may speak for.
            foreach (TriggerHit hit in near)
            {
                if (hit.Token == bestNoun.Token)
                {
                    Add(features, "tnoun", (int)hit.Role);
                }
            }
        }

        for (int other = Math.Max(0, sentence - 4); other <= sentence + 2 && other < context.Text.Sentences.Length; other++)
        {
            if (other == sentence)
            {
                continue;
            }

            int offset = other - sentence;
            ReadOnlySpan<TriggerHit> hits = context.TriggersOf(other);
            foreach (TriggerHit hit in other < sentence ? hits[Math.Max(0, hits.Length - MostTriggers)..] : hits[..Math.Min(hits.Length, MostTriggers)])
            {
                if (hit.Use is TriggerUse.Noun or TriggerUse.Phrase)
                {
                    AddWeighted(features, "tnear", (int)hit.Role, 0.3f);
                    if (offset is -1 or -2 or 1)
                    {
                        AddWeighted(features, "tback", ((int)hit.Role * 4) + offset + 2, 0.5f);
                    }
                }
            }
        }
    }

    private static ReadOnlySpan<TriggerHit> Near(ReadOnlySpan<TriggerHit> hits, int firstToken, int endToken)
    {
        int first = FirstFrom(hits, firstToken);
        return hits[first..Math.Max(first, FirstFrom(hits, endToken))];
    }

    private static int FirstFrom(ReadOnlySpan<TriggerHit> hits, int token)
    {
        int low = 0, high = hits.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = hits[middle].Token < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // No comma, semicolon or dash between.
    private static bool SameClause(RoleContext context, RecognizedAmount self, int token)
    {
        (int from, int to) = token < self.FirstToken ? (token, self.FirstToken) : (self.EndToken, token);
        for (int i = from; i < to; i++)
        {
            if (context.Text[i] is [',' or ';' or '–' or ':'])
            {
                return false;
            }
        }

        return true;
    }

    // The role of the amount before and how this one is tied to it: "von 7,7 auf 10,3 Milliarden", "(Vorjahr: 40)".
    private static void AddPrevious(RoleContext context, int sentence, int amount, AmountRole? previous, FeatureBuffer features)
    {
        int role = previous is { } p ? (int)p + 1 : 0;
        if (amount == 0)
        {
            Add(features, "prev", -1);
            return;
        }

        RecognizedAmount self = context.Amounts[amount], before = context.Amounts[amount - 1];
        int distance = sentence - context.Text.SentenceOf(before.FirstToken);
        Add(features, "prev", (role * 4) + Math.Min(distance, 3));
        bool alike = self.Currency == before.Currency && self.Rate == before.Rate;
        if (distance != 0)
        {
            Add(features, "prevalike", (role * 8) + (alike ? 1 : 0) + (Math.Min(distance, 2) * 2));
            return;
        }

        int gap = self.FirstToken - before.EndToken;
        Add(features, "prevgap", (role * 16) + (Math.Min(gap, 6) * 2) + (alike ? 1 : 0));
        if (gap <= 4)
        {
            Span<char> lower = stackalloc char[LongestWord];
            uint between = 1;
            for (int i = before.EndToken; i < self.FirstToken; i++)
            {
                between = FeatureHash.Combine(between, FeatureHash.Of(Lower(context.Text[i], lower)));
            }

            AddHash(features, "prevtie", role, between);
        }

        for (int i = before.EndToken; i < self.FirstToken && i < before.EndToken + 10; i++)
        {
            if (context.Text[i] is "auf" or "nach" or "statt" or "Vorjahr" or "Vorjahres" or "zuvor" or "umgerechnet" or "(" or "von" or "gegenüber" or "bis")
            {
                AddHash(features, "prevword", role, FeatureHash.Of(context.Text[i]));
            }
        }
    }

    private static void AddAffixes(RoleContext context, SentenceRange range, int token, string template, int k, FeatureBuffer features)
    {
        if (token < range.FirstToken || token >= range.EndToken || context.AmountAt[token] != 0 || context.EntityTypeAt[token] != 0)
        {
            return;
        }

        Span<char> lower = stackalloc char[LongestWord];
        ReadOnlySpan<char> word = Lower(context.Text[token], lower);
        if (word.Length > 4)
        {
            AddHash(features, template, k, FeatureHash.Of(word[^4..]));
            AddHash(features, template, 8 + k, FeatureHash.Of(word[..5]));
        }
    }

    private static uint WordAt(RoleContext context, SentenceRange range, int token)
    {
        if (token < range.FirstToken || token >= range.EndToken)
        {
            return FeatureHash.Of("<edge>");
        }

        if (context.AmountAt[token] != 0)
        {
            return FeatureHash.Of("<amount>");
        }

        if (context.EntityTypeAt[token] is > 0 and byte type)
        {
            return FeatureHash.Combine(FeatureHash.Of("<entity>"), type);
        }

        if (context.Text.Tokens[token].Kind is TokenKind.Number or TokenKind.Ordinal)
        {
            return FeatureHash.Of("<number>");
        }

        Span<char> lower = stackalloc char[LongestWord];
        return FeatureHash.Of(Lower(context.Text[token], lower));
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        ReadOnlySpan<char> end = word[Math.Max(0, word.Length - LongestWord)..];
        return buffer[..end.ToLowerInvariant(buffer)];
    }

    private static void AddWeighted(FeatureBuffer features, string template, int value, float weight) =>
        features.Add(FeatureHash.Combine(FeatureHash.Of(template), (uint)value), weight);

    private static void Add(FeatureBuffer features, string template, int value) => AddHash(features, template, 0, (uint)value);

    private static void AddHash(FeatureBuffer features, string template, int part, uint value) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Of(template), (uint)part), value));
}
