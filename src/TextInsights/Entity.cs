using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights;

/// <summary>A person, organisation, place or other named thing of the document with all its mentions.</summary>
/// <param name="Id">Number of the entity in the document, from 0 in order of first mention; facts refer to it.</param>
/// <param name="Name">The fullest, uninflected form found in the document.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Isin">International Securities Identification Number if it is a known listed company, else null.</param>
/// <param name="Salience">How much the article is about it, in [0, 1], over all entities at most 1; null for an entity named only in advertisements.</param>
/// <param name="Mentions">All its mentions in text order; at least one.</param>
/// <param name="Sentiment">What the article says of an organisation it is about; null for organisations merely mentioned and for other types.</param>
public sealed record Entity(
    int Id,
    string Name,
    EntityType Type,
    string? Isin,
    double? Salience,
    ImmutableArray<Mention> Mentions,
    Sentiment? Sentiment)
{
    /// <summary>The identifier that the user's <see cref="Gazetteer"/> gives it; null (and left out of the JSON) without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Identifier { get; init; }
}
