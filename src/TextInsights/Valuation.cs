using System.Text.Json.Serialization;

namespace TextInsights;

/// <summary>A company's whole worth.</summary>
/// <param name="Company">Id of the organisation that is worth it.</param>
/// <param name="Amount">Id of the amount.</param>
/// <param name="Kind">By what measure.</param>
/// <param name="Status">How certain and how current.</param>
/// <param name="Start">Offset of the sentence that says so.</param>
/// <param name="End">Offset behind that sentence.</param>
/// <param name="Confidence">Probability in [0, 1] that company and amount are right.</param>
public sealed record Valuation(int Company, int Amount, ValuationKind Kind, ValuationStatus Status, int Start, int End, double Confidence)
{
    /// <summary>Start and end of the evidence as one value.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
