namespace TextInsights.Features;

/// <summary>The form under which word representations know a word: case as it stands, every digit written 0.</summary>
internal static class WordKey
{
    /// <summary>Longer words are cut.</summary>
    public const int Longest = 64;

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word, Span<char> buffer)
    {
        word = word[..Math.Min(word.Length, Longest)];
        if (!word.ContainsAnyInRange('1', '9'))
        {
            return word;
        }

        for (int i = 0; i < word.Length; i++)
        {
            buffer[i] = char.IsAsciiDigit(word[i]) ? '0' : word[i];
        }

        return buffer[..word.Length];
    }
}
