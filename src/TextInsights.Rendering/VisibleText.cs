namespace TextInsights.Rendering;

/// <summary>Text that may come from anywhere, made harmless for a terminal.</summary>
internal static class VisibleText
{
    // Code points that picture the control characters U+0000 to U+001F.
    private const char Pictures = '\u2400';

    /// <summary>
    /// Control characters as their pictures, so that no text can move the cursor or colour the screen; directional overrides and
    /// lone surrogates as replacement characters. Line breaks stay.
    /// </summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        char[] visible = text.ToArray();
        for (int i = 0; i < visible.Length; i++)
        {
            visible[i] = visible[i] switch
            {
                '\n' => '\n',
                '\t' or '\r' => ' ',
                < ' ' => (char)(Pictures + visible[i]),
                '\u007F' or (>= '\u0080' and < '\u00A0') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => '\uFFFD',
                _ => visible[i],
            };
            if (char.IsHighSurrogate(visible[i]) && i + 1 < visible.Length && char.IsLowSurrogate(visible[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(visible[i]))
            {
                visible[i] = '\uFFFD';
            }
        }

        return new string(visible);
    }

    /// <summary>The text on one line.</summary>
    public static string OnOneLine(ReadOnlySpan<char> text) => Of(text).Replace('\n', ' ');
}
