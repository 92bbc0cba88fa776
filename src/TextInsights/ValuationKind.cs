using System.Text.Json.Serialization;
using TextInsights.Serialization;

namespace TextInsights;

/// <summary>By what measure a company is worth an amount.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ValuationKind>))]
public enum ValuationKind
{
    /// <summary>Worth as investors or the text put it.</summary>
    Valuation,

    /// <summary>Worth at the stock exchange.</summary>
    MarketCap,

    /// <summary>Worth including debt.</summary>
    EnterpriseValue,

    /// <summary>Worth of the equity.</summary>
    EquityValue,
}
