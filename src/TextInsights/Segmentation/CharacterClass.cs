using System.Globalization;

namespace TextInsights.Segmentation;

/// <summary>The few questions that the tokenizer asks of a UTF-16 code unit.</summary>
internal static class CharacterClass
{
    /// <summary>Hyphens that join words; the non-breaking one stands in "E‑Book".</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    public static bool IsDigit(char c) => char.IsAsciiDigit(c);

    /// <summary>Letters with what may stand inside a word: marks, soft hyphens, joiners.</summary>
    public static bool IsWordPart(char c) => char.IsLetter(c) || (c > 127 && CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format);

    public static bool IsLetterOrDigit(char c) => char.IsLetter(c) || IsDigit(c);

    public static bool IsSymbol(char c) => char.IsSymbol(c) || c is '%' or '&' or '@' or '#' or '*' or '§' or '°';
}
