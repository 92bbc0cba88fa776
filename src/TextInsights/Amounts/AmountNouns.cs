using System.Collections.Frozen;
using TextInsights.Lexicons;

namespace TextInsights.Amounts;

[Flags]
internal enum NounKinds
{
    None = 0,

    /// <summary>A sum of money: "Umsatz".</summary>
    Money = 1,

    /// <summary>A thing that is counted: "Menschen".</summary>
    Count = 2,

    /// <summary>Takes "über" for its sum: "Kredit über".</summary>
    About = 4,

    /// <summary>Not money behind a magnitude in one word: "Millionenstadt".</summary>
    NoCompound = 8,

    /// <summary>Beginning of a verb form that goes with sums: "investier".</summary>
    Verb = 16,

    /// <summary>Counts only right behind the number: "Jahre".</summary>
    Measure = 32,

    /// <summary>A number of things: "Nutzerzahl".</summary>
    Tally = 64,

    /// <summary>Announces the unit of a table: "Angaben in Mio. Euro".</summary>
    Table = 128,

    /// <summary>A row of shares or percentages: "Marge".</summary>
    Quota = 256,

    /// <summary>Makes pounds a weight: "wog vier Pfund".</summary>
    Weight = 512,

    /// <summary>Beginning of a verb form that goes with people and things: "wohn".</summary>
    Deed = 1024,
}

/// <summary>What nouns say about the numbers around them; compounds are known by their last part.</summary>
internal static class AmountNouns
{
    private const int ShortestPart = 4, LongestPart = 20;

    private static readonly FrozenDictionary<string, NounKinds> Kinds = Build();

    private static readonly FrozenDictionary<string, NounKinds>.AlternateLookup<ReadOnlySpan<char>> Lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    public static NounKinds KindOf(ReadOnlySpan<char> noun)
    {
        if (Lookup.TryGetValue(noun, out NounKinds kinds))
        {
            return kinds;
        }

        // "Bildungsausgaben": the last part counts.
        for (int length = Math.Min(noun.Length - 1, LongestPart); length >= ShortestPart; length--)
        {
            if (Lookup.TryGetValue(noun[^length..], out kinds))
            {
                return kinds;
            }
        }

        return NounKinds.None;
    }

    /// <summary>Whether a noun stands in the list itself, not only its last part.</summary>
    public static bool IsListed(ReadOnlySpan<char> noun, NounKinds kind) =>
        Lookup.TryGetValue(noun[(noun.LastIndexOf('-') + 1)..], out NounKinds kinds) && (kinds & kind) != 0;

    public static bool Is(ReadOnlySpan<char> noun, NounKinds kind) => (KindOf(noun) & kind) != 0;

    /// <summary>Whether a word is a form of a verb that goes with sums ("investierte").</summary>
    public static bool IsMoneyVerb(ReadOnlySpan<char> word) => Begins(word, NounKinds.Verb);

    /// <summary>Whether a word begins like an entry of a kind.</summary>
    public static bool Begins(ReadOnlySpan<char> word, NounKinds kind)
    {
        for (int length = Math.Min(word.Length, LongestPart); length >= 3; length--)
        {
            if (Lookup.TryGetValue(word[..length], out NounKinds kinds) && (kinds & kind) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, NounKinds> Build()
    {
        var kinds = new Dictionary<string, NounKinds>(StringComparer.OrdinalIgnoreCase);
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/amount_nouns.tsv").Rows)
        {
            kinds[row["noun"]] = kinds.GetValueOrDefault(row["noun"]) | Enum.Parse<NounKinds>(row["kind"], ignoreCase: true);
        }

        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
