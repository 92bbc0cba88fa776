using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Composes a text and lets the sentence model judge its sentences.</summary>
internal sealed class SentenceReader(PolarityComposer composer, SentenceFeatures extractor, SentimentModel model)
{
    public (ComposedText Composed, PolarityProbabilities[] Sentences) Read(SegmentedText text)
    {
        ComposedText composed = composer.Compose(text);
        return (composed, Read(text, composed));
    }

    public PolarityProbabilities[] Read(SegmentedText text, ComposedText composed)
    {
        var features = new FeatureBuffer(SentenceFeatures.Bits);
        var sentences = new PolarityProbabilities[text.Sentences.Length];
        for (int i = 0; i < sentences.Length; i++)
        {
            if (text.Sentences[i].Kind != SentenceKind.Advertisement)
            {
                sentences[i] = ReadPart(text, composed, text.Sentences[i], features);
            }
        }

        return sentences;
    }

    /// <summary>What the sentence model says of a part of a sentence.</summary>
    public PolarityProbabilities ReadPart(SegmentedText text, ComposedText composed, SentenceRange part, FeatureBuffer features)
    {
        features.Clear();
        extractor.Extract(text, composed, part, features);
        return model.Classify(features);
    }
}
