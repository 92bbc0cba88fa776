using System.Globalization;

namespace TextInsights.Rendering;

/// <summary>Judgements for people.</summary>
internal static class SentimentText
{
    /// <summary>Label and score, such as "positive +0.62"; empty for none.</summary>
    public static string Of(Sentiment? sentiment) => sentiment is null ? "" : $"{Words.Of(sentiment.Label)} {Score(sentiment.Score)}";

    /// <summary>Arrow and score, such as "▲ +0.62"; empty for none.</summary>
    public static string Short(Sentiment? sentiment)
    {
        string arrow = sentiment?.Label switch { SentimentLabel.Positive => "▲ ", SentimentLabel.Negative => "▼ ", _ => "" };
        return sentiment is null ? "" : arrow + Score(sentiment.Score);
    }

    /// <summary>The score with its sign, such as "+0.62".</summary>
    public static string Score(double score) => score.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
