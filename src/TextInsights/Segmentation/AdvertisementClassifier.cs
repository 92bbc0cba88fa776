using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Segmentation;

/// <summary>
/// Finds by a learned model those advertisements that the rules of the splitter leave: they are worded in too many ways for a
/// list of cues. It decides on whole paragraphs and only adds; what the rules call an advertisement stays one.
/// </summary>
internal sealed class AdvertisementClassifier(LinearModel model)
{
    /// <summary>Name of the model and its folder.</summary>
    public const string ModelName = "advertisements";

    private const float Threshold = 0; // log-odds
    private const float HighThreshold = 2.5f; // for the first paragraph, and in guides and letters, where many turn to the reader
    private const int LongestParagraph = 5; // sentences

    /// <summary>Class names in the order of the scores.</summary>
    public static ImmutableArray<string> Labels { get; } = ["body", "advertisement"];

    public static AdvertisementClassifier Load(ModelFolder models) => new(LinearModel.Load(models, ModelName, ParagraphFeatures.Schema, Labels));

    /// <summary>The same sentences; kinds of further advertisements are set.</summary>
    public SegmentedText Classify(SegmentedText text)
    {
        var tokens = new TokenizedText(text.Text, text.Tokens);
        ImmutableArray<TextBlock> blocks = BlockReader.Read(tokens);
        if (blocks.Length < 2)
        {
            return text; // nothing that it could stand among
        }

        SentenceRange[] sentences = [.. text.Sentences];
        var odds = new float[blocks.Length];
        var features = new FeatureBuffer(ParagraphFeatures.Bits);
        int addressing = 0;
        for (int b = 0, first = 0; b < blocks.Length; b++)
        {
            int count = AdvertisementDetector.SentencesOf(blocks[b], sentences.AsSpan(first));
            odds[b] = Odds(tokens, sentences.AsSpan(first, count), features, ref addressing);
            first += count;
        }

        float threshold = addressing >= 3 && addressing * 5 >= blocks.Length ? HighThreshold : Threshold;
        bool changed = false;
        for (int b = 0, first = 0; b < blocks.Length; b++)
        {
            int count = AdvertisementDetector.SentencesOf(blocks[b], sentences.AsSpan(first));
            if (odds[b] > (b == 0 ? HighThreshold : threshold))
            {
                changed = true;
                for (int i = first; i < first + count; i++)
                {
                    sentences[i] = sentences[i] with { Kind = SentenceKind.Advertisement };
                }
            }

            first += count;
        }

        return changed ? text with { Sentences = ImmutableArray.Create(sentences) } : text;
    }

    // Log-odds of an advertisement; far below zero where the question is not asked.
    private float Odds(TokenizedText text, ReadOnlySpan<SentenceRange> paragraph, FeatureBuffer features, ref int addressing)
    {
        if (paragraph.Length > LongestParagraph)
        {
            return float.MinValue;
        }

        foreach (SentenceRange sentence in paragraph)
        {
            if (sentence.Kind == SentenceKind.Advertisement)
            {
                return float.MinValue;
            }
        }

        addressing += ParagraphFeatures.Extract(text, paragraph, features) > 0 ? 1 : 0;
        Span<float> scores = stackalloc float[2];
        model.Score(features, scores);
        return scores[1] - scores[0];
    }
}
