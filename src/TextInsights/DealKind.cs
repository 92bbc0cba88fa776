using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>What kind of transaction a deal is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DealKind>))]
public enum DealKind
{
    /// <summary>Purchase of the majority, the whole, the remaining shares or named assets.</summary>
    Acquisition,

    /// <summary>Purchase of a minority.</summary>
    Stake,

    /// <summary>Merger; all merging parties are buyers.</summary>
    Merger,

    /// <summary>The seller acts and no buyer is decided.</summary>
    Divestment,

    /// <summary>A company raises capital from investors.</summary>
    FundingRound,

    /// <summary>A company goes public.</summary>
    Ipo,

    /// <summary>Partners found a company together.</summary>
    JointVenture,

    /// <summary>A parent splits off a part.</summary>
    SpinOff,

    /// <summary>Companies work together; all parties are buyers.</summary>
    Partnership,
}
