using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>Good news, bad news, or neither, from the business point of view.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SentimentLabel>))]
public enum SentimentLabel
{
    /// <summary>Neither good nor bad, or balanced.</summary>
    Neutral,

    /// <summary>Good news.</summary>
    Positive,

    /// <summary>Bad news.</summary>
    Negative,
}
