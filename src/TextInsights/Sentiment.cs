namespace TextInsights;

/// <summary>A judgement of a document, a sentence or an organisation from the business point of view.</summary>
/// <param name="Label">The most probable class.</param>
/// <param name="Score">Strength and direction in [-1, 1]: -1 is surely bad news, 1 surely good news.</param>
/// <param name="Confidence">Probability in [0, 1] that <paramref name="Label"/> is right.</param>
public sealed record Sentiment(SentimentLabel Label, double Score, double Confidence)
{
    /// <summary>The judgement of a blank document: neutral, score 0, confidence 0.</summary>
    public static Sentiment None { get; } = new(SentimentLabel.Neutral, 0, 0);
}
