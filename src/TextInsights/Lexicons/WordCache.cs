using TextInsights.Features;

namespace TextInsights.Lexicons;

/// <summary>
/// What was found out about words without looking at their surroundings, for the next time that they come: a few thousand of
/// them make up most of any text. Each word has one place, and a later one takes it over, so that memory is bounded.
/// </summary>
/// <remarks>Entries are immutable and written at once: callers on other threads see the old one or the new one.</remarks>
/// <typeparam name="T">What is known of a word; it must follow from the word alone.</typeparam>
/// <param name="places">How many words are remembered at most; a power of two.</param>
internal sealed class WordCache<T>(int places)
{
    private const int LongestWord = 64; // longer ones are noise and do not come again

    private readonly Entry?[] _entries = new Entry?[places];

    /// <summary>The entry of a word; null if it is not remembered.</summary>
    public Entry? Find(ReadOnlySpan<char> word) =>
        _entries[FeatureHash.Of(word) & (places - 1)] is { } entry && word.SequenceEqual(entry.Word) ? entry : null;

    /// <summary>Remembers what is known of a word.</summary>
    public Entry Add(ReadOnlySpan<char> word, T value)
    {
        if (word.Length > LongestWord)
        {
            return new Entry("", value);
        }

        var entry = new Entry(word.ToString(), value);
        _entries[FeatureHash.Of(word) & (places - 1)] = entry;
        return entry;
    }

    /// <summary>A word with what is known of it.</summary>
    internal sealed class Entry(string word, T value)
    {
        public readonly string Word = word;
        public readonly T Value = value;
    }
}
