using System.Runtime.Intrinsics;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>
/// Counts what kind of name each word is in running text, judged by a chain that sees the surroundings alone: so the counts
/// say something new about words that the annotated corpora hold, and the same about those they don't.
/// </summary>
internal sealed class WordKindCounter(ChainModel chain, WordTable words, NameLists lists)
{
    private readonly Dictionary<string, int[]> _counts = [];
    private readonly ChainDecoder _decoder = new(chain);

    /// <summary>Counts per word in the form of <see cref="WordKey"/>; an array holds one number per kind of <see cref="WordKind"/>.</summary>
    public IReadOnlyDictionary<string, int[]> Counts => _counts;

    public void Read(string line)
    {
        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(line));
        var atoms = new DocumentAtoms(text, words, lists);
        var lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<uint> hashes = stackalloc uint[EntityFeatures.Most];
        Span<char> buffer = stackalloc char[WordKey.Longest];
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            int start = DocumentAtoms.PositionOf(sentence, s);
            short[] scores = new short[sentence.TokenCount * EntityLabels.Count];
            byte[] labels = new byte[sentence.TokenCount];
            for (int i = 0; i < labels.Length; i++)
            {
                Span<uint> features = hashes[..EntityFeatures.FillSurroundings(atoms, start + i, hashes)];
                chain.Locate(features);
                chain.Sum(features).CopyTo(scores.AsSpan(i * EntityLabels.Count, EntityLabels.Count));
            }

            _decoder.Decode(scores, labels);
            for (int i = 0; i < labels.Length; i++)
            {
                if (atoms.Atoms[start + i].Form is WordForm.Lower or WordForm.Number or WordForm.Punctuation)
                {
                    continue;
                }

                ReadOnlySpan<char> word = WordKey.Of(text[sentence.FirstToken + i], buffer);
                if (!lookup.TryGetValue(word, out int[]? counts))
                {
                    lookup[word] = counts = new int[WordKind.Count];
                }

                counts[WordKind.Of(labels[i])]++;
            }
        }
    }
}
