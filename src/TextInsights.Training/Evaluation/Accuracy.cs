using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Share of right answers.</summary>
/// <param name="Hits">Right answers.</param>
/// <param name="Count">Questions.</param>
public readonly record struct Accuracy([property: JsonIgnore] int Hits, [property: JsonPropertyName("n")] int Count)
{
    /// <summary>The share in percent with one decimal; null if nothing was asked.</summary>
    [JsonPropertyName("accuracy")]
    [JsonPropertyOrder(-1)]
    public double? Value => Percent.Of(Hits, Count);
}
