using TextInsights.Rendering.Html;

namespace TextInsights.Apps.Tests.Rendering;

public class HtmlOutputTests
{
    [Theory]
    [InlineData("<script>alert(\"x\")</script>", "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;")]
    [InlineData("' onload='x", "&#x27; onload=&#x27;x")]
    [InlineData("a & b &amp; c", "a &amp; b &amp;amp; c")]
    [InlineData("Müller\nSöhne", "Müller\nSöhne")]
    [InlineData("a\0b\u202Ec", "a\u2400b\uFFFDc")]
    public void What_stands_in_braces_is_text(string text, string expected)
    {
        Written(html => html.Write($"<p title=\"{text}\">{text.AsSpan()}</p>")).Should().Be($"<p title=\"{expected}\">{expected}</p>");
    }

    // No InlineData: attributes can't hold lone surrogates.
    [Fact]
    public void Lone_surrogates_are_replaced() => Written(html => html.Write($"{"a\uD83D"}{"\uDE00b"}")).Should().Be("a\uFFFD\uFFFDb");

    [Fact]
    public void Nothing_is_nothing() => Written(html => html.Write($"<p>{(string?)null}{""}{-12}</p>")).Should().Be("<p>-12</p>");

    private static string Written(Action<HtmlOutput> write)
    {
        using var writer = new StringWriter();
        write(new HtmlOutput(writer));
        return writer.ToString();
    }
}
