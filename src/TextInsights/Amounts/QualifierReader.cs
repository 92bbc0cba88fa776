using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads the words around an amount that bound it: "mehr als", "rund", "oder mehr".</summary>
internal static class QualifierReader
{
    private const int MaximumFillers = 3, AboutReach = 9;

    private static readonly ImmutableArray<TsvTable.TsvRow> Rows = TsvTable.Embedded("lexicons/amount_qualifiers.tsv").Rows;

    private static readonly FrozenDictionary<string, Phrase[]> Before = Build("before", words => words[^1]);

    private static readonly FrozenDictionary<string, Phrase[]> Behind = Build("after", words => words[0]);

    /// <summary>The words that can end a qualifier before an amount.</summary>
    public static IEnumerable<string> LastWords => Rows.Where(row => row["position"] == "before").Select(row => row["phrase"].Split(' ')[^1]).Distinct();

    public static AmountQualifier Read(AmountScan scan, in Quantity quantity)
    {
        if (quantity.Has(QuantityTraits.Cell))
        {
            return AmountQualifier.Exact;
        }

        if (quantity.Has(QuantityTraits.Range))
        {
            return AmountQualifier.Range;
        }

        if (quantity.Has(QuantityTraits.Vague))
        {
            return AmountQualifier.Magnitude;
        }

        if (quantity.Qualifier != AmountQualifier.Exact)
        {
            return quantity.Qualifier; // "eine knappe Million"
        }

        AmountQualifier before = ReadBefore(scan, quantity.First);
        return before == AmountQualifier.Exact ? ReadBehind(scan, quantity.End) : before;
    }

    /// <summary>First token of the qualifier and the fillers before <paramref name="first"/>; <paramref name="first"/> itself if there are none.</summary>
    public static int Start(AmountScan scan, int first)
    {
        int start = first;
        while (start > 0 && first - start < 5 && scan.Gap(start) <= TokenGap.LineBreak)
        {
            int words = scan.Is(start - 1, WordRoles.Qualifier) && Match(scan, start - 1) is { } phrase ? phrase.Words.Length : scan.Is(start - 1, WordRoles.Filler) ? 1 : 0;
            if (words == 0)
            {
                break;
            }

            start -= words;
        }

        return start;
    }

    private static AmountQualifier ReadBefore(AmountScan scan, int first)
    {
        bool parted = false;
        first = SkipValuePhrase(scan, first);
        for (int token = first - 1, fillers = 0; token >= 0 && scan.Gap(token + 1) <= TokenGap.LineBreak; token--, fillers++)
        {
            if (scan.Is(token, WordRoles.Qualifier) && Match(scan, token) is { } phrase)
            {
                int start = token - phrase.Words.Length + 1;
                bool exact = (phrase.Words is ["über"] && IsAbout(scan, start)) || (fillers > 0 && phrase.Words is ["bis"] or ["ab"] or ["unter"] or ["um", "die"] or ["an", "die"] or ["vielleicht"])
                    || (parted && phrase.Qualifier is not (AmountQualifier.AtLeast or AmountQualifier.AtMost));
                return exact ? AmountQualifier.Exact : phrase.Qualifier;
            }

            // "höchstens jedoch um 140 Euro": behind an adverb a preposition may come.
            bool skips = scan.Is(token, WordRoles.Filler) || (scan[token] is "um" or "auf" or "mit" or "für" && scan.Is(token - 1, WordRoles.Qualifier | WordRoles.Filler));
            parted |= skips && !scan.Is(token, WordRoles.Filler);
            if (fillers == MaximumFillers || !skips)
            {
                break;
            }
        }

        return AmountQualifier.Exact;
    }

    // "bis hin zu einem Wert von 5 Mio.", "bis zu Einkommen von 100 000 Dollar": the bound stands before the noun.
    private static int SkipValuePhrase(AmountScan scan, int first)
    {
        if (first < 4 || scan[first - 1] is not "von" || !scan.IsCapitalized(first - 2))
        {
            return first;
        }

        int noun = first - 2;
        noun -= scan.Is(noun - 1, WordRoles.Article) ? 1 : 0;
        return scan[noun - 1] is "zu" && scan[noun - 2] is "bis" or "hin" ? noun : first;
    }

    private static Phrase? Match(AmountScan scan, int last)
    {
        if (!Before.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(scan[last], out Phrase[]? phrases))
        {
            return null;
        }

        foreach (Phrase phrase in phrases)
        {
            int start = last - phrase.Words.Length + 1;
            if (start >= 0 && Matches(scan, start, phrase.Words))
            {
                return phrase;
            }
        }

        return null;
    }

    private static bool Matches(AmountScan scan, int start, string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!scan.Is(start + i, words[i]))
            {
                return false;
            }
        }

        return true;
    }

    // "Kredit über 5 Mio." tells its sum, "auf über 5 Mio." more than that.
    private static bool IsAbout(AmountScan scan, int over)
    {
        if (over == 0 || scan.Is(over - 1, WordRoles.Preposition | WordRoles.Between | WordRoles.Qualifier | WordRoles.Filler))
        {
            return false;
        }

        for (int token = over - 1; token >= 0 && over - token <= AboutReach && scan.Gap(token + 1) < TokenGap.BlankLine; token--)
        {
            if (scan[token] is ";" or "." or ":")
            {
                return false;
            }

            bool about = scan.Is(token, WordRoles.AboutVerb) || (scan.IsCapitalized(token) && AmountNouns.Is(scan[token], NounKinds.About));
            if (about || (token == over - 1 && AmountNouns.IsListed(scan[token], NounKinds.About)))
            {
                return true;
            }
        }

        return false;
    }

    private static AmountQualifier ReadBehind(AmountScan scan, int end)
    {
        if (Behind.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(scan[end], out Phrase[]? phrases) && scan.Gap(end) <= TokenGap.LineBreak)
        {
            foreach (Phrase phrase in phrases)
            {
                if (Matches(scan, end, phrase.Words))
                {
                    return phrase.Words.Length == 1 && IsFollowedByNumber(scan, end + 1) ? AmountQualifier.Exact : phrase.Qualifier;
                }
            }
        }

        return AmountQualifier.Exact;
    }

    private static bool IsFollowedByNumber(AmountScan scan, int token) =>
        scan.Kind(token) == TokenKind.Number || scan.Is(token, WordRoles.Number | WordRoles.Currency | WordRoles.Range);

    private static FrozenDictionary<string, Phrase[]> Build(string position, Func<string[], string> key) =>
        Rows.Where(row => row["position"] == position)
            .Select(row => new Phrase(row["phrase"].Split(' '), Enum.Parse<AmountQualifier>(row["qualifier"], ignoreCase: true)))
            .GroupBy(phrase => key(phrase.Words), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase);

    private sealed record Phrase(string[] Words, AmountQualifier Qualifier);
}
