using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TextInsights.Lexicons;

namespace TextInsights.Relations;

/// <summary>How far around a trigger a cue counts.</summary>
internal enum DealCueScope : byte
{
    Clause,
    Sentence,
    Next,
}

/// <summary>Words that tell a status. A word of the cue is a form, a stem (ends in '*'), or a gap ("…").</summary>
internal sealed record DealCue(ImmutableArray<string> Words, DealStatus Status, int Weight, DealCueScope Scope);

/// <summary>A cue at a token.</summary>
internal readonly record struct DealCueHit(int Token, DealCue Cue);

/// <summary>Status cues, loaded once from <c>lexicons/deal_status.tsv</c>.</summary>
internal static class DealStatusLexicon
{
    private const int LongestWord = 40;
    private const int LongestGap = 6;

    private static readonly FrozenDictionary<string, ImmutableArray<DealCue>> Exact;
    private static readonly LetterFilter Beginnings = new();
    private static readonly LetterTrie Stems;
    private static readonly ImmutableArray<ImmutableArray<DealCue>> CuesOfStem;

    static DealStatusLexicon()
    {
        ImmutableArray<DealCue> cues =
        [
            .. TsvTable.Embedded("lexicons/deal_status.tsv").Rows.Select(row => new DealCue([.. row["cue"].Split(' ')],
                Enum.Parse<DealStatus>(row["status"], ignoreCase: true), int.Parse(row["weight"], CultureInfo.InvariantCulture),
                Enum.Parse<DealCueScope>(row["scope"], ignoreCase: true))),
        ];
        foreach (DealCue cue in cues)
        {
            Beginnings.Add(cue.Words[0].TrimEnd('*'));
        }

        Exact = cues.Where(c => c.Words[0][^1] != '*').GroupBy(c => c.Words[0]).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        var stems = new LetterTrie.Builder();
        var ofStem = ImmutableArray.CreateBuilder<ImmutableArray<DealCue>>();
        foreach (var alike in cues.Where(c => c.Words[0][^1] == '*').GroupBy(c => c.Words[0][..^1]))
        {
            stems.Set(alike.Key, ofStem.Count);
            ofStem.Add([.. alike]);
        }

        (Stems, CuesOfStem) = (stems.Build(), ofStem.ToImmutable());
    }

    /// <summary>Adds the cues of a token range in order.</summary>
    public static void Find(Segmentation.SegmentedText text, int first, int end, List<DealCueHit> hits)
    {
        var exact = Exact.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestWord];
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = text[i];
            if (word.Length > LongestWord || word.Length < 3 || !Beginnings.MayBegin(word[0], word[1], word[2]) || !char.IsLetter(word[0]))
            {
                continue;
            }

            ReadOnlySpan<char> folded = lower[..word.ToLowerInvariant(lower)];
            if (exact.TryGetValue(folded, out ImmutableArray<DealCue> cues))
            {
                Add(text, i, end, cues, hits);
            }

            for (int length = 1, node = Stems.Root(folded[0]); node != 0; node = length < folded.Length ? Stems.Child(node, folded[length++]) : 0)
            {
                if (Stems.ValueOf(node) is >= 0 and int stem)
                {
                    Add(text, i, end, CuesOfStem[stem], hits);
                }
            }
        }
    }

    private static void Add(Segmentation.SegmentedText text, int at, int end, ImmutableArray<DealCue> cues, List<DealCueHit> hits)
    {
        foreach (DealCue cue in cues)
        {
            if (Matches(text, at + 1, end, cue.Words, 1))
            {
                hits.Add(new DealCueHit(at, cue));
            }
        }
    }

    private static bool Matches(Segmentation.SegmentedText text, int token, int end, ImmutableArray<string> words, int word)
    {
        if (word == words.Length)
        {
            return true;
        }

        if (words[word] == "…")
        {
            for (int i = token; i < end && i <= token + LongestGap + 6; i++)
            {
                if (Matches(text, i, end, words, word + 1))
                {
                    return true;
                }
            }

            return false;
        }

        if (token >= end)
        {
            return false;
        }

        ReadOnlySpan<char> pattern = words[word];
        bool equal = pattern[^1] == '*'
            ? text[token].StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : text[token].Equals(pattern, StringComparison.OrdinalIgnoreCase);
        return equal && Matches(text, token + 1, end, words, word + 1);
    }
}
