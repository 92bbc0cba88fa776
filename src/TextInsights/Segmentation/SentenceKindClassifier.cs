using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>Tells headings and advertisements from running text. The sentences of a heading's line become one.</summary>
internal static class SentenceKindClassifier
{
    public static ImmutableArray<SentenceRange> Classify(TokenizedText text, ImmutableArray<TextBlock> blocks, SentenceRange[] sentences)
    {
        AdvertisementDetector.Mark(text, blocks, sentences);
        var kinds = new SentenceKind[blocks.Length];
        for (int b = 0, s = 0; b < blocks.Length; b++)
        {
            kinds[b] = sentences[s].Kind;
            s += AdvertisementDetector.SentencesOf(blocks[b], sentences.AsSpan(s));
        }

        HeadingRules.Mark(text, blocks, kinds);
        var result = ImmutableArray.CreateBuilder<SentenceRange>(sentences.Length);
        for (int b = 0, s = 0; b < blocks.Length; b++)
        {
            int end = s + AdvertisementDetector.SentencesOf(blocks[b], sentences.AsSpan(s));
            if (kinds[b] == SentenceKind.Heading)
            {
                result.Add(new SentenceRange(blocks[b].FirstToken, blocks[b].EndToken, SentenceKind.Heading));
                s = end;
            }

            for (; s < end; s++)
            {
                result.Add(sentences[s]);
            }
        }

        return result.DrainToImmutable();
    }
}
