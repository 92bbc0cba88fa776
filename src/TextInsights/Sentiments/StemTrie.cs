using System.Runtime.InteropServices;

namespace TextInsights.Sentiments;

/// <summary>A stem of the word lists with the endings it takes.</summary>
/// <param name="Endings">Bits of <see cref="WordEndings"/>.</param>
/// <param name="IsNoun">Written with a capital and the head of compounds.</param>
/// <param name="IsHead">May be the last part of a compound.</param>
/// <param name="Reading">What the word does.</param>
/// <param name="Next">Number of the next stem with the same letters; -1 for none.</param>
internal readonly record struct Stem(ulong Endings, bool IsNoun, bool IsHead, LexicalReading Reading, int Next);

/// <summary>
/// Stems by their letters from last to first: one walk from the end of a word finds the word and every word that is its
/// last part, so that the head of a compound decides ("Umsatzrückgang" ends in "Rückgang").
/// </summary>
internal sealed class StemTrie
{
    private readonly List<Node> _nodes = [new Node('\0', -1, -1, -1)];
    private readonly List<Stem> _stems = [];

    public void Add(ReadOnlySpan<char> stem, ulong endings, bool isNoun, bool isHead, LexicalReading reading)
    {
        int node = 0;
        for (int i = stem.Length - 1; i >= 0; i--)
        {
            node = Child(node, stem[i]) is var child && child >= 0 ? child : AddChild(node, stem[i]);
        }

        _stems.Add(new Stem(endings, isNoun, isHead, reading, _nodes[node].Stem));
        _nodes[node] = _nodes[node] with { Stem = _stems.Count - 1 };
    }

    /// <summary>The longest match that ends a word in small letters, whole words before last parts, earlier stems of a list before later ones.</summary>
    /// <param name="word">The word in small letters, "ß" as "ss".</param>
    /// <param name="allowed">Endings that may be cut off.</param>
    /// <param name="nouns">Whether nouns are looked for.</param>
    /// <param name="others">Whether all other words are looked for.</param>
    /// <param name="reading">What the match does.</param>
    /// <param name="start">Where the match begins; 0 for a whole word.</param>
    public bool TryFind(ReadOnlySpan<char> word, ulong allowed, bool nouns, bool others, out LexicalReading reading, out int start)
    {
        reading = default;
        start = int.MaxValue;
        for (int length = 0; length <= WordEndings.LongestLength && length + 2 < word.Length; length++)
        {
            ulong ending = WordEndings.BitOf(word[^length..]) & allowed;
            if (ending != 0)
            {
                Walk(word[..^length], ending, nouns, others, ref reading, ref start);
            }
        }

        return start != int.MaxValue;
    }

    private void Walk(ReadOnlySpan<char> stem, ulong ending, bool nouns, bool others, ref LexicalReading reading, ref int start)
    {
        ReadOnlySpan<Node> nodes = CollectionsMarshal.AsSpan(_nodes);
        int node = 0;
        for (int i = stem.Length - 1; i >= 0; i--)
        {
            node = Child(node, stem[i]);
            if (node < 0)
            {
                return;
            }

            bool whole = i == 0;
            for (int s = nodes[node].Stem; s >= 0; s = _stems[s].Next)
            {
                Stem found = _stems[s];
                bool fits = (found.Endings & ending) != 0 && (found.IsNoun ? nouns : others);
                if (fits && i <= start && (whole || (found.IsHead && i >= 3 && stem.Length - i >= 4) || (found.IsHead && !found.IsNoun && i >= 3)))
                {
                    reading = found.Reading;
                    start = i;
                }
            }
        }
    }

    private int Child(int node, char label)
    {
        int child = _nodes[node].FirstChild;
        while (child >= 0 && _nodes[child].Label != label)
        {
            child = _nodes[child].NextSibling;
        }

        return child;
    }

    private int AddChild(int parent, char label)
    {
        _nodes.Add(new Node(label, -1, _nodes[parent].FirstChild, -1));
        _nodes[parent] = _nodes[parent] with { FirstChild = _nodes.Count - 1 };
        return _nodes.Count - 1;
    }

    private readonly record struct Node(char Label, int FirstChild, int NextSibling, int Stem);
}
