using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>Web and mail addresses, handles and remnants of HTML.</summary>
internal static class AddressScanner
{
    private const int LongestLocalPart = 64; // of a mail address, by RFC 5321
    private const int LongestTag = 300;
    private const int LongestEntity = 10;

    public static bool StartsAddress(string text, int start)
    {
        if (text[start] is not ('h' or 'H' or 'w' or 'W'))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(start);
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && rest.Length > 4 && IsLetterOrDigit(rest[4]));
    }

    /// <summary>A web address from its first character on; punctuation of the sentence around it stays outside.</summary>
    public static (int End, TokenKind Kind) Url(string text, int start)
    {
        int end = start;
        while (end < text.Length && !IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '„' or '“' or '”' or '»' or '«' or '…'))
        {
            end++;
        }

        bool opened = text.AsSpan(start, end - start).Contains('(');
        while (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ']' or '\'' || (text[end - 1] == ')' && !opened))
        {
            end--;
        }

        return (end, TokenKind.Url);
    }

    /// <summary>"@name" or "#topic".</summary>
    public static (int End, TokenKind Kind) Handle(string text, int start)
    {
        int end = start + 1;
        while (end < text.Length && (IsWordPartOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return (WordScanner.WithoutFormat(text, start, end), TokenKind.Handle);
    }

    /// <summary>Whether a mail address goes on at a dot ("max.muster@…").</summary>
    public static bool IsLocalPart(string text, int dot)
    {
        int limit = Math.Min(text.Length - 1, dot + LongestLocalPart);
        int i = dot + 1;
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '.' or '-' or '_' or '+'))
        {
            i++;
        }

        return i < limit && i > dot + 1 && text[i] == '@' && IsLetterOrDigit(text[i + 1]);
    }

    /// <summary>End of a mail address whose "@" is given.</summary>
    public static int EmailEnd(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length
            && (IsLetterOrDigit(text[end]) || (text[end] is '.' or '-' or '_' && end + 1 < text.Length && IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>End of a tag ("&lt;br&gt;") or a character reference ("&amp;amp;"); 0 if none begins here.</summary>
    public static int MarkupEnd(string text, int start)
    {
        bool tag = text[start] == '<';
        int i = start + 1;
        int limit = Math.Min(text.Length, start + (tag ? LongestTag : LongestEntity));
        if (tag)
        {
            if (i < limit && text[i] == '/')
            {
                i++;
            }

            if (i >= limit || !(char.IsAsciiLetter(text[i]) || text[i] == '!'))
            {
                return 0;
            }

            while (i < limit && text[i] is not ('>' or '<'))
            {
                i++;
            }

            return i < limit && text[i] == '>' ? i + 1 : 0;
        }

        if (i < limit && text[i] == '#')
        {
            i++;
        }

        int first = i;
        while (i < limit && char.IsAsciiLetterOrDigit(text[i]))
        {
            i++;
        }

        return i > first && i < limit && text[i] == ';' ? i + 1 : 0;
    }
}
