namespace TextInsights.Sentiments;

/// <summary>Probabilities of the three classes and the one that is chosen.</summary>
internal readonly record struct PolarityProbabilities(float Neutral, float Positive, float Negative, SentimentLabel Label)
{
    public float Score => Positive - Negative;

    public Sentiment ToSentiment()
    {
        float confidence = Label switch
        {
            SentimentLabel.Positive => Positive,
            SentimentLabel.Negative => Negative,
            _ => Neutral,
        };
        return new Sentiment(Label, Rounded(Score), Rounded(confidence));
    }

    // Four digits: what lies beyond is noise, and it keeps the JSON short.
    private static double Rounded(float value) => Math.Round((double)value, 4);
}
