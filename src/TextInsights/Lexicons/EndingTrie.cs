namespace TextInsights.Lexicons;

/// <summary>Listed words by their ends: finds the one in which a compound ends, whatever its case.</summary>
internal sealed class EndingTrie
{
    private readonly LetterTrie _letters; // from the last one to the first

    /// <summary>Words in lower case with their values, which are not negative.</summary>
    public EndingTrie(IEnumerable<(string Word, int Value)> words)
    {
        var builder = new LetterTrie.Builder();
        foreach ((string word, int value) in words)
        {
            builder.Set(word.Reverse(), value);
        }

        _letters = builder.Build();
    }

    /// <summary>The value of the longest listed word in which a word ends; -1 if there is none.</summary>
    /// <param name="word">A word in any case.</param>
    /// <param name="shortest">Fewer letters count only if they are the whole word or stand behind a hyphen.</param>
    /// <param name="start">Where the listed word begins.</param>
    public int Longest(ReadOnlySpan<char> word, int shortest, out int start)
    {
        int found = -1;
        start = word.Length;
        for (int i = word.Length - 1, node = 0; i >= 0; i--)
        {
            char letter = char.ToLowerInvariant(word[i]);
            node = i == word.Length - 1 ? _letters.Root(letter) : _letters.Child(node, letter);
            if (node == 0)
            {
                break;
            }

            if (_letters.ValueOf(node) is >= 0 and int value && (word.Length - i >= shortest || i == 0 || word[i - 1] is '-' or '\u2010' or '\u2011'))
            {
                (found, start) = (value, i);
            }
        }

        return found;
    }
}
