namespace TextInsights.Sentiments;

/// <summary>Probabilities of the three classes.</summary>
internal readonly record struct PolarityProbabilities(float Neutral, float Positive, float Negative)
{
    public float Score => Positive - Negative;

    public Sentiment ToSentiment()
    {
        (SentimentLabel label, float confidence) = Positive > Neutral && Positive >= Negative
            ? (SentimentLabel.Positive, Positive)
            : Negative > Neutral ? (SentimentLabel.Negative, Negative) : (SentimentLabel.Neutral, Neutral);
        return new Sentiment(label, Rounded(Score), Rounded(confidence));
    }

    // Four digits: what lies beyond is noise, and it keeps the JSON short.
    private static double Rounded(float value) => Math.Round((double)value, 4);
}
