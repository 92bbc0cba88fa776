using System.Globalization;

namespace TextInsights.Rendering;

/// <summary>Writes amounts for people: bounds as mathematics writes them, thousands in groups.</summary>
internal static class AmountFormat
{
    private const string Number = "#,##0.############################";

    private static readonly (decimal Size, string Name)[] Units = [(1e12m, "tn"), (1e9m, "bn"), (1e6m, "m")];

    /// <summary>Value, currency and rate, such as "≥ 5,000,000 EUR" or "≈ 12.5 USD per share".</summary>
    public static string Value(MonetaryAmount amount) => Format(amount, Digits);

    /// <summary>As <see cref="Value"/>, but with millions and more as words where that loses no digit: "≥ 5 m EUR".</summary>
    public static string Short(MonetaryAmount amount) => Format(amount, InUnits);

    private static string Format(MonetaryAmount amount, Func<decimal, string> number)
    {
        string value = Bounds(amount, number);
        string currency = amount.Currency is { } known ? $" {known.Code}{(amount.CurrencyAssumed ? "?" : "")}" : "";
        return amount.Rate is { } rate ? $"{value}{currency} per {Words.Of(rate)}" : value + currency;
    }

    private static string Bounds(MonetaryAmount amount, Func<decimal, string> number) => (amount.Minimum, amount.Maximum) switch
    {
        (null, null) => "?",
        ({ } minimum, null) => (amount.Qualifier == AmountQualifier.MoreThan ? "> " : "≥ ") + number(minimum),
        (null, { } maximum) => (amount.Qualifier == AmountQualifier.LessThan ? "< " : "≤ ") + number(maximum),
        ({ } minimum, { } maximum) when minimum != maximum => $"{number(minimum)} – {number(maximum)}",
        ({ } value, _) => (amount.Qualifier is AmountQualifier.Approximately or AmountQualifier.Almost ? "≈ " : "") + number(value),
    };

    private static string Digits(decimal value) => value.ToString(Number, CultureInfo.InvariantCulture);

    private static string InUnits(decimal value)
    {
        foreach ((decimal size, string name) in Units)
        {
            if (value >= size)
            {
                return value % (size / 1000) == 0 ? $"{Digits(value / size)} {name}" : Digits(value);
            }
        }

        return Digits(value);
    }
}
