using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>Joins tokens to sentences and says which are headings or advertisements.</summary>
internal static class SentenceSplitter
{
    public static SegmentedText Split(TokenizedText text)
    {
        ImmutableArray<TextBlock> blocks = BlockReader.Read(text);
        var sentences = ImmutableArray.CreateBuilder<SentenceRange>(blocks.Length);
        for (int b = 0; b < blocks.Length; b++)
        {
            TextBlock block = blocks[b];
            if (HeadingRules.IsHeading(text, blocks, b))
            {
                sentences.Add(new SentenceRange(block.FirstToken, block.EndToken, SentenceKind.Heading));
                continue;
            }

            int first = block.FirstToken;
            for (int i = first; i < block.EndToken; i++)
            {
                if (i + 1 == block.EndToken || SentenceBoundary.IsBehind(text, block, i))
                {
                    sentences.Add(new SentenceRange(first, i + 1, SentenceKind.Body));
                    first = i + 1;
                }
            }
        }

        return new SegmentedText(text.Text, text.Tokens, sentences.DrainToImmutable());
    }
}
