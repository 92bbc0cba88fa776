using System.Collections.Immutable;
using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>What stands before a number: the tokens so far and the gap behind them.</summary>
internal readonly ref struct NumberContext(ImmutableArray<Token>.Builder tokens, TokenGap gap)
{
    public bool StartsLine => gap >= TokenGap.LineBreak;

    public Token? Previous => tokens.Count == 0 ? null : tokens[^1];
}

/// <summary>Numbers with their separators, and the question whether a dot behind one makes it an ordinal or ends the sentence.</summary>
internal static class NumberScanner
{
    private const int LongestWord = 32; // letters looked at behind a number

    private static readonly WordSet OrdinalNouns = WordSet.Embedded("lexicons/ordinal_contexts.tsv", "behind");
    private static readonly WordSet OrdinalLeads = WordSet.Embedded("lexicons/ordinal_contexts.tsv", "before");
    private static readonly WordSet CountedUnits = WordSet.Embedded("lexicons/counted_units.tsv");

    public static (int End, TokenKind Kind) Scan(string text, int start, NumberContext context)
    {
        int end = DigitsEnd(text, start);
        if (end < text.Length && IsFraction(text[end]))
        {
            end++;
        }

        if (end + 1 < text.Length && text[end] == '&' && IsLetterOrDigit(text[end + 1]))
        {
            return WordScanner.Scan(text, start, end + 1); // "1&1"
        }

        if (end < text.Length && IsWordPart(text[end]) && !IsGluedUnit(text, end))
        {
            return WordScanner.Scan(text, start, end); // "3D-Druck"
        }

        if (end + 1 < text.Length && IsHyphen(text[end]) && IsLetter(text[end + 1]))
        {
            return WordScanner.Scan(text, start, end + 1); // "30-Milliarden-Euro-Deal"
        }

        bool dot = end < text.Length && text[end] == '.' && (end + 1 == text.Length || text[end + 1] != '.');
        return dot && MayBeOrdinal(text, start, end, out bool date) && IsOrdinal(text, end, date, context)
            ? (end + 1, TokenKind.Ordinal) : (end, TokenKind.Number);
    }

    private static int DigitsEnd(string text, int start)
    {
        int end = start;
        while (true)
        {
            while (end < text.Length && IsDigit(text[end]))
            {
                end++;
            }

            bool joins = end > start && end + 1 < text.Length && IsDigit(text[end + 1])
                && (text[end] is '.' or ',' or ':' or '/' || IsApostrophe(text[end]));
            if (!joins)
            {
                return end;
            }

            end++;
        }
    }

    // "30Mio." and "5Euro", written without the space.
    private static bool IsGluedUnit(string text, int position)
    {
        int end = LettersEnd(text, position);
        return end - position >= 3 && (end == text.Length || !(IsWordPartOrDigit(text[end]) || IsHyphen(text[end])))
            && (CountedUnits.Contains(text.AsSpan(position, end - position)) || Abbreviations.Contains(text.AsSpan(position, end - position)));
    }

    // One to three digits ("125. Geburtstag"), or a date without its year ("25.11.").
    private static bool MayBeOrdinal(string text, int start, int end, out bool date)
    {
        date = false;
        int length = end - start;
        if (length > 5 || IsFraction(text[end - 1]))
        {
            return false;
        }

        int separator = text.AsSpan(start, length).IndexOfAnyExceptInRange('0', '9');
        date = separator is 1 or 2 && text[start + separator] == '.' && length - separator - 1 is 1 or 2
            && (end - start - separator == 2 || text[start + separator + 1] is '0' or '1'); // months have one digit or begin so
        return date || (separator < 0 && length <= 3);
    }

    private static bool IsOrdinal(string text, int dot, bool date, NumberContext context)
    {
        int i = dot + 1;
        if (i + 1 < text.Length && (IsDash(text[i]) || text[i] == '/') && IsDigit(text[i + 1]))
        {
            return true; // "1.-3. Quartal", "1./2. Mai"
        }

        bool line = false;
        for (; i < text.Length && i <= dot + 3 && IsWhiteSpace(text[i]); i++)
        {
            line |= IsLineBreak(text[i]);
        }

        if (i == dot + 1 || i >= text.Length || !IsLetterOrDigit(text[i]))
        {
            return false;
        }

        if (IsDigit(text[i]))
        {
            int digits = DigitsEnd(text, i) - i;
            return !line && (digits <= 2 || (digits == 4 && (date || context.Previous is { Kind: TokenKind.Ordinal })));
        }

        ReadOnlySpan<char> next = text.AsSpan(i, LettersEnd(text, i) - i);
        if (IsLower(text[i]) || OrdinalNouns.Contains(next))
        {
            return true;
        }

        if (line)
        {
            return false;
        }

        return context.StartsLine || (!SentenceStarters.Contains(next) && context.Previous is { } previous
            && OrdinalLeads.Contains(text.AsSpan(previous.Start, previous.Length)));
    }

    private static int LettersEnd(string text, int start)
    {
        int end = start;
        int limit = Math.Min(text.Length, start + LongestWord);
        while (end < limit && IsWordPart(text[end]))
        {
            end++;
        }

        return end;
    }
}
