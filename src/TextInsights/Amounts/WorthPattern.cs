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

    public static WorthPattern Of(SegmentedText text, SentenceRange sentence, int first, int end)
    {
        bool with = false, onto = false, other = false;
        for (int i = first - 1; i >= sentence.FirstToken && i >= first - 4; i--)
        {
            with |= text[i] is "mit" or "Mit";
            onto |= text[i] is "auf" or "Auf";
            other |= text[i] is "von" or "bei" or "über" or "um" or "beträgt" or "betrug" or "jenseits" or "erreichte";
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

            if ((with || onto) && word.StartsWith("bewert", StringComparison.Ordinal))
            {
                return WorthPattern.Valued;
            }

            if (k <= 2 && onto && IsEstimate(word))
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

            if ((with || onto) && word.StartsWith("bewerte", StringComparison.Ordinal))
            {
                return WorthPattern.Valued;
            }

            if (onto && (word.StartsWith("taxier", StringComparison.Ordinal) || word.StartsWith("veranschlag", StringComparison.Ordinal)))
            {
                return WorthPattern.Estimated;
            }
        }

        return WorthPattern.None;
    }

    private static bool IsEstimate(ReadOnlySpan<char> word) => word is "taxiert" or "taxierte" or "geschätzt" or "veranschlagt" or "beziffert" or "hochgejubelt";

    private static WorthPattern NounOf(ReadOnlySpan<char> word)
    {
        if (word.Length < 8 || !char.IsUpper(word[0]))
        {
            return WorthPattern.None;
        }

        if (Contains(word, "börsenwert") || Contains(word, "kapitalisierung") || Contains(word, "marktwert") || Contains(word, "börsenbewertung"))
        {
            return WorthPattern.MarketValue;
        }

        return Contains(word, "unternehmenswert") || Contains(word, "firmenwert") || Contains(word, "eigenkapitalwert") ? WorthPattern.CompanyValue
            : Contains(word, "bewertung") ? WorthPattern.Valuation : WorthPattern.None;
    }

    private static bool Contains(ReadOnlySpan<char> word, string part) => word.Contains(part, StringComparison.OrdinalIgnoreCase);
}
