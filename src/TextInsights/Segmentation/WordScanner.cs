using System.Collections.Frozen;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>Words: letters and whatever German writes inside a word (hyphens, apostrophes, inner dots, gender signs).</summary>
internal static class WordScanner
{
    private const int LongestInnerPart = 24; // letters looked at behind an inner dot

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLevelDomains = FrozenSet.ToFrozenSet(
        ["de", "com", "net", "org", "ch", "at", "eu", "io", "ai", "tv", "info", "biz", "app", "shop", "uk", "fr", "nl", "us", "co"])
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> GenderEndings =
        FrozenSet.ToFrozenSet(["innen", "in", "r", "n", "e", "es"]).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads on from <paramref name="position"/> for a token that began at <paramref name="start"/> (digits may stand before: "30-Milliarden-Euro-Deal").</summary>
    public static (int End, TokenKind Kind) Scan(string text, int start, int position)
    {
        int end = position, part = position;
        bool initials = position == start && (start == 0 || text[start - 1] != '/'); // only single letters with dots so far ("z.B"), no "km/h."
        bool domain = false;
        while (true)
        {
            while (end < text.Length && IsWordPartOrDigit(text[end]))
            {
                end++;
            }

            if (end + 1 >= text.Length)
            {
                break;
            }

            if (text[end] == '@' && IsLetterOrDigit(text[end + 1]))
            {
                return (AddressScanner.EmailEnd(text, end), TokenKind.Email);
            }

            if (domain && text[end] == '/' && IsLetterOrDigit(text[end + 1]))
            {
                return AddressScanner.Url(text, start);
            }

            domain = false;
            int next = text[end] == '.' ? BehindDot(text, start, part, end, initials, out domain) : BehindJoint(text, end);
            if (next == 0)
            {
                break;
            }

            initials &= text[end] == '.' && next == end + 1 && end - part == 1;
            end = part = next;
        }

        int visible = WithoutFormat(text, start, end);
        bool dot = visible == end && end < text.Length && text[end] == '.' && (end + 1 == text.Length || text[end + 1] != '.');
        bool closed = dot && ((initials && end - part == 1 && IsLetter(text[part]))
            || Abbreviations.Contains(text.AsSpan(start, end - start)) || (part > start && Abbreviations.Contains(text.AsSpan(part, end - part))));
        return closed ? (end + 1, TokenKind.Abbreviation) : (visible, TokenKind.Word);
    }

    /// <summary>End of a word without invisible characters behind it; a word of nothing else keeps them.</summary>
    public static int WithoutFormat(string text, int start, int end)
    {
        int visible = end;
        while (visible > start && IsFormat(text[visible - 1]))
        {
            visible--;
        }

        return visible == start ? end : visible;
    }

    /// <summary>Whether the apostrophe behind a word is a genitive ("Andreas’ Firma").</summary>
    public static bool TakesGenitiveApostrophe(string text, int start, int end) =>
        end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] is ' ' or '\u00A0'
        && text[end - 1] is 's' or 'x' or 'z' or 'ß' or 'S' or 'X' or 'Z' && IsUpper(text[start]);

    private static int BehindJoint(string text, int end)
    {
        char joint = text[end], next = text[end + 1];
        if (IsHyphen(joint) || joint == '_')
        {
            return IsLetterOrDigit(next) ? end + 1 : 0;
        }

        if (IsApostrophe(joint))
        {
            return IsLetter(next) ? end + 1 : 0;
        }

        if (joint == '&')
        {
            int behind = AddressScanner.MarkupEnd(text, end);
            bool ampersand = behind == 0 || text.AsSpan(end, behind - end).SequenceEqual("&amp;");
            int letter = behind == 0 ? end + 1 : behind;
            return ampersand && letter < text.Length && IsLetterOrDigit(text[letter]) ? letter : 0;
        }

        return joint is ':' or '*' or '/' && IsGenderEnding(text, end + 1, joint) ? end + 1 : 0;
    }

    // "Mitarbeiter:innen", "jede*r"; behind a slash only the long forms, since "m/s" is no gender.
    private static bool IsGenderEnding(string text, int start, char joint)
    {
        int end = start;
        while (end < text.Length && end < start + 6 && IsLower(text[end]))
        {
            end++;
        }

        return end - start >= (joint == '/' ? 2 : 1) && (end == text.Length || !IsLetterOrDigit(text[end]))
            && GenderEndings.Contains(text.AsSpan(start, end - start));
    }

    private static int BehindDot(string text, int start, int part, int dot, bool initials, out bool domain)
    {
        domain = false;
        char next = text[dot + 1];
        if (IsHyphen(next))
        {
            return dot + 2 < text.Length && IsLetter(text[dot + 2]) ? dot + 2 : 0; // "Dipl.-Ing.", "10-Mio.-Euro-Kredit"
        }

        if (IsDigit(next))
        {
            return IsDigit(text[dot - 1]) ? dot + 1 : 0; // "Web2.0"
        }

        if (!IsLetter(next))
        {
            return 0;
        }

        int end = dot + 1;
        int limit = Math.Min(text.Length, dot + 1 + LongestInnerPart);
        while (end < limit && IsLetter(text[end]))
        {
            end++;
        }

        domain = TopLevelDomains.Contains(text.AsSpan(dot + 1, end - dot - 1));
        bool single = dot - part == 1;
        bool joins = domain
            || (initials && single && end - dot - 1 <= 2) // "z.B", "S.p.A", "E.ON"
            || (IsLower(next) && !Abbreviations.Contains(text.AsSpan(part, dot - part))) // "ver.di"; a new sentence would begin with a capital
            || (dot - part == 2 && end - dot == 2 && end < text.Length && text[end] == '.' && IsUpper(next)) // "Ph.D."
            || (single && IsLower(text[part]) && part == start) // "s.Oliver"
            || (dot - start is 2 or 3 && IsUpper(text[start]) && IsUpper(text[dot - 1])) // "NRW.Bank"
            || AddressScanner.IsLocalPart(text, dot);
        return joins ? dot + 1 : 0;
    }
}
