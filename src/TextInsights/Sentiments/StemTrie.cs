using TextInsights.Lexicons;

namespace TextInsights.Sentiments;

/// <summary>A stem of the word lists with the endings it takes.</summary>
/// <param name="Endings">Bits of <see cref="WordEndings"/>.</param>
/// <param name="Kind">What it may be part of.</param>
/// <param name="Reading">What the word does.</param>
/// <param name="Next">Number of the next stem with the same letters; -1 for none.</param>
internal readonly record struct Stem(ulong Endings, StemKind Kind, LexicalReading Reading, int Next);

/// <summary>What a stem may be part of.</summary>
internal enum StemKind : byte
{
    /// <summary>A word written small.</summary>
    Word,

    /// <summary>A noun: written with a capital, and the last part of compounds.</summary>
    Noun,

    /// <summary>Only the last part of compounds ("schuldenfrei").</summary>
    Suffix,
}

/// <summary>
/// Stems by their letters from last to first: one walk from the end of a word finds the word and every word that is its
/// last part, so that the head of a compound decides ("Umsatzrückgang" ends in "Rückgang").
/// </summary>
internal sealed class StemTrie
{
    private const int ShortestFirstPart = 3;
    private const int ShortestHead = 4;

    private readonly Stem[] _stems;
    private readonly LetterTrie _letters;

    public StemTrie(IReadOnlyList<(string Stem, ulong Endings, StemKind Kind, LexicalReading Reading)> stems)
    {
        var builder = new LetterTrie.Builder();
        _stems = new Stem[stems.Count];
        for (int i = 0; i < stems.Count; i++)
        {
            _stems[i] = new Stem(stems[i].Endings, stems[i].Kind, stems[i].Reading, builder.Set(stems[i].Stem.Reverse(), i));
        }

        _letters = builder.Build();
    }

    /// <summary>The longest match that ends a word in small letters; a whole word wins over its last parts.</summary>
    /// <param name="word">The word in small letters, "ß" as "ss".</param>
    /// <param name="allowed">Endings that may be cut off.</param>
    /// <param name="nouns">Whether nouns are looked for.</param>
    /// <param name="others">Whether all other words are looked for.</param>
    /// <param name="reading">What the match does.</param>
    /// <param name="start">Where the match begins; 0 for a whole word.</param>
    public bool TryFind(ReadOnlySpan<char> word, ulong allowed, bool nouns, bool others, out LexicalReading reading, out int start)
    {
        reading = default;
        start = int.MaxValue;
        for (int length = 0; length <= WordEndings.LongestLength && length + 2 < word.Length; length++)
        {
            ulong ending = WordEndings.BitOf(word[^length..]) & allowed;
            if (ending != 0)
            {
                Walk(word[..^length], ending, nouns, others, ref reading, ref start);
            }
        }

        return start != int.MaxValue;
    }

    private void Walk(ReadOnlySpan<char> stem, ulong ending, bool nouns, bool others, ref LexicalReading reading, ref int start)
    {
        int node = _letters.Root(stem[^1]);
        for (int i = stem.Length - 1; node > 0; i--)
        {
            for (int s = _letters.ValueOf(node); s >= 0; s = _stems[s].Next)
            {
                ref readonly Stem found = ref _stems[s];
                if ((found.Endings & ending) != 0 && i <= start && (found.Kind == StemKind.Noun ? nouns : others) && Fits(found.Kind, i, stem.Length - i))
                {
                    reading = found.Reading;
                    start = i;
                }
            }

            if (i == 0)
            {
                return;
            }

            node = _letters.Child(node, stem[i - 1]);
        }
    }

    private static bool Fits(StemKind kind, int firstPart, int head) => kind switch
    {
        StemKind.Suffix => firstPart >= ShortestFirstPart,
        StemKind.Noun => firstPart == 0 || (firstPart >= ShortestFirstPart && head >= ShortestHead),
        _ => firstPart == 0,
    };
}
