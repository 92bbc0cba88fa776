using System.Collections.Frozen;
using TextInsights.Features;
using TextInsights.Lexicons;

namespace TextInsights.Relations;

/// <summary>The nouns that stand for organisations: "Konzern", "Chiphersteller", "die Münchner"; and what names tell of their owner.</summary>
internal static class OrganizationNouns
{
    private const int LongestNoun = 40;

    private static readonly FrozenDictionary<string, OrganizationKind> Descriptors = Read("descriptor");
    private static readonly FrozenDictionary<string, OrganizationKind> NameParts = Read("name");
    private static readonly FrozenSet<string> Demonyms = TsvTable.Embedded("lexicons/demonyms.tsv").Rows.Select(row => row["demonym"]).ToFrozenSet();
    private static readonly string[] Endings = ["", "s", "es", "in", "en", "n"];

    /// <summary>
    /// What a noun such as "Softwarekonzerns" describes; unknown if it stands for no organisation.
    /// <paramref name="noun"/> is a hash of the whole noun without its ending, <paramref name="tail"/> of the part found in the lexicon.
    /// </summary>
    public static OrganizationKind OfDescriptor(ReadOnlySpan<char> word, out uint noun, out uint tail)
    {
        noun = tail = 0;
        if (word.Length < 3 || !char.IsUpper(word[0]))
        {
            return OrganizationKind.Unknown;
        }

        ReadOnlySpan<char> end = word[Math.Max(0, word.Length - LongestNoun)..];
        Span<char> lower = stackalloc char[LongestNoun];
        lower = lower[..end.ToLowerInvariant(lower)];
        var lookup = Descriptors.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string ending in Endings)
        {
            if (!lower.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            ReadOnlySpan<char> stem = lower[..^ending.Length];
            if (ending is "en" or "n" && stem is not [.., 't'] and not [.., 'v', 'a', 'l', 'e'])
            {
                continue; // a plural ("Banken"), not the weak declension ("Spezialisten")
            }

            for (int start = 0; start <= stem.Length - 3; start++)
            {
                // A tail of three or four letters ("Bund", "Haus") also ends many other words; it counts behind a hyphen or alone.
                bool whole = start == 0 || lower[start - 1] == '-';
                if ((whole || stem.Length - start > 4 || stem[start..] is "bank") && lookup.TryGetValue(stem[start..], out OrganizationKind kind))
                {
                    noun = FeatureHash.Of(stem);
                    tail = FeatureHash.Of(stem[start..]);
                    return kind;
                }
            }
        }

        return OrganizationKind.Unknown;
    }

    /// <summary>What the words of a name tell ("Privatbank Oldesloh", "Carlyle Capital").</summary>
    public static OrganizationKind OfName(ReadOnlySpan<char> name)
    {
        var lookup = NameParts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestNoun];
        foreach (Range range in name.SplitAny(" /\u00A0"))
        {
            ReadOnlySpan<char> word = name[range];
            if (word.Length is < 2 or > LongestNoun)
            {
                continue;
            }

            int length = word.ToLowerInvariant(lower);
            for (int start = 0; start <= length - 2; start++)
            {
                if ((start == 0 || length - start > 3) && lookup.TryGetValue(lower[start..length], out OrganizationKind kind))
                {
                    return kind;
                }
            }
        }

        return OrganizationKind.Unknown;
    }

    /// <summary>Whether a word calls people or things by their place ("Münchner", in any case).</summary>
    public static bool IsDemonym(ReadOnlySpan<char> word)
    {
        var lookup = Demonyms.GetAlternateLookup<ReadOnlySpan<char>>();
        return word.Length > 3 && char.IsUpper(word[0]) && (lookup.Contains(word)
            || (word[^1] is 'n' or 's' && lookup.Contains(word[..^1]))
            || (word[^1] is 'r' or 'm' or 's' && word[^2] == 'n' && lookup.Contains(word[..^1])));
    }

    /// <summary>Whether a demonym belongs to a place: "Münchner" and "MÜNCHEN", "Basler" and "Basel".</summary>
    public static bool SamePlace(ReadOnlySpan<char> demonym, ReadOnlySpan<char> place)
    {
        int shorter = Math.Min(demonym.Length, place.Length);
        int common = 0;
        while (common < shorter && Fold(demonym[common]) == Fold(place[common]))
        {
            common++;
        }

        return common >= Math.Max(3, shorter - 3);
    }

    // Demonyms may take an umlaut: "Darmstadt", "Darmstädter".
    private static char Fold(char c) => char.ToLowerInvariant(c) switch { 'ä' => 'a', 'ö' => 'o', 'ü' => 'u', char lower => lower };

    private static FrozenDictionary<string, OrganizationKind> Read(string use) =>
        TsvTable.Embedded("lexicons/organization_kinds.tsv").Rows
            .Where(row => row["use"] == use)
            .ToFrozenDictionary(row => row["word"], row => Enum.Parse<OrganizationKind>(row["kind"], ignoreCase: true));
}
