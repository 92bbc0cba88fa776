using System.IO.Compression;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Running text as numbers of words, for learning word representations. Sentences are separated by <see cref="Break"/>.</summary>
internal sealed class WordCorpus
{
    public const int Break = -1;

    private WordCorpus(string[] words, int[] counts, int[] text)
    {
        Words = words;
        Counts = counts;
        Text = text;
    }

    /// <summary>The vocabulary, most frequent word first; digits are written 0.</summary>
    public string[] Words { get; }

    /// <summary>How often each word occurs.</summary>
    public int[] Counts { get; }

    /// <summary>The text as positions in <see cref="Words"/>; rare words are left out.</summary>
    public int[] Text { get; }

    /// <summary>Lines of a packed text file.</summary>
    public static IEnumerable<string> Lines(string gzFile)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(gzFile), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Reads a text and keeps the words that occur at least <paramref name="minimumCount"/> times.</summary>
    public static WordCorpus Read(IEnumerable<string> lines, int minimumCount)
    {
        var ids = new Dictionary<string, int>();
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = new List<string>();
        var counts = new List<int>();
        var text = new List<int>();
        Span<char> buffer = stackalloc char[WordKey.Longest];
        foreach (string line in lines)
        {
            TokenizedText tokens = GermanTokenizer.Tokenize(line);
            for (int i = 0; i < tokens.Tokens.Length; i++)
            {
                ReadOnlySpan<char> word = WordKey.Of(tokens[i], buffer);
                if (!lookup.TryGetValue(word, out int id))
                {
                    id = words.Count;
                    words.Add(word.ToString());
                    counts.Add(0);
                    ids.Add(words[id], id);
                }

                counts[id]++;
                text.Add(id);
            }

            text.Add(Break);
        }

        int[] order = [.. Enumerable.Range(0, words.Count).Where(i => counts[i] >= minimumCount)
            .OrderByDescending(i => counts[i]).ThenBy(i => words[i], StringComparer.Ordinal)];
        int[] rank = new int[words.Count];
        Array.Fill(rank, int.MinValue);
        for (int k = 0; k < order.Length; k++)
        {
            rank[order[k]] = k;
        }

        return new WordCorpus([.. order.Select(i => words[i])], [.. order.Select(i => counts[i])],
            [.. text.Select(id => id == Break ? Break : rank[id]).Where(id => id != int.MinValue)]);
    }
}
