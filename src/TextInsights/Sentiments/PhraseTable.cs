using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Phrases of the word lists, found by their rarest-looking word: the longest one that is written without "*" or "|".</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, ImmutableArray<Phrase>> _byAnchor;
    private readonly Dictionary<string, ImmutableArray<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public PhraseTable(IEnumerable<(string Phrase, LexicalReading Reading)> phrases)
    {
        _byAnchor = phrases.SelectMany(p => Phrase.Anchored(p.Phrase, p.Reading))
            .GroupBy(p => p.Anchor)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Phrase).OrderByDescending(p => p.Words.Length).ToImmutableArray());
        _lookup = _byAnchor.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The phrases that have a word, given in small letters, as their anchor; longest first.</summary>
    public ImmutableArray<Phrase> Of(ReadOnlySpan<char> lower) => _lookup.TryGetValue(lower, out ImmutableArray<Phrase> phrases) ? phrases : [];

    /// <summary>The longest of the phrases of a word of the text that stands there and does not leave the sentence.</summary>
    public static bool TryFind(ImmutableArray<Phrase> phrases, SegmentedText text, SentenceRange sentence, int token, out int first, out int end, out LexicalReading reading)
    {
        foreach (Phrase phrase in phrases)
        {
            first = token - phrase.AnchorIndex;
            end = first + phrase.Words.Length;
            if (first >= sentence.FirstToken && end <= sentence.EndToken && phrase.Matches(text, first))
            {
                reading = phrase.Reading;
                return true;
            }
        }

        (first, end, reading) = (0, 0, default);
        return false;
    }

    /// <summary>A phrase by its words, each with its alternatives.</summary>
    internal sealed record Phrase(ImmutableArray<ImmutableArray<string>> Words, int AnchorIndex, LexicalReading Reading)
    {
        /// <summary>One entry per alternative of the anchor word.</summary>
        public static IEnumerable<(string Anchor, Phrase Phrase)> Anchored(string phrase, LexicalReading reading)
        {
            ImmutableArray<ImmutableArray<string>> words = [.. phrase.Split(' ').Select(w => w.Split('|').ToImmutableArray())];
            int anchor = Enumerable.Range(0, words.Length)
                .Where(i => words[i].All(w => !w.EndsWith('*')))
                .MaxBy(i => words[i].Max(w => w.Length) * (words[i].Length == 1 ? 2 : 1));
            foreach (string word in words[anchor])
            {
                yield return (word, new Phrase(words, anchor, reading));
            }
        }

        public bool Matches(SegmentedText text, int first)
        {
            for (int i = 0; i < Words.Length; i++)
            {
                if (i != AnchorIndex && !MatchesWord(Words[i], text[first + i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool MatchesWord(ImmutableArray<string> alternatives, ReadOnlySpan<char> word)
        {
            foreach (string alternative in alternatives)
            {
                bool open = alternative[^1] == '*';
                ReadOnlySpan<char> letters = open ? alternative.AsSpan(0, alternative.Length - 1) : alternative;
                if (open ? word.StartsWith(letters, StringComparison.OrdinalIgnoreCase) : word.Equals(letters, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
