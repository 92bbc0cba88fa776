using TextInsights.Features;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>The features of a valuation that tell its status.</summary>
internal static class ValuationFeatures
{
    /// <summary>Id of this extractor; changes with any change of a feature.</summary>
    public const string Schema = "valuations-2";

    /// <summary>The features are hashed into 2^Bits slots.</summary>
    public const int Bits = 14;

    private const int LongestWord = 24;

    public static void Extract(ValuationContext context, FeatureBuffer features)
    {
        features.Clear();
        SentenceRange range = context.Text.Sentences[context.Sentence];
        Add(features, "kind", 0, (uint)range.Kind);
        Add(features, "role", 0, (uint)context.Amounts[context.Amount].Role);
        Add(features, "qualifier", 0, (uint)context.Amounts[context.Amount].Qualifier);
        AddCues(context, features);
        AddWords(context, range, features);
        AddNeighbours(context, features);
    }

    private static void AddCues(ValuationContext context, FeatureBuffer features)
    {
        Span<bool> near = stackalloc bool[8];
        Span<bool> far = stackalloc bool[8];
        foreach (StemHit hit in context.Cues)
        {
            uint cue = (uint)ValuationCues.Of(hit.Payload);
            bool clause = hit.Token >= context.ClauseFirst && hit.Token < context.ClauseEnd;
            (clause ? near : far)[(int)cue] = true;
            Add(features, clause ? "cueword" : "cuewordfar", 0, (uint)hit.Payload);
            Add(features, "cueside", clause ? 1u : 0, (cue * 2) + (hit.Token < context.First ? 1u : 0));
        }

        for (uint cue = 0; cue < 7; cue++)
        {
            Add(features, "cue", cue, (near[(int)cue] ? 1u : 0) + (far[(int)cue] ? 2u : 0));
        }
    }

    private static void AddWords(ValuationContext context, SentenceRange range, FeatureBuffer features)
    {
        Span<char> lower = stackalloc char[LongestWord];
        for (int i = Math.Max(range.FirstToken, context.First - 30); i < range.EndToken && i < context.End + 30; i++)
        {
            bool clause = i >= context.ClauseFirst && i < context.ClauseEnd;
            ReadOnlySpan<char> word = context.Text[i];
            if (word is ['1' or '2', '9' or '0', _, _])
            {
                Add(features, "year", clause ? 1u : 0, 1);
            }

            if (IsAuxiliary(word))
            {
                Add(features, "auxiliary", clause ? 1u : 0, FeatureHash.Of(word));
            }
            else if (word.Length > 3 && char.IsLetter(word[0]))
            {
                string template = (char.IsLower(word[0]), clause) switch { (true, true) => "word", (true, false) => "wordfar", (false, true) => "noun", _ => "nounfar" };
                Add(features, template, 0, FeatureHash.Of(word[..Math.Min(6, word.Length)]));
            }

            if (clause && i + 1 < context.ClauseEnd && char.IsLetter(word[0]) && char.IsLetter(context.Text[i + 1][0]))
            {
                Add(features, "pair", 0, FeatureHash.Combine(FeatureHash.Of(Lower(word, lower)), FeatureHash.Of(Lower(context.Text[i + 1], lower))));
            }
        }

        for (int k = 1; k <= 2; k++)
        {
            int before = context.First - k, after = context.End - 1 + k;
            Add(features, "before", (uint)k, before >= range.FirstToken ? FeatureHash.Of(Lower(context.Text[before], lower)) : 0);
            Add(features, "after", (uint)k, after < range.EndToken ? FeatureHash.Of(Lower(context.Text[after], lower)) : 0);
        }
    }

    // "von 2,9 auf 1,5 Milliarden", "383 Milliarden, nach 183 im Jahr zuvor".
    private static void AddNeighbours(ValuationContext context, FeatureBuffer features)
    {
        for (int step = -1; step <= 1; step += 2)
        {
            int other = context.Amount + step;
            if (other < 0 || other >= context.Amounts.Length)
            {
                continue;
            }

            MonetaryAmount amount = context.Amounts[other];
            int first = context.Text.TokenAt(amount.Start), end = context.Text.TokenAt(amount.End - 1) + 1;
            int distance = context.Text.SentenceOf(first) - context.Sentence;
            bool worth = amount.Role is AmountRole.Valuation or AmountRole.MarketCap;
            Add(features, step < 0 ? "previous" : "following", (uint)Math.Min(Math.Abs(distance), 2), worth ? 1u : 0);
            if (distance != 0 || !worth)
            {
                continue;
            }

            (int from, int to) = step < 0 ? (end, context.First) : (context.End, first);
            for (int i = from; i < to && i < from + 12; i++)
            {
                if (context.Text[i] is "auf" or "nach" or "statt" or "von" or "noch" or "zuvor" or "umgerechnet" or "(" or "als" or "und")
                {
                    Add(features, step < 0 ? "tieback" : "tie", 0, FeatureHash.Of(context.Text[i]));
                }
            }
        }
    }

    private static bool IsAuxiliary(ReadOnlySpan<char> word) => word is "ist" or "sind" or "war" or "waren" or "sei" or "seien" or "wäre" or "wären" or "wird" or "werden" or "wurde"
        or "wurden" or "werde" or "würde" or "würden" or "hat" or "hatte" or "hatten" or "habe" or "hätte" or "hätten" or "soll" or "sollen" or "sollte" or "könnte" or "könnten"
        or "dürfte" or "dürften" or "käme" or "kommt" or "kam" or "worden" or "gewesen" or "noch" or "nur" or "jetzt" or "nun" or "heute" or "damit" or "Damit" or "derzeit" or "inzwischen" or "aktuell";

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        ReadOnlySpan<char> end = word[Math.Max(0, word.Length - LongestWord)..];
        return buffer[..end.ToLowerInvariant(buffer)];
    }

    private static void Add(FeatureBuffer features, string template, uint part, uint value) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Of(template), part), value));
}
