using System.Runtime.Intrinsics;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Adds up the weights of the features of each token: those of single words from <see cref="WordScores"/>, then the rest.</summary>
internal static class ChainScorer
{
    /// <summary>Writes a row of scores for each token of a sentence.</summary>
    public static void Score(ChainModel chain, SegmentedText text, int number, DocumentAtoms atoms, Span<short> scores)
    {
        SentenceRange sentence = text.Sentences[number];
        int start = DocumentAtoms.PositionOf(sentence, number);
        AddWords(chain, text, sentence, atoms, start, scores);
        AddContext(chain, atoms, start, scores);
    }

    // Each word adds its part to the scores of the five tokens whose windows it stands in.
    private static void AddWords(ChainModel chain, SegmentedText text, SentenceRange sentence, DocumentAtoms atoms, int start, Span<short> scores)
    {
        scores.Clear();
        int length = sentence.TokenCount;
        for (int i = -EntityFeatures.Reach; i < length + EntityFeatures.Reach; i++)
        {
            ReadOnlySpan<char> word = i < 0 || i >= length ? default : text[sentence.FirstToken + i];
            var sums = chain.Words.Of(word, atoms.Atoms[start + i], atoms.Genre);
            for (int place = 0; place < EntityFeatures.Window; place++)
            {
                int token = i + EntityFeatures.Reach - place;
                if (token >= 0 && token < length)
                {
                    Add(sums.Value[place], scores.Slice(token * EntityLabels.Count, EntityLabels.Count));
                }
            }
        }
    }

    // A token's weights are added when the features of the next one are written: they are on their way meanwhile.
    private static void AddContext(ChainModel chain, DocumentAtoms atoms, int start, Span<short> scores)
    {
        Span<uint> here = stackalloc uint[EntityFeatures.Most], before = stackalloc uint[EntityFeatures.Most];
        int length = scores.Length / EntityLabels.Count, countBefore = 0;
        for (int i = 0; i <= length; i++)
        {
            int count = i < length ? EntityFeatures.FillContext(atoms, start + i, here) : 0;
            chain.Locate(here[..count]);
            if (i > 0)
            {
                Add(chain.Sum(before[..countBefore]), scores.Slice((i - 1) * EntityLabels.Count, EntityLabels.Count));
            }

            Span<uint> free = before;
            before = here;
            here = free;
            countBefore = count;
        }
    }

    private static void Add(Vector256<short> sum, Span<short> scores) => (Vector256.Create<short>(scores) + sum).CopyTo(scores);
}
