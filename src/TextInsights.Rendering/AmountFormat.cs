using System.Globalization;

namespace TextInsights.Rendering;

/// <summary>Writes amounts for people: bounds as mathematics writes them, thousands in groups.</summary>
internal static class AmountFormat
{
    private const string Number = "#,##0.############################";

    /// <summary>Value, currency and rate, such as "≥ 5,000,000 EUR" or "≈ 12.5 USD per share".</summary>
    public static string Value(MonetaryAmount amount)
    {
        string value = Bounds(amount);
        string currency = amount.Currency is { } known ? $" {known.Code}{(amount.CurrencyAssumed ? "?" : "")}" : "";
        return amount.Rate is { } rate ? $"{value}{currency} per {Words.Of(rate)}" : value + currency;
    }

    private static string Bounds(MonetaryAmount amount) => (amount.Minimum, amount.Maximum) switch
    {
        (null, null) => "?",
        ({ } minimum, null) => (amount.Qualifier == AmountQualifier.MoreThan ? "> " : "≥ ") + Format(minimum),
        (null, { } maximum) => (amount.Qualifier == AmountQualifier.LessThan ? "< " : "≤ ") + Format(maximum),
        ({ } minimum, { } maximum) when minimum != maximum => $"{Format(minimum)} – {Format(maximum)}",
        ({ } value, _) => (amount.Qualifier is AmountQualifier.Approximately or AmountQualifier.Almost ? "≈ " : "") + Format(value),
    };

    private static string Format(decimal value) => value.ToString(Number, CultureInfo.InvariantCulture);
}
