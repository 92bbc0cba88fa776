using System.Collections.Immutable;
using System.Text.Json;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>Everything that was found in one text. Offsets count UTF-16 code units of the original text.</summary>
/// <param name="Id">The caller's name for the document, or null.</param>
/// <param name="Sentences">All sentences in order.</param>
/// <param name="Entities">Named things in order of first mention.</param>
/// <param name="Amounts">Monetary amounts in text order.</param>
/// <param name="Valuations">Which company is worth how much.</param>
/// <param name="Deals">Who buys, invests, merges.</param>
/// <param name="Sentiment">Good or bad news as a whole.</param>
public sealed record AnalyzedDocument(
    string? Id,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Entity> Entities,
    ImmutableArray<MonetaryAmount> Amounts,
    ImmutableArray<Valuation> Valuations,
    ImmutableArray<Deal> Deals,
    Sentiment Sentiment)
{
    /// <summary>The document as JSON in the documented contract.</summary>
    /// <param name="indented">Whether to break and indent lines for people; one line otherwise.</param>
    public string ToJson(bool indented = false) =>
        JsonSerializer.Serialize(this, (indented ? TextInsightsJson.Indented : TextInsightsJson.Compact).AnalyzedDocument);

    /// <summary>Reads a document back from its JSON.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    /// <exception cref="JsonException"><paramref name="json"/> is no such document.</exception>
    public static AnalyzedDocument FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, TextInsightsJson.Compact.AnalyzedDocument)
            ?? throw new JsonException("'null' is no analyzed document: an object is expected.");
    }
}
