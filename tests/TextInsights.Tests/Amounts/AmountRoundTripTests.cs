using System.Globalization;
using CsCheck;
using TextInsights.Amounts;

namespace TextInsights.Tests.Amounts;

/// <summary>Generated amounts in every way of writing them are read back exactly.</summary>
public sealed class AmountRoundTripTests
{
    private static readonly (string Name, decimal Factor)[] Magnitudes =
        [("", 1), ("Tsd.", 1_000), ("Tausend", 1_000), ("Mio.", 1_000_000), ("Mill.", 1_000_000), ("Millionen", 1_000_000), ("Mrd.", 1_000_000_000), ("Mrd", 1_000_000_000), ("Milliarden", 1_000_000_000), ("Billionen", 1_000_000_000_000)];

    private static readonly (string Name, string Code, bool Before)[] Currencies =
        [("Euro", "EUR", false), ("€", "EUR", true), ("EUR", "EUR", true), ("US-Dollar", "USD", false), ("US$", "USD", true), ("Schweizer Franken", "CHF", false), ("CHF", "CHF", true), ("Yen", "JPY", false), ("Rubel", "RUB", false), ("britische Pfund", "GBP", false), ("norwegische Kronen", "NOK", false)];

    private static readonly (string Words, AmountQualifier Qualifier)[] Qualifiers =
        [("", AmountQualifier.Exact), ("rund", AmountQualifier.Approximately), ("etwa", AmountQualifier.Approximately), ("knapp", AmountQualifier.Almost), ("fast", AmountQualifier.Almost), ("mehr als", AmountQualifier.MoreThan), ("über", AmountQualifier.MoreThan), ("mindestens", AmountQualifier.AtLeast), ("weniger als", AmountQualifier.LessThan), ("bis zu", AmountQualifier.AtMost), ("höchstens", AmountQualifier.AtMost)];

    private static readonly Gen<decimal> Values = Gen.OneOf(
        Gen.Int[1, 999].Select(n => (decimal)n), Gen.Int[1, 99_999].Select(n => n / 100m), Gen.Int[1_000, 9_999_999].Select(n => (decimal)n), Gen.Int[1, 999].Select(n => n / 10m));

    private static readonly Gen<Case> Cases = Gen.Select(Values, OneOf(Magnitudes), OneOf(Currencies), OneOf(Qualifiers), OneOf(Enum.GetValues<Style>()), Gen.Bool)
        .Select((value, magnitude, currency, qualifier, style, before) => new Case(value, magnitude.Name, magnitude.Factor, currency.Name, currency.Code, before && currency.Before, qualifier.Words, qualifier.Qualifier, style));

    private enum Style
    {
        Plain,
        German,
        Swiss,
        Spaced,
    }

    [Fact]
    public void What_is_written_is_read_back() => Cases.Sample(c =>
    {
        string number = Write(c.Value, c.Style);
        string amount = c.Before
            ? $"{c.Currency} {number} {c.Magnitude}".TrimEnd()
            : $"{number} {(c.Magnitude.Length > 0 ? c.Magnitude + " " : "")}{c.Currency}";
        string text = $"Der Umsatz erreichte laut Vorstand {(c.Words.Length > 0 ? c.Words + " " : "")}{amount} im Berichtszeitraum.";
        RecognizedAmount read = AmountSpecs.Read(text).Should().ContainSingle(text).Subject;
        decimal value = c.Value * c.Factor;
        read.Span.Of(text).ToString().Should().Be(amount, text);
        read.Currency!.Value.Code.Should().Be(c.Code, text);
        read.Qualifier.Should().Be(c.Qualifier, text);
        read.Minimum.Should().Be(c.Qualifier is AmountQualifier.LessThan or AmountQualifier.AtMost ? null : value, text);
        read.Maximum.Should().Be(c.Qualifier is AmountQualifier.MoreThan or AmountQualifier.AtLeast ? null : value, text);
    }, seed: "0000KOVk2wS1", iter: 3_000);

    private static Gen<T> OneOf<T>(T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    // "1.234" would be a thousand in a German text, so Swiss decimals have one or two places here.
    private static string Write(decimal value, Style style)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        (format.NumberGroupSeparator, format.NumberDecimalSeparator) = style switch
        {
            Style.German => (".", ","),
            Style.Swiss => ("'", "."),
            Style.Spaced => ("\u00A0", ","),
            _ => ("", ","),
        };
        int places = value == decimal.Truncate(value) ? 0 : value * 10 == decimal.Truncate(value * 10) ? 1 : 2;
        return value.ToString("N" + places, format);
    }

    private sealed record Case(decimal Value, string Magnitude, decimal Factor, string Currency, string Code, bool Before, string Words, AmountQualifier Qualifier, Style Style);
}
