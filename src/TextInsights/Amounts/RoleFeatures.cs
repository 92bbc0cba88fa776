using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The features of an amount that tell its role: one extractor for training and inference.</summary>
internal static class RoleFeatures
{
    /// <summary>Id of this extractor; changes with any change of a feature.</summary>
    public const string Schema = "roles-3";

    /// <summary>The features are hashed into 2^Bits slots.</summary>
    public const int Bits = 16;

    /// <summary>Tokens on either side whose words count.</summary>
    public const int Reach = 25;

    /// <summary>Of longer words, the end counts.</summary>
    public const int LongestWord = 40;

    /// <summary>Writes the features of an amount. <paramref name="roles"/> are those of the amounts before.</summary>
    public static void Extract(RoleContext context, int amount, ReadOnlySpan<AmountRole> roles, FeatureBuffer features)
    {
        features.Clear();
        RecognizedAmount self = context.Amounts[amount];
        int sentence = context.Text.SentenceOf(self.FirstToken);
        SentenceRange range = context.Text.Sentences[sentence];
        AddValue(self, features);
        AddPlace(context, sentence, range, self, features);
        WorthPattern worth = WorthPatterns.Of(context.Text, range, self.FirstToken, self.EndToken);
        AddWeighted(features, RoleTemplate.Worth, (int)worth, 3); // so sure that the penalty on weights should not count
        RoleWordFeatures.AddWindow(context, range, self, features);
        RoleWordFeatures.AddStems(context, range, self, features);
        RoleTriggerFeatures.Add(context, sentence, self, features);
        AddPrevious(context, sentence, amount, amount == 0 ? null : roles[amount - 1], features);
        AddWeighted(features, RoleTemplate.Equal, context.EqualBefore[amount] is >= 0 and int equal ? 1 + (int)roles[equal] : 0, 2);
    }

    private static void AddValue(RecognizedAmount self, FeatureBuffer features)
    {
        double value = (double)(self.Maximum ?? self.Minimum ?? 0);
        int size = value <= 0 ? -9 : (int)Math.Floor(Math.Log10(value));
        Add(features, RoleTemplate.Size, size);
        Add(features, RoleTemplate.SizeClass, size / 3);
        Add(features, RoleTemplate.Qualifier, (int)self.Qualifier);
        Add(features, RoleTemplate.Rate, self.Rate is { } rate ? (int)rate + 1 : 0);
        uint currency = FeatureHash.Of(self.Currency?.Code ?? "none");
        AddHash(features, RoleTemplate.Currency, 0, currency);
        Add(features, RoleTemplate.SizeAndRate, (size * 100) + (self.Rate is { } r ? (int)r + 1 : 0));
        bool cents = self.Maximum is { } m && m != decimal.Truncate(m);
        Add(features, RoleTemplate.Cents, cents ? 1 + Math.Min(size, 4) : 0);
    }

    private static void AddPlace(RoleContext context, int sentence, SentenceRange range, RecognizedAmount self, FeatureBuffer features)
    {
        Add(features, RoleTemplate.SentenceKind, (int)range.Kind);
        Add(features, RoleTemplate.SentenceNumber, sentence == 0 ? 1 : sentence < 3 ? 2 : 3);
        Add(features, RoleTemplate.Place, self.FirstToken == range.FirstToken ? 1 : self.FirstToken - range.FirstToken < 4 ? 2 : self.EndToken + 3 > range.EndToken ? 3 : 4);
        bool bracket = self.FirstToken > range.FirstToken && context.Text[self.FirstToken - 1] is ['('];
        Add(features, RoleTemplate.Bracket, bracket ? 1 : 0);
    }

    // The role of the amount before and how this one is tied to it: "von 7,7 auf 10,3 Milliarden", "(Vorjahr: 40)".
    private static void AddPrevious(RoleContext context, int sentence, int amount, AmountRole? previous, FeatureBuffer features)
    {
        int role = previous is { } p ? (int)p + 1 : 0;
        if (amount == 0)
        {
            Add(features, RoleTemplate.Previous, -1);
            return;
        }

        RecognizedAmount self = context.Amounts[amount], before = context.Amounts[amount - 1];
        int distance = sentence - context.Text.SentenceOf(before.FirstToken);
        Add(features, RoleTemplate.Previous, (role * 4) + Math.Min(distance, 3));
        bool alike = self.Currency == before.Currency && self.Rate == before.Rate;
        if (distance != 0)
        {
            Add(features, RoleTemplate.PreviousAlike, (role * 8) + (alike ? 1 : 0) + (Math.Min(distance, 2) * 2));
            return;
        }

        int gap = self.FirstToken - before.EndToken;
        Add(features, RoleTemplate.PreviousGap, (role * 16) + (Math.Min(gap, 6) * 2) + (alike ? 1 : 0));
        if (gap <= 4)
        {
            Span<char> lower = stackalloc char[LongestWord];
            uint between = 1;
            for (int i = before.EndToken; i < self.FirstToken; i++)
            {
                between = FeatureHash.Combine(between, FeatureHash.Of(Lower(context.Text[i], lower)));
            }

            AddHash(features, RoleTemplate.PreviousTie, role, between);
        }

        for (int i = before.EndToken; i < self.FirstToken && i < before.EndToken + 10; i++)
        {
            if (context.Text[i] is "auf" or "nach" or "statt" or "Vorjahr" or "Vorjahres" or "zuvor" or "umgerechnet" or "(" or "von" or "gegenüber" or "bis")
            {
                AddHash(features, RoleTemplate.PreviousWord, role, FeatureHash.Of(context.Text[i]));
            }
        }
    }

    public static void AddWeighted(FeatureBuffer features, RoleTemplate template, int value, float weight) =>
        features.Add(FeatureHash.Combine((uint)template, (uint)value), weight);

    public static void Add(FeatureBuffer features, RoleTemplate template, int value) => AddHash(features, template, 0, (uint)value);

    public static void AddHash(FeatureBuffer features, RoleTemplate template, int part, uint value) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine((uint)template, (uint)part), value));

    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        ReadOnlySpan<char> end = word[Math.Max(0, word.Length - LongestWord)..];
        return buffer[..end.ToLowerInvariant(buffer)];
    }
}
