using System.Globalization;
using Spectre.Console;

namespace TextInsights.Cli.Rendering;

/// <summary>Judgements for people.</summary>
internal static class SentimentText
{
    /// <summary>Label and score, such as "positive +0.62"; empty for none.</summary>
    public static string Of(Sentiment? sentiment) =>
        sentiment is null ? "" : $"{Words.Of(sentiment.Label)} {Score(sentiment)}";

    /// <summary>Arrow and score, such as "▲ +0.62"; empty for none.</summary>
    public static string Short(Sentiment? sentiment)
    {
        string arrow = sentiment?.Label switch { SentimentLabel.Positive => "▲ ", SentimentLabel.Negative => "▼ ", _ => "" };
        return sentiment is null ? "" : arrow + Score(sentiment);
    }

    public static Style StyleOf(Sentiment? sentiment) => sentiment?.Label switch
    {
        SentimentLabel.Positive => new Style(Color.Green),
        SentimentLabel.Negative => new Style(Color.Red),
        _ => Style.Plain,
    };

    private static string Score(Sentiment sentiment) => sentiment.Score.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
