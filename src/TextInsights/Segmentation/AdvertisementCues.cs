using System.Collections.Frozen;
using System.Globalization;
using TextInsights.Lexicons;

namespace TextInsights.Segmentation;

/// <summary>What a cue says about a sentence. The first ones speak for an advertisement, the last two against.</summary>
internal enum CueGroup : byte
{
    /// <summary>"Anzeige:", "Lesen Sie auch": counts where a paragraph begins.</summary>
    Label,

    /// <summary>What is promoted: newsletter, e-book, webinar, subscription.</summary>
    Medium,

    /// <summary>Costs nothing, binds to nothing.</summary>
    Free,

    /// <summary>What the reader shall do.</summary>
    Action,

    /// <summary>The publisher speaks of itself and its partners.</summary>
    Own,

    /// <summary>Price, discount, bonus.</summary>
    Offer,

    /// <summary>Turns to the reader.</summary>
    Opener,

    /// <summary>Telephone numbers and links.</summary>
    Contact,

    /// <summary>The language of news: somebody said, something rose.</summary>
    Report,

    /// <summary>Notices to shareholders and the press.</summary>
    Formal,
}

/// <summary>The phrases of <c>lexicons/advertisement_cues.tsv</c>, found with one look-up per token.</summary>
internal static class AdvertisementCues
{
    public const int GroupCount = 10;
    private const int KeyLength = 4; // characters of the first word that select the phrases to compare

    private static readonly FrozenDictionary<ulong, Cue[]> CuesByStart = Read(endings: false);
    private static readonly FrozenDictionary<ulong, Cue[]> CuesByEnding = Read(endings: true);
    private static readonly LetterFilter Beginnings = FilterOf(CuesByStart);
    private static readonly LetterFilter Endings = FilterOf(CuesByEnding);

    /// <summary>Adds the weight of the longest cue that begins at a token to its group.</summary>
    public static void Match(TokenizedText text, int token, int end, Span<float> weights)
    {
        ReadOnlySpan<char> word = text[token];
        Cue? cue = null;
        Cue[]? cues;
        if (word.Length < 3 || Beginnings.MayBegin(word[0], word[1], word[2]))
        {
            cue = CuesByStart.TryGetValue(KeyOf(word[..Math.Min(word.Length, KeyLength)]), out cues) ? Longest(cues, text, token, end) : null;
        }

        if (cue is null && word.Length > KeyLength && Endings.MayBegin(word[^4], word[^3], word[^2]))
        {
            cue = CuesByEnding.TryGetValue(KeyOf(word[^KeyLength..]), out cues) ? Longest(cues, text, token, end) : null;
        }

        if (cue is not null)
        {
            weights[(int)cue.Group] += cue.Weight;
        }
    }

    private static Cue? Longest(Cue[] cues, TokenizedText text, int token, int end)
    {
        foreach (Cue cue in cues)
        {
            if (cue.Matches(text, token, end))
            {
                return cue;
            }
        }

        return null;
    }

    private static FrozenDictionary<ulong, Cue[]> Read(bool endings) =>
        TsvTable.Embedded("lexicons/advertisement_cues.tsv").Rows
            .Where(row => row["cue"].StartsWith('*') == endings)
            .Select(row => new Cue(
                [.. row["cue"].Split(' ')],
                Enum.Parse<CueGroup>(row["group"], ignoreCase: true),
                float.Parse(row["weight"], CultureInfo.InvariantCulture)))
            .GroupBy(cue => KeyOf(Selecting(cue.Words[0])))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(cue => cue.Words.Length).ToArray());

    private static LetterFilter FilterOf(FrozenDictionary<ulong, Cue[]> cues)
    {
        var filter = new LetterFilter();
        foreach (Cue[] alike in cues.Values)
        {
            filter.Add(Selecting(alike[0].Words[0]));
        }

        return filter;
    }

    private static string Selecting(string word) =>
        word[0] == '*' ? word[^KeyLength..] : word.TrimEnd('*') is var start && start.Length <= KeyLength ? start : word[..KeyLength];

    // At most four characters, in small letters, in a number.
    private static ulong KeyOf(ReadOnlySpan<char> part)
    {
        ulong key = 0;
        foreach (char c in part)
        {
            key = (key << 16) | char.ToLowerInvariant(c);
        }

        return key;
    }

    private sealed record Cue(string[] Words, CueGroup Group, float Weight)
    {
        public bool Matches(TokenizedText text, int token, int end)
        {
            if (token + Words.Length > end)
            {
                return false;
            }

            for (int i = 0; i < Words.Length; i++)
            {
                ReadOnlySpan<char> expected = Words[i];
                ReadOnlySpan<char> found = text[token + i];
                bool equal = expected.Length == 1 || (expected[0] != '*' && expected[^1] != '*')
                    ? found.Equals(expected, StringComparison.OrdinalIgnoreCase)
                    : expected[0] == '*'
                        ? found.EndsWith(expected[1..], StringComparison.OrdinalIgnoreCase)
                        : found.StartsWith(expected[..^1], StringComparison.OrdinalIgnoreCase);
                if (!equal)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
