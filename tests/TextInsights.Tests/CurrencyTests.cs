namespace TextInsights.Tests;

public class CurrencyTests
{
    [Fact]
    public void Equal_codes_are_equal_currencies() => new Currency("EUR").Should().Be(new Currency("EUR")).And.NotBe(new Currency("USD"));

    [Theory]
    [InlineData("")]
    [InlineData("eur")]
    [InlineData("EU")]
    [InlineData("EURO1")]
    [InlineData("€UR")]
    public void Anything_but_three_to_five_capital_letters_is_refused(string code) =>
        FluentActions.Invoking(() => new Currency(code)).Should().Throw<ArgumentException>().WithMessage($"'{code}'*such as EUR*");

    [Fact]
    public void The_default_is_no_currency() => default(Currency).Code.Should().Be("XXX");
}
