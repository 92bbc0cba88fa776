using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>How far a deal has come, after the latest statement of the text.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DealStatus>))]
public enum DealStatus
{
    /// <summary>From unnamed sources ("Kreise", "angeblich").</summary>
    Rumoured,

    /// <summary>The parties negotiate.</summary>
    Negotiating,

    /// <summary>Intended ("will", "soll", "könnte").</summary>
    Planned,

    /// <summary>An offer or agreement is told ("übernimmt").</summary>
    Announced,

    /// <summary>The contract is signed.</summary>
    Signed,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Given up, failed, or put off indefinitely.</summary>
    Abandoned,

    /// <summary>Contradicted in the text.</summary>
    Denied,
}
