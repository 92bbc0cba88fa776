using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>
/// Finds advertisements in the midst of an article. Every sentence is scored by its cues; what counts is the sum over a
/// paragraph, since the first sentence of an advertisement often reads like the article. In a paragraph that also holds
/// something else, the best run of sentences must score higher.
/// </summary>
internal static class AdvertisementDetector
{
    private const float Threshold = 2.6f;
    private const float RunThreshold = 3.8f;
    private const float NearbyBonus = 1.5f; // for a line behind an advertisement: "Zum Angebot"
    private const float FirstMalus = 1.2f; // articles begin with what they are about
    private const float SentenceCost = 0.3f; // of each sentence but the first: long paragraphs collect cues by chance
    private const int LongestRun = 5; // sentences

    /// <summary>Sets the kind of those sentences that advertise.</summary>
    public static void Mark(TokenizedText text, ImmutableArray<TextBlock> blocks, Span<SentenceRange> sentences)
    {
        var scores = new AdvertisementScore[sentences.Length];
        float weightOfAddress = Measure(text, blocks, sentences, scores);
        bool nearby = false;
        for (int b = 0, first = 0; b < blocks.Length; b++)
        {
            int count = SentencesOf(blocks[b], sentences[first..]);
            float threshold = Threshold + (b == 0 ? FirstMalus : 0) - (nearby ? NearbyBonus : 0);
            nearby = MarkBlock(sentences.Slice(first, count), scores.AsSpan(first, count), weightOfAddress, threshold);
            first += count;
        }
    }

    /// <summary>The number of leading sentences that lie in a block.</summary>
    public static int SentencesOf(TextBlock block, ReadOnlySpan<SentenceRange> sentences)
    {
        int count = 0;
        while (count < sentences.Length && sentences[count].EndToken <= block.EndToken)
        {
            count++;
        }

        return count;
    }

    // Scores all sentences. In a letter, an interview or a guide, where many paragraphs turn to a reader, that tells little.
    private static float Measure(TokenizedText text, ImmutableArray<TextBlock> blocks, ReadOnlySpan<SentenceRange> sentences, Span<AdvertisementScore> scores)
    {
        int turning = 0;
        for (int b = 0, i = 0; b < blocks.Length; b++)
        {
            var total = default(AdvertisementScore);
            for (int first = i; i < sentences.Length && sentences[i].EndToken <= blocks[b].EndToken; i++)
            {
                scores[i] = AdvertisementScore.Of(AdvertisementEvidence.Of(text, sentences[i], i == first));
                total += scores[i];
            }

            turning += total.Address > 0 && !total.Advertises(Threshold, 1) ? 1 : 0;
        }

        return turning < 3 || turning * 5 < blocks.Length ? 1 : 0.3f;
    }

    // True if the block ends with an advertisement.
    private static bool MarkBlock(Span<SentenceRange> block, ReadOnlySpan<AdvertisementScore> scores, float weightOfAddress, float threshold)
    {
        if (block.Length <= LongestRun)
        {
            var total = default(AdvertisementScore);
            foreach (AdvertisementScore score in scores)
            {
                total += score;
            }

            if (total.Advertises(threshold + (SentenceCost * (block.Length - 1)), weightOfAddress))
            {
                Set(block);
                return true;
            }
        }

        bool last = false;
        for (int i = 0; i < block.Length && block.Length > 1; i++)
        {
            int run = LongestRunFrom(scores[i..], weightOfAddress);
            Set(block.Slice(i, run));
            i += Math.Max(run, 1) - 1;
            last = run > 0 && i == block.Length - 1;
        }

        return last;
    }

    // Length of the best run of sentences that begins here; 0 if none advertises.
    private static int LongestRunFrom(ReadOnlySpan<AdvertisementScore> scores, float weightOfAddress)
    {
        int best = 0;
        float bestSum = 0;
        var run = default(AdvertisementScore);
        for (int k = 0; k < Math.Min(scores.Length, LongestRun) && scores[0].Total(weightOfAddress) > 0; k++)
        {
            run += scores[k];
            float sum = run.Total(weightOfAddress) - (SentenceCost * k);
            if (sum > bestSum && run.Advertises(RunThreshold + (SentenceCost * k), weightOfAddress))
            {
                bestSum = sum;
                best = k + 1;
            }
        }

        return best;
    }

    private static void Set(Span<SentenceRange> sentences)
    {
        foreach (ref SentenceRange sentence in sentences)
        {
            sentence = sentence with { Kind = SentenceKind.Advertisement };
        }
    }
}
