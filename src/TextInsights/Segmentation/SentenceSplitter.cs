using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>Joins tokens to sentences and says which are headings or advertisements.</summary>
internal static class SentenceSplitter
{
    /// <summary>Most tokens of a sentence. No writer's sentence is half as long; what goes on without an end is cut, so that no later stage takes more than linear time.</summary>
    public const int Longest = 400;

    public static SegmentedText Split(TokenizedText text)
    {
        ImmutableArray<TextBlock> blocks = BlockReader.Read(text);
        ImmutableArray<SentenceRange> sentences = SentenceKindClassifier.Classify(text, blocks, SplitBlocks(text, blocks));
        return new SegmentedText(text.Text, text.Tokens, sentences);
    }

    private static SentenceRange[] SplitBlocks(TokenizedText text, ImmutableArray<TextBlock> blocks)
    {
        var sentences = new List<SentenceRange>(blocks.Length);
        foreach (TextBlock block in blocks)
        {
            int first = block.FirstToken;
            for (int i = first; i < block.EndToken; i++)
            {
                if (i + 1 == block.EndToken || i + 1 - first == Longest || SentenceBoundary.IsBehind(text, block, i))
                {
                    sentences.Add(new SentenceRange(first, i + 1, SentenceKind.Body));
                    first = i + 1;
                }
            }
        }

        return [.. sentences];
    }
}
