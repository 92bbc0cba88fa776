using TextInsights.Rendering;

namespace TextInsights.Apps.Tests.Rendering;

public class VisibleTextTests
{
    [Theory]
    [InlineData("Grüße – 😀", "Grüße – 😀")]
    [InlineData("a\tb\r\nc", "a b \nc")]
    [InlineData("\e[31mrot\u0007", "␛[31mrot␇")]
    [InlineData("\u009B31m \u202Eabc\u2066", "\uFFFD31m \uFFFDabc\uFFFD")]
    public void Nothing_in_a_text_moves_the_cursor(string text, string expected) => VisibleText.Of(text).Should().Be(expected);

    // No InlineData: attributes can't hold lone surrogates.
    [Fact]
    public void Lone_surrogates_are_replaced() => VisibleText.Of("a\uD83Db\uDE00").Should().Be("a\uFFFDb\uFFFD");

    [Fact]
    public void Line_breaks_can_be_taken_out() => VisibleText.OnOneLine("a\nb").Should().Be("a b");
}
