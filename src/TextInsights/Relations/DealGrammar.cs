using System.Collections.Frozen;
using TextInsights.Lexicons;

namespace TextInsights.Relations;

/// <summary>What a function word does for the reading of a deal.</summary>
internal enum GrammarClass : byte
{
    None,
    Preposition,
    Determiner,
    Passive,
    Perfect,
    Be,
    Reflexive,
    Subordinator,
    Relative,
    And,
}

/// <summary>A function word with the marker that a preposition gives, or the case that a determiner shows.</summary>
internal readonly record struct GrammarWord(GrammarClass Class, ArgumentMarker Marker, string Detail);

/// <summary>Function words, loaded once from <c>lexicons/deal_grammar.tsv</c>.</summary>
internal static class DealGrammar
{
    private static readonly FrozenDictionary<string, GrammarWord> Words =
        TsvTable.Embedded("lexicons/deal_grammar.tsv").Rows.ToFrozenDictionary(row => row["word"], row => Parse(row["class"]));

    private static readonly FrozenDictionary<string, GrammarWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The function word, in lower case or at the beginning of a sentence; <see cref="GrammarClass.None"/> for others.</summary>
    public static GrammarWord Of(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 16)
        {
            return default;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.CopyTo(lower);
        lower[0] = char.ToLowerInvariant(lower[0]);
        return Lookup.TryGetValue(lower, out GrammarWord found) ? found : default;
    }

    private static GrammarWord Parse(string notation)
    {
        int colon = notation.IndexOf(':');
        string name = colon < 0 ? notation : notation[..colon], detail = colon < 0 ? "" : notation[(colon + 1)..];
        return name switch
        {
            "prep" => new GrammarWord(GrammarClass.Preposition, detail switch
            {
                "none" => ArgumentMarker.Bare,
                _ => Enum.Parse<ArgumentMarker>(detail, ignoreCase: true),
            }, detail),
            "det" => new GrammarWord(GrammarClass.Determiner, ArgumentMarker.Bare, detail),
            _ => new GrammarWord(Enum.Parse<GrammarClass>(name, ignoreCase: true), ArgumentMarker.Bare, detail),
        };
    }
}
