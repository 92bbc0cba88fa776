using TextInsights.Rendering;

namespace TextInsights.Apps.Tests.Rendering;

public class AmountFormatTests
{
    [Theory]
    [InlineData(AmountQualifier.Exact, "5000000", "5000000", "5,000,000 EUR")]
    [InlineData(AmountQualifier.Exact, "0.42", "0.42", "0.42 EUR")]
    [InlineData(AmountQualifier.Approximately, "1234.50", "1234.50", "≈ 1,234.5 EUR")]
    [InlineData(AmountQualifier.Almost, "7", "7", "≈ 7 EUR")]
    [InlineData(AmountQualifier.MoreThan, "7", null, "> 7 EUR")]
    [InlineData(AmountQualifier.AtLeast, "7", null, "≥ 7 EUR")]
    [InlineData(AmountQualifier.LessThan, null, "7", "< 7 EUR")]
    [InlineData(AmountQualifier.AtMost, null, "7", "≤ 7 EUR")]
    [InlineData(AmountQualifier.Range, "20", "30", "20 – 30 EUR")]
    [InlineData(AmountQualifier.Exact, "79228162514264337593543950335", "79228162514264337593543950335", "79,228,162,514,264,337,593,543,950,335 EUR")]
    public void Bounds_are_written_as_mathematics_does(AmountQualifier qualifier, string? minimum, string? maximum, string expected) =>
        AmountFormat.Value(Amount(qualifier, minimum, maximum)).Should().Be(expected);

    [Theory]
    [InlineData("12000000000", "12 bn EUR")]
    [InlineData("1640000000", "1.64 bn EUR")]
    [InlineData("1000000", "1 m EUR")]
    [InlineData("2500000000000", "2.5 tn EUR")]
    [InlineData("1234567", "1,234,567 EUR")]
    [InlineData("999999.99", "999,999.99 EUR")]
    [InlineData("0", "0 EUR")]
    public void A_short_value_loses_no_digit(string value, string expected) =>
        AmountFormat.Short(Amount(AmountQualifier.Exact, value, value)).Should().Be(expected);

    [Fact]
    public void An_assumed_currency_is_marked_an_unknown_one_left_out_and_a_rate_told()
    {
        MonetaryAmount amount = Amount(AmountQualifier.Exact, "5", "5");
        AmountFormat.Value(amount with { Currency = new Currency("USD"), CurrencyAssumed = true }).Should().Be("5 USD?");
        AmountFormat.Value(amount with { Currency = null }).Should().Be("5");
        AmountFormat.Value(amount with { Rate = AmountRate.SquareMetre }).Should().Be("5 EUR per square metre");
    }

    private static MonetaryAmount Amount(AmountQualifier qualifier, string? minimum, string? maximum) => new(
        0, 0, 1, "x", new Currency("EUR"), false, Parse(minimum), Parse(maximum), qualifier, AmountRole.Other, null, null, 1);

    private static decimal? Parse(string? number) => number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
