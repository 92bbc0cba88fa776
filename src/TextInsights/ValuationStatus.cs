using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>How certain and how current a valuation is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ValuationStatus>))]
public enum ValuationStatus
{
    /// <summary>Told as a fact.</summary>
    Stated,

    /// <summary>Aimed at ("soll … bewerten").</summary>
    Planned,

    /// <summary>From unnamed sources ("Kreisen zufolge", "angeblich").</summary>
    Rumoured,

    /// <summary>No longer valid ("zuletzt", "zuvor").</summary>
    Past,

    /// <summary>Contradicted in the text.</summary>
    Denied,
}
