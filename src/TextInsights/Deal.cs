using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights;

/// <summary>A transaction between named parties, told once per document with its fullest amount.</summary>
/// <param name="Kind">What kind of transaction.</param>
/// <param name="Buyers">Ids of those who buy or invest; all parties of a merger or partnership.</param>
/// <param name="Targets">Ids of what is bought, or of who raises capital or goes public.</param>
/// <param name="Sellers">Ids of the owners who sell, if told.</param>
/// <param name="Amount">Id of the amount, or null.</param>
/// <param name="StakePercent">Share of the target that changes hands, in percent (0 to 100), or null.</param>
/// <param name="Status">How far the deal has come.</param>
/// <param name="Start">Offset of the evidence.</param>
/// <param name="End">Offset behind the evidence.</param>
/// <param name="Confidence">Probability in [0, 1] that kind and parties are right.</param>
public sealed record Deal(
    DealKind Kind,
    ImmutableArray<int> Buyers,
    ImmutableArray<int> Targets,
    ImmutableArray<int> Sellers,
    int? Amount,
    decimal? StakePercent,
    DealStatus Status,
    int Start,
    int End,
    double Confidence)
{
    /// <summary>Start and end of the evidence as one value.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
