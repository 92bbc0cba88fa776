using System.Globalization;

namespace TextInsights.Segmentation;

/// <summary>The few questions that segmentation asks of a UTF-16 code unit, answered from one table.</summary>
internal static class CharacterClass
{
    private static readonly Traits[] Table = CreateTable();

    [Flags]
    private enum Traits : byte
    {
        None = 0,
        Letter = 1,
        Digit = 2,
        Mark = 4,
        WhiteSpace = 8,
        Upper = 16,
        Lower = 32,
        Symbol = 64,
        Format = 128,
    }

    /// <summary>Hyphens that join words; the non-breaking one stands in "E‑Book".</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '\u2010' or '\u2011' or '\u2012';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    /// <summary>Quotes of every style, opening and closing: which is which depends on the country.</summary>
    public static bool IsQuote(char c) => c is '"' or '„' or '“' or '”' or '‟' or '«' or '»' or '‹' or '›' or '‚' or '‘' or '’' or '\'' or '‛';

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    public static bool IsLetter(char c) => (Table[c] & Traits.Letter) != 0;

    public static bool IsUpper(char c) => (Table[c] & Traits.Upper) != 0;

    public static bool IsLower(char c) => (Table[c] & Traits.Lower) != 0;

    public static bool IsWhiteSpace(char c) => (Table[c] & Traits.WhiteSpace) != 0;

    public static bool IsLetterOrDigit(char c) => (Table[c] & (Traits.Letter | Traits.Digit)) != 0;

    /// <summary>Letters with what may stand inside a word: combining marks, soft hyphens, joiners, "²".</summary>
    public static bool IsWordPart(char c) => (Table[c] & (Traits.Letter | Traits.Mark)) != 0;

    public static bool IsWordPartOrDigit(char c) => (Table[c] & (Traits.Letter | Traits.Mark | Traits.Digit)) != 0;

    /// <summary>Invisible characters: direction marks, zero-width spaces, soft hyphens, byte order marks.</summary>
    public static bool IsFormat(char c) => (Table[c] & Traits.Format) != 0;

    public static bool IsSymbol(char c) => (Table[c] & Traits.Symbol) != 0;

    public static bool IsFraction(char c) => c is '¼' or '½' or '¾';

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085';

    private static Traits[] CreateTable()
    {
        var table = new Traits[char.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            char c = (char)i;
            table[i] = (char.IsLetter(c) ? Traits.Letter : 0)
                | (char.IsAsciiDigit(c) ? Traits.Digit : 0)
                | (char.IsWhiteSpace(c) ? Traits.WhiteSpace : 0)
                | (char.IsUpper(c) ? Traits.Upper : 0)
                | (char.IsLower(c) ? Traits.Lower : 0)
                | OfCategory(c, CharUnicodeInfo.GetUnicodeCategory(c));
        }

        return table;
    }

    private static Traits OfCategory(char c, UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Traits.Mark,
        UnicodeCategory.Format => Traits.Format | (c is '\u00AD' or '\u200C' or '\u200D' or '\u2060' ? Traits.Mark : 0),
        UnicodeCategory.Control => Traits.Symbol,
        UnicodeCategory.OtherNumber when c is '²' or '³' or '¹' => Traits.Mark,
        _ => char.IsSymbol(c) || c is '%' or '&' or '@' or '#' or '*' or '§' or '°' or '‰' ? Traits.Symbol : 0,
    };
}
