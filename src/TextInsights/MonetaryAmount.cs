using System.Text.Json.Serialization;

namespace TextInsights;

/// <summary>A monetary amount of the text with exact bounds.</summary>
/// <param name="Id">Number of the amount in the document, from 0 in text order; facts refer to it.</param>
/// <param name="Start">Offset of the first UTF-16 code unit of the numeral or compound, without the qualifier word.</param>
/// <param name="End">Offset behind the last UTF-16 code unit.</param>
/// <param name="Text">The amount as it stands.</param>
/// <param name="Currency">The currency; null if the text does not tell it ("Milliardendeal").</param>
/// <param name="CurrencyAssumed">Whether <paramref name="Currency"/> is the usual reading of an ambiguous word ("Dollar": USD).</param>
/// <param name="Minimum">Least value in currency units (42 Cent are 0.42); null if the text gives no lower bound.</param>
/// <param name="Maximum">Greatest value in currency units; null if the text gives no upper bound.</param>
/// <param name="Qualifier">How exactly it is stated.</param>
/// <param name="Role">What the amount is.</param>
/// <param name="Rate">What it is per, or null.</param>
/// <param name="Subject">Id of the entity that the amount is about, or null.</param>
/// <param name="Confidence">Probability in [0, 1] that this is money with this value.</param>
public sealed record MonetaryAmount(
    int Id,
    int Start,
    int End,
    string Text,
    Currency? Currency,
    bool CurrencyAssumed,
    decimal? Minimum,
    decimal? Maximum,
    AmountQualifier Qualifier,
    AmountRole Role,
    AmountRate? Rate,
    int? Subject,
    double Confidence)
{
    /// <summary>Start and end as one value.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
