using System.Globalization;

namespace TextInsights.Rendering.Html;

/// <summary>Words, numbers and class names that several parts of the page share.</summary>
internal static class HtmlWords
{
    private const int MostNameCharacters = 120;

    /// <summary>Class of the style sheet for a kind of entity.</summary>
    public static string ClassOf(EntityType type) => type switch
    {
        EntityType.Person => "person",
        EntityType.Organization => "organization",
        EntityType.Location => "location",
        _ => "miscellaneous",
    };

    /// <summary>Class of the style sheet for a judgement.</summary>
    public static string ClassOf(Sentiment? sentiment) => sentiment?.Label switch
    {
        SentimentLabel.Positive => "positive",
        SentimentLabel.Negative => "negative",
        SentimentLabel.Neutral => "neutral",
        _ => "unjudged",
    };

    /// <summary>A probability or share as people read it: "72 %".</summary>
    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The words of a name with a capital at the start: "Market cap".</summary>
    public static string Title(Enum value)
    {
        string words = Words.Of(value);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>The start of a text that may be of any length but is shown again and again.</summary>
    public static string? Short(string? text) => text is null ? null : Short(text.AsSpan(), MostNameCharacters);

    /// <summary>The start of a text that may be of any length.</summary>
    public static string Short(ReadOnlySpan<char> text, int most) => text.Length <= most ? text.ToString() : $"{text[..most]}…";

    /// <summary>"1 deal", "2 deals".</summary>
    public static string Count(int number, string one, string many) => number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? one : many);
}
