using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The few constructions in which German says what something is worth.</summary>
internal enum WorthPattern : byte
{
    None,

    /// <summary>"… ist 30 Millionen Euro wert".</summary>
    Worth,

    /// <summary>"… ist 30 Millionen Euro schwer", "bringt 30 Millionen Euro auf die Waage".</summary>
    Weighs,

    /// <summary>"… mit 30 Millionen Euro bewertet".</summary>
    Valued,

    /// <summary>"… auf 30 Millionen Euro taxiert".</summary>
    Estimated,

    /// <summary>"Bewertung von 30 Millionen Euro".</summary>
    Valuation,

    /// <summary>"Börsenwert von 30 Millionen Euro".</summary>
    MarketValue,

    /// <summary>"Unternehmenswert von 30 Millionen Euro".</summary>
    CompanyValue,
}

/// <summary>Finds the construction that an amount stands in.</summary>
internal static class WorthPatterns
{
    private const int ReachLeft = 14;
    private const int ReachRight = 6;
    private const int ShortestNoun = 8;
    private const string Table = "lexicons/worth_words.tsv";

    private static readonly WordSet Links = WordSet.Embedded(Table, "link");
    private static readonly WordSet Participles = WordSet.Embedded(Table, "participle");
    private static readonly (string Word, WorthPattern Pattern)[] Nouns = Read("noun");
    private static readonly (string Word, WorthPattern Pattern)[] VerbsBehind = Read("verbBehind");
    private static readonly (string Word, WorthPattern Pattern)[] VerbsBefore = Read("verbBefore");

    public static WorthPattern Of(SegmentedText text, SentenceRange sentence, int first, int end)
    {
        bool with = false, onto = false, other = false;
        for (int i = first - 1; i >= sentence.FirstToken && i >= first - 4; i--)
        {
            with |= text[i] is "mit" or "Mit";
            onto |= text[i] is "auf" or "Auf";
            other |= Links.Contains(text[i]);
        }

        WorthPattern right = Right(text, sentence, end, with, onto);
        return right != WorthPattern.None ? right : with || onto || other ? Left(text, sentence, first, with, onto) : WorthPattern.None;
    }

    private static WorthPattern Right(SegmentedText text, SentenceRange sentence, int end, bool with, bool onto)
    {
        int i = end;
        if (i < sentence.EndToken && text[i] is ['('])
        {
            while (i < sentence.EndToken && i < end + 8 && text[i] is not [')'])
            {
                i++;
            }

            i++; // "410 Millionen Franken (438 Millionen Euro) taxiert"
        }

        for (int k = 0; k < ReachRight && i + k < sentence.EndToken; k++)
        {
            ReadOnlySpan<char> word = text[i + k];
            if (word is [',' or ';' or ':' or '.'])
            {
                break;
            }

            if (k <= 1 && word is "wert")
            {
                return WorthPattern.Worth;
            }

            if ((k == 0 && word is "schwer") || (k <= 2 && word is "Waage"))
            {
                return WorthPattern.Weighs;
            }

            if ((with || onto) && BeginningOf(word, VerbsBehind) is var valued and not WorthPattern.None)
            {
                return valued;
            }

            if (k <= 2 && onto && Participles.Contains(word))
            {
                return WorthPattern.Estimated;
            }

            if (k == 0 && NounOf(word) is var noun and not WorthPattern.None)
            {
                return noun;
            }
        }

        return WorthPattern.None;
    }

    private static WorthPattern Left(SegmentedText text, SentenceRange sentence, int first, bool with, bool onto)
    {
        for (int i = first - 1; i >= sentence.FirstToken && i >= first - ReachLeft; i--)
        {
            ReadOnlySpan<char> word = text[i];
            if (word is [';' or ':'])
            {
                break;
            }

            if (NounOf(word) is var noun and not WorthPattern.None)
            {
                return noun;
            }

            if ((with || onto) && BeginningOf(word, VerbsBefore) is var verb && (verb == WorthPattern.Valued || (onto && verb != WorthPattern.None)))
            {
                return verb;
            }
        }

        return WorthPattern.None;
    }

    // A noun that tells of worth, also inside a compound.
    private static WorthPattern NounOf(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestNoun || !char.IsUpper(word[0]))
        {
            return WorthPattern.None;
        }

        foreach ((string part, WorthPattern pattern) in Nouns)
        {
            if (word.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return pattern;
            }
        }

        return WorthPattern.None;
    }

    private static WorthPattern BeginningOf(ReadOnlySpan<char> word, (string Word, WorthPattern Pattern)[] verbs)
    {
        foreach ((string verb, WorthPattern pattern) in verbs)
        {
            if (word.StartsWith(verb, StringComparison.Ordinal))
            {
                return pattern;
            }
        }

        return WorthPattern.None;
    }

    private static (string Word, WorthPattern Pattern)[] Read(string use) =>
    [
        .. TsvTable.Embedded(Table).Rows.Where(row => row["use"] == use).Select(row => (row["word"], Enum.Parse<WorthPattern>(row["pattern"], ignoreCase: true))),
    ];
}
