using TextInsights.Features;

namespace TextInsights.Segmentation;

/// <summary>
/// What a paragraph shows of an advertisement, as hashed features: its words, pairs and endings of words, its punctuation,
/// and which sorts of cues meet. Training and inference share it.
/// </summary>
internal static class ParagraphFeatures
{
    /// <summary>Changes whenever a feature does.</summary>
    public const string Schema = "advertisements-1";

    /// <summary>Width of the slot numbers.</summary>
    public const int Bits = 16;

    private const int MostTokens = 120;
    private const int LongestWord = 32;
    private const int EndingLength = 5;

    // The templates of the features.
    private static readonly uint Cue = FeatureHash.Of("cue");
    private static readonly uint Cues = FeatureHash.Of("cues");
    private static readonly uint Ending = FeatureHash.Of("ending");
    private static readonly uint First = FeatureHash.Of("first");
    private static readonly uint Last = FeatureHash.Of("last");
    private static readonly uint Length = FeatureHash.Of("length");
    private static readonly uint Pair = FeatureHash.Of("pair");
    private static readonly uint Sorts = FeatureHash.Of("sorts");
    private static readonly uint Weight = FeatureHash.Of("weight");
    private static readonly uint Word = FeatureHash.Of("word");

    /// <summary>Replaces the contents of <paramref name="features"/> by those of a paragraph; returns how often it turns to the reader.</summary>
    public static int Extract(TokenizedText text, ReadOnlySpan<SentenceRange> sentences, FeatureBuffer features)
    {
        features.Clear();
        int first = sentences[0].FirstToken;
        int end = Math.Min(sentences[^1].EndToken, first + MostTokens);
        uint previous = 0;
        for (int i = first; i < end; i++)
        {
            uint word = AddWord(text, i, features);
            if (i > first)
            {
                features.Add(FeatureHash.Combine(FeatureHash.Combine(Pair, previous), word), 0.7f);
            }

            if (i == first || i == end - 1)
            {
                features.Add(FeatureHash.Combine(i == first ? First : Last, word));
            }

            previous = word;
        }

        features.Add(FeatureHash.Combine(Length, (uint)Math.Min(6, int.Log2(end - first + 1))));
        return AddEvidence(text, sentences, features);
    }

    private static uint AddWord(TokenizedText text, int token, FeatureBuffer features)
    {
        ReadOnlySpan<char> surface = text[token];
        Span<char> lower = stackalloc char[LongestWord];
        lower = lower[..Math.Min(surface.Length, LongestWord)];
        for (int i = 0; i < lower.Length; i++)
        {
            char c = surface[i];
            lower[i] = char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c);
        }

        uint word = FeatureHash.Of(lower);
        features.Add(FeatureHash.Combine(Word, word));
        if (surface.Length > EndingLength + 2 && surface.Length <= LongestWord)
        {
            features.Add(FeatureHash.Combine(Ending, FeatureHash.Of(lower[^EndingLength..])), 0.7f);
        }

        return word;
    }

    private static int AddEvidence(TokenizedText text, ReadOnlySpan<SentenceRange> sentences, FeatureBuffer features)
    {
        Span<float> sums = stackalloc float[AdvertisementCues.GroupCount + 5];
        sums.Clear();
        for (int i = 0; i < sentences.Length; i++)
        {
            AdvertisementEvidence evidence = AdvertisementEvidence.Of(text, sentences[i], i == 0);
            for (int group = 0; group < AdvertisementCues.GroupCount; group++)
            {
                sums[group] += Math.Abs(evidence[(CueGroup)group]);
            }

            Span<float> more = sums[AdvertisementCues.GroupCount..];
            more[0] += evidence.Address;
            more[1] += evidence.Imperatives;
            more[2] += evidence.OrdersByInfinitive ? 1 : 0;
            more[3] += evidence.HasLink ? 1 : 0;
            more[4] += evidence.Ours;
        }

        int sorts = 0;
        for (int k = 0; k < sums.Length; k++)
        {
            if (sums[k] == 0)
            {
                continue;
            }

            features.Add(FeatureHash.Combine(Cue, (uint)k));
            features.Add(FeatureHash.Combine(Weight, (uint)k), Math.Min(2, sums[k]));
            if (k is (int)CueGroup.Report or (int)CueGroup.Formal)
            {
                continue;
            }

            sorts++;
            for (int other = 0; other < k; other++)
            {
                if (sums[other] != 0 && other is not ((int)CueGroup.Report or (int)CueGroup.Formal))
                {
                    features.Add(FeatureHash.Combine(FeatureHash.Combine(Cues, (uint)other), (uint)k), 0.7f);
                }
            }
        }

        features.Add(FeatureHash.Combine(Sorts, (uint)Math.Min(4, sorts)));
        return (int)sums[AdvertisementCues.GroupCount];
    }

}
