using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The features of the words around an amount: those beside it, the nouns that it belongs to, the stems of its sentence.</summary>
internal static class RoleWordFeatures
{
    private const int GroupReach = 12; // tokens on either side whose groups of words count
    private const int ShortestPart = 3; // of a compound, before its head
    private const int ShortestHead = 4;

    // Words beside the amount with their place, prefixes and suffixes.
    public static void AddWindow(RoleContext context, SentenceRange range, RecognizedAmount self, FeatureBuffer features)
    {
        Span<uint> left = stackalloc uint[5];
        Span<uint> right = stackalloc uint[5];
        for (int k = 1; k <= 4; k++)
        {
            left[k] = WordAt(context, range, self.FirstToken - k);
            right[k] = WordAt(context, range, self.EndToken - 1 + k);
            RoleFeatures.AddHash(features, RoleTemplate.WordBefore, k, left[k]);
            RoleFeatures.AddHash(features, RoleTemplate.WordBehind, k, right[k]);
            if (k <= 3)
            {
                AddAffixes(context, range, self.FirstToken - k, RoleTemplate.AffixBefore, k, features);
                AddAffixes(context, range, self.EndToken - 1 + k, RoleTemplate.AffixBehind, k, features);
            }
        }

        RoleFeatures.AddHash(features, RoleTemplate.TwoBefore, 0, FeatureHash.Combine(left[2], left[1]));
        RoleFeatures.AddHash(features, RoleTemplate.ThreeBefore, 0, FeatureHash.Combine(FeatureHash.Combine(left[3], left[2]), left[1]));
        RoleFeatures.AddHash(features, RoleTemplate.Around, 0, FeatureHash.Combine(left[1], right[1]));
        RoleFeatures.AddHash(features, RoleTemplate.TwoBehind, 0, FeatureHash.Combine(right[1], right[2]));
        AddGovernor(context, range, self, left[1], features);
        Span<char> lower = stackalloc char[RoleFeatures.LongestWord];
        for (int i = self.FirstToken; i < self.EndToken; i++)
        {
            ReadOnlySpan<char> word = RoleFeatures.Lower(context.Text[i], lower);
            if (word.Length > 8)
            {
                RoleFeatures.AddHash(features, RoleTemplate.Self, 0, FeatureHash.Of(word[^6..])); // "30-Milliarden-Euro-Deal"
            }
        }
    }

    private static void AddAffixes(RoleContext context, SentenceRange range, int token, RoleTemplate template, int k, FeatureBuffer features)
    {
        if (token < range.FirstToken || token >= range.EndToken || context.AmountAt[token] != 0 || context.EntityTypeAt[token] != 0)
        {
            return;
        }

        Span<char> lower = stackalloc char[RoleFeatures.LongestWord];
        ReadOnlySpan<char> word = RoleFeatures.Lower(context.Text[token], lower);
        if (word.Length > 4)
        {
            RoleFeatures.AddHash(features, template, k, FeatureHash.Of(word[^4..]));
            RoleFeatures.AddHash(features, template, 8 + k, FeatureHash.Of(word[..5]));
        }
    }

    // The nearest noun on either side, with the preposition before the amount: "Verlust in Höhe von".
    private static void AddGovernor(RoleContext context, SentenceRange range, RecognizedAmount self, uint wordBefore, FeatureBuffer features)
    {
        Span<char> lower = stackalloc char[RoleFeatures.LongestWord];
        int found = 0;
        for (int i = self.FirstToken - 1; i >= range.FirstToken && i >= self.FirstToken - 10 && found < 2; i--)
        {
            if (IsNoun(context, i) && context.Text[i] is not "Höhe")
            {
                ReadOnlySpan<char> word = RoleFeatures.Lower(context.Text[i], lower);
                RoleFeatures.AddHash(features, RoleTemplate.Governor, found, FeatureHash.Of(word));
                RoleFeatures.AddHash(features, RoleTemplate.GovernorHead, found, FeatureHash.Of(word[Math.Max(0, word.Length - 5)..]));
                AddGroups(context, i, RoleTemplate.GovernorGroup, found, features);
                RoleFeatures.AddHash(features, RoleTemplate.GovernorAndWord, found, FeatureHash.Combine(FeatureHash.Of(word[Math.Max(0, word.Length - 6)..]), wordBefore));
                found++;
            }
        }

        for (int i = self.EndToken; i < range.EndToken && i < self.EndToken + 6; i++)
        {
            if (IsNoun(context, i))
            {
                ReadOnlySpan<char> word = RoleFeatures.Lower(context.Text[i], lower);
                AddGroups(context, i, RoleTemplate.DependentGroup, 0, features);
                RoleFeatures.AddHash(features, RoleTemplate.Dependent, 0, FeatureHash.Of(word));
                RoleFeatures.AddHash(features, RoleTemplate.DependentHead, 0, FeatureHash.Of(word[Math.Max(0, word.Length - 5)..]));
                break;
            }
        }
    }

