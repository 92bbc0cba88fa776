using System.Collections.Frozen;
using TextInsights.Lexicons;

namespace TextInsights.Segmentation;

/// <summary>Whether a sentence may end with an abbreviation.</summary>
internal enum AbbreviationEnd : byte
{
    /// <summary>Something always follows ("Dr.", "z. B.").</summary>
    Never,

    /// <summary>It may, if what follows looks like the beginning of a sentence ("Co.", "usw.").</summary>
    Maybe,

    /// <summary>A magnitude: what it counts may follow, or a new sentence ("3 Mrd. Euro", "3 Mrd. Der").</summary>
    Magnitude,
}

/// <summary>The abbreviations that are written with a dot, from <c>lexicons/abbreviations.tsv</c>.</summary>
internal static class Abbreviations
{
    private const int Longest = 16;

    private static readonly FrozenDictionary<string, AbbreviationEnd> Ends = TsvTable.Embedded("lexicons/abbreviations.tsv").Rows
        .ToFrozenDictionary(row => row["abbreviation"], row => Enum.Parse<AbbreviationEnd>(row["end"], ignoreCase: true));

    private static readonly FrozenDictionary<string, AbbreviationEnd>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Ends.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Suffixes = [.. Ends.Keys.Where(key => key[0] == '-').Select(key => key[1..])];

    /// <summary>Whether a word, given without its dot, is an abbreviation.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => TryGet(word, out _);

    /// <summary>Whether a sentence may end with an abbreviation, given without its dot.</summary>
    public static AbbreviationEnd EndOf(ReadOnlySpan<char> word) => TryGet(word, out AbbreviationEnd end) ? end : AbbreviationEnd.Maybe;

    private static bool TryGet(ReadOnlySpan<char> word, out AbbreviationEnd end)
    {
        if (word.Length <= Longest && Lookup.TryGetValue(word, out end))
        {
            return true;
        }

        foreach (string suffix in Suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal) && word.Length > suffix.Length)
            {
                end = AbbreviationEnd.Maybe;
                return true;
            }
        }

        end = default;
        return false;
    }
}
