using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Judges sentences, organisations and the document from the business point of view.</summary>
internal sealed class SentimentClassifier
{
    public static SentimentClassifier Load(ModelFolder models) => new();

    public TextSentiment Classify(SegmentedText text, ImmutableArray<Entity> entities) =>
        new([.. text.Sentences.Select(_ => (Sentiment?)null)], [.. entities.Select(_ => (Sentiment?)null)], Sentiment.None);
}