    // The surroundings that a word has in running text: what tells of unseen nouns. Of an unknown compound, those of its head.
    private static void AddGroups(RoleContext context, int token, RoleTemplate template, int part, FeatureBuffer features)
    {
        ReadOnlySpan<char> word = context.Text[token];
        Span<char> buffer = stackalloc char[WordKey.Longest];
        Span<char> head = stackalloc char[WordKey.Longest];
        int group = context.Words.Find(WordKey.Of(word, buffer)).Group;
        for (int cut = ShortestPart; group == 0 && char.IsUpper(word[0]) && cut <= word.Length - ShortestHead && cut < RoleFeatures.LongestWord; cut++)
        {
            ReadOnlySpan<char> rest = word[cut..Math.Min(word.Length, cut + WordKey.Longest)];
            rest.CopyTo(head);
            head[0] = char.ToUpperInvariant(head[0]);
            group = context.Words.Find(head[..rest.Length]).Group;
        }

        if (group != 0)
        {
            RoleFeatures.AddHash(features, template, part, (uint)group);
            RoleFeatures.AddHash(features, template, part + 8, context.Words.Coarser(group) & 0xFFFF);
        }
    }

    private static bool IsNoun(RoleContext context, int token) => context.EntityTypeAt[token] == 0 && context.AmountAt[token] == 0
        && context.Text.Tokens[token] is { Kind: TokenKind.Word, Length: > 2 } t && char.IsUpper(context.Text.Text[t.Start]);

    // Content words near the amount, by side: their beginnings tell the stem, inflection aside.
    public static void AddStems(RoleContext context, SentenceRange range, RecognizedAmount self, FeatureBuffer features)
    {
        Span<char> lower = stackalloc char[RoleFeatures.LongestWord];
        int first = Math.Max(range.FirstToken, self.FirstToken - RoleFeatures.Reach), end = Math.Min(range.EndToken, self.EndToken + RoleFeatures.Reach);
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
                RoleFeatures.Add(features, before ? RoleTemplate.EntityBefore : RoleTemplate.EntityBehind, (context.EntityTypeAt[i] * 3) + (distance <= 2 ? 0 : distance <= 6 ? 1 : 2));
                continue;
            }

            if (context.Text.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Abbreviation))
            {
                if (context.Text[i] is ['%'])
                {
                    RoleFeatures.Add(features, RoleTemplate.Percent, before ? 1 : 2);
                }

                continue;
            }

            ReadOnlySpan<char> word = RoleFeatures.Lower(context.Text[i], lower);
            if (word.Length > 3)
            {
                if (distance <= GroupReach)
                {
                    AddGroups(context, i, before ? RoleTemplate.GroupBefore : RoleTemplate.GroupBehind, distance <= 6 ? 0 : 1, features);
                }

                uint stem = FeatureHash.Of(word[..Math.Min(6, word.Length)]);
                RoleFeatures.AddHash(features, RoleTemplate.Stem, 0, stem);
                RoleFeatures.AddHash(features, before ? RoleTemplate.StemBefore : RoleTemplate.StemBehind, distance <= 6 ? 0 : 1, stem);
                if (word.Length > 8)
                {
                    RoleFeatures.AddHash(features, RoleTemplate.Ending, 0, FeatureHash.Of(word[^6..]));
                }
            }
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

        Span<char> lower = stackalloc char[RoleFeatures.LongestWord];
        return FeatureHash.Of(RoleFeatures.Lower(context.Text[token], lower));
    }
}
