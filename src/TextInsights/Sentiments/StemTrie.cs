using System.Runtime.InteropServices;

namespace TextInsights.Sentiments;

/// <summary>A stem of the word lists with the endings it takes.</summary>
/// <param name="Endings">Bits of <see cref="WordEndings"/>.</param>
/// <param name="Kind">What it may be part of.</param>
/// <param name="Reading">What the word does.</param>
/// <param name="Next">Number of the next stem with the same letters; -1 for none.</param>
internal readonly record struct Stem(ulong Endings, StemKind Kind, LexicalReading Reading, int Next);

/// <summary>What a stem may be part of.</summary>
internal enum StemKind : byte
{
    /// <summary>A word written small.</summary>
    Word,

    /// <summary>A noun: written with a capital, and the last part of compounds.</summary>
    Noun,

    /// <summary>Only the last part of compounds ("schuldenfrei").</summary>
    Suffix,
}

/// <summary>
/// Stems by their letters from last to first: one walk from the end of a word finds the word and every word that is its
/// last part, so that the head of a compound decides ("Umsatzrückgang" ends in "Rückgang"). The children of a node lie
/// side by side, in the order of breadth.
/// </summary>
internal sealed class StemTrie
{
    private const int ShortestFirstPart = 3;
    private const int ShortestHead = 4;
    private const int DirectLetters = 256;

    private readonly Stem[] _stems;
    private readonly char[] _labels; // by node
    private readonly int[] _firstChild; // by node; the children end where those of the next node begin
    private readonly int[] _stemOf; // by node; -1 for none
    private readonly int[] _roots = new int[DirectLetters];

    public StemTrie(IReadOnlyList<(string Stem, ulong Endings, StemKind Kind, LexicalReading Reading)> stems)
    {
        var builder = new Builder();
        _stems = new Stem[stems.Count];
        for (int i = 0; i < stems.Count; i++)
        {
            _stems[i] = new Stem(stems[i].Endings, stems[i].Kind, stems[i].Reading, builder.Add(stems[i].Stem, i));
        }

        (_labels, _firstChild, _stemOf) = builder.Flatten();
        for (int child = _firstChild[0]; child < _firstChild[1]; child++)
        {
            if (_labels[child] < DirectLetters)
            {
                _roots[_labels[child]] = child;
            }
        }
    }

    /// <summary>The longest match that ends a word in small letters; a whole word wins over its last parts.</summary>
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
        int node = stem[^1] < DirectLetters ? _roots[stem[^1]] : 0;
        for (int i = stem.Length - 1; node > 0; i--)
        {
            for (int s = _stemOf[node]; s >= 0; s = _stems[s].Next)
            {
                ref readonly Stem found = ref _stems[s];
                if ((found.Endings & ending) != 0 && i <= start && (found.Kind == StemKind.Noun ? nouns : others) && Fits(found.Kind, i, stem.Length - i))
                {
                    reading = found.Reading;
                    start = i;
                }
            }

            if (i == 0)
            {
                return;
            }

            node = Child(node, stem[i - 1]);
        }
    }

    private static bool Fits(StemKind kind, int firstPart, int head) => kind switch
    {
        StemKind.Suffix => firstPart >= ShortestFirstPart,
        StemKind.Noun => firstPart == 0 || (firstPart >= ShortestFirstPart && head >= ShortestHead),
        _ => firstPart == 0,
    };

    private int Child(int node, char label)
    {
        for (int child = _firstChild[node]; child < _firstChild[node + 1]; child++)
        {
            if (_labels[child] == label)
            {
                return child;
            }
        }

        return 0;
    }

    private sealed class Builder
    {
        private readonly List<Node> _nodes = [new Node('\0', -1, -1, -1)];

        /// <summary>Adds a stem; returns the one with the same letters that was there before, or -1.</summary>
        public int Add(string stem, int number)
        {
            int node = 0;
            for (int i = stem.Length - 1; i >= 0; i--)
            {
                node = Child(node, stem[i]);
            }

            int before = _nodes[node].Stem;
            _nodes[node] = _nodes[node] with { Stem = number };
            return before;
        }

        public (char[] Labels, int[] FirstChild, int[] Stems) Flatten()
        {
            ReadOnlySpan<Node> nodes = CollectionsMarshal.AsSpan(_nodes);
            char[] labels = new char[nodes.Length];
            int[] firstChild = new int[nodes.Length + 1];
            int[] stems = new int[nodes.Length];
            int[] order = new int[nodes.Length]; // new number → old number
            int count = 1;
            for (int i = 0; i < nodes.Length; i++)
            {
                Node node = nodes[order[i]];
                (labels[i], stems[i], firstChild[i]) = (node.Label, node.Stem, count);
                for (int child = node.FirstChild; child >= 0; child = nodes[child].NextSibling)
                {
                    order[count++] = child;
                }
            }

            firstChild[nodes.Length] = count;
            return (labels, firstChild, stems);
        }

        private int Child(int parent, char label)
        {
            for (int child = _nodes[parent].FirstChild; child >= 0; child = _nodes[child].NextSibling)
            {
                if (_nodes[child].Label == label)
                {
                    return child;
                }
            }

            _nodes.Add(new Node(label, -1, _nodes[parent].FirstChild, -1));
            _nodes[parent] = _nodes[parent] with { FirstChild = _nodes.Count - 1 };
            return _nodes.Count - 1;
        }

        private readonly record struct Node(char Label, int FirstChild, int NextSibling, int Stem);
    }
}
