using System.Runtime.InteropServices;

namespace TextInsights.Lexicons;

/// <summary>Words by their letters, laid out for reading: the children of a node lie side by side, in the order of breadth.</summary>
internal sealed class LetterTrie
{
    private const int DirectLetters = 256;

    private readonly char[] _labels; // by node
    private readonly int[] _firstChild; // by node; the children end where those of the next node begin
    private readonly int[] _values; // by node; -1 for none
    private readonly int[] _roots = new int[DirectLetters];

    private LetterTrie(char[] labels, int[] firstChild, int[] values)
    {
        (_labels, _firstChild, _values) = (labels, firstChild, values);
        for (int child = firstChild[0]; child < firstChild[1]; child++)
        {
            if (labels[child] < DirectLetters)
            {
                _roots[labels[child]] = child;
            }
        }
    }

    /// <summary>The node of a first letter; 0 if no word begins with it.</summary>
    public int Root(char letter) => letter < DirectLetters ? _roots[letter] : Child(0, letter);

    /// <summary>The node of a letter behind those of a node; 0 if no word goes on so.</summary>
    public int Child(int node, char letter)
    {
        for (int child = _firstChild[node], end = _firstChild[node + 1]; child < end; child++) // two or three as a rule
        {
            if (_labels[child] == letter)
            {
                return child;
            }
        }

        return 0;
    }

    /// <summary>What was set for the word that ends at a node; -1 for none.</summary>
    public int ValueOf(int node) => _values[node];

    /// <summary>Collects the words.</summary>
    public sealed class Builder
    {
        private readonly List<Node> _nodes = [new Node('\0', -1, -1, -1)];

        /// <summary>Sets the value of a word; returns the one that it had before, or -1.</summary>
        public int Set(IEnumerable<char> word, int value)
        {
            int node = 0;
            foreach (char letter in word)
            {
                node = Child(node, letter);
            }

            int before = _nodes[node].Value;
            _nodes[node] = _nodes[node] with { Value = value };
            return before;
        }

        public LetterTrie Build()
        {
            ReadOnlySpan<Node> nodes = CollectionsMarshal.AsSpan(_nodes);
            char[] labels = new char[nodes.Length];
            int[] firstChild = new int[nodes.Length + 1];
            int[] values = new int[nodes.Length];
            int[] order = new int[nodes.Length]; // new number → old number
            int count = 1;
            for (int i = 0; i < nodes.Length; i++)
            {
                Node node = nodes[order[i]];
                (labels[i], values[i], firstChild[i]) = (node.Label, node.Value, count);
                for (int child = node.FirstChild; child >= 0; child = nodes[child].NextSibling)
                {
                    order[count++] = child;
                }
            }

            firstChild[nodes.Length] = count;
            return new LetterTrie(labels, firstChild, values);
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

        private readonly record struct Node(char Label, int FirstChild, int NextSibling, int Value);
    }
}
