using System.Text.Json.Serialization;

namespace TextInsights;

/// <summary>A sentence of the document. Sentences are ordered, do not overlap, and only whitespace lies between them.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset behind the last UTF-16 code unit.</param>
/// <param name="Kind">Heading, body or advertisement.</param>
/// <param name="Sentiment">Good or bad news from the business point of view; null in advertisements.</param>
public sealed record Sentence(int Start, int End, SentenceKind Kind, Sentiment? Sentiment)
{
    /// <summary>Start and end as one value.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
