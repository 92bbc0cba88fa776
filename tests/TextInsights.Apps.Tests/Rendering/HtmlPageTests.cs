using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TextInsights.Rendering.Html;

namespace TextInsights.Apps.Tests.Rendering;

public class HtmlPageTests
{
    private const string Text = "Nord übernimmt Süd von West für 5 Mio. Euro. Süd ist 1,2345 Mrd. Euro wert.";

    private static readonly AnalyzedDocument Document = new(
        "a/../b<1>",
        [new Sentence(0, 44, SentenceKind.Body, new Sentiment(SentimentLabel.Positive, 0.5, 0.9)), new Sentence(45, 75, SentenceKind.Body, new Sentiment(SentimentLabel.Negative, -0.25, 0.9))],
        [
            new Entity(0, "Nord", EntityType.Organization, "DE0001", 0.4, [new Mention(0, 4, "Nord", 1)], new Sentiment(SentimentLabel.Negative, -0.5, 0.9)),
            new Entity(1, "Süd", EntityType.Organization, null, 0.6, [new Mention(15, 18, "Süd", 1), new Mention(45, 48, "Süd", 1)], null),
            new Entity(2, "West", EntityType.Person, null, 0, [new Mention(23, 27, "West", 1)], null),
        ],
        [
            new MonetaryAmount(0, 32, 43, "5 Mio. Euro", new Currency("EUR"), false, 5_000_000, 5_000_000, AmountQualifier.Exact, AmountRole.PurchasePrice, null, 1, 1),
            new MonetaryAmount(1, 53, 69, "1,2345 Mrd. Euro", new Currency("EUR"), false, 1_234_500_000, 1_234_500_000, AmountQualifier.Exact, AmountRole.Valuation, null, 1, 1),
        ],
        [new Valuation(1, 1, ValuationKind.MarketCap, ValuationStatus.Stated, 45, 75, 0.8)],
        [new Deal(DealKind.Acquisition, [0], [1], [2], 0, 51.5m, DealStatus.Signed, 0, 44, 0.3)],
        new Sentiment(SentimentLabel.Positive, 0.625, 0.9));

    [Fact]
    public void Deals_and_valuations_are_cards_that_know_their_evidence()
    {
        string page = Page(Document);
        Cards(page).Should().Equal(
            "Acquisition signed Nord →, target: Süd Seller: West 51.5 % for 5 m EUR Nord übernimmt Süd von West für 5 Mio. Euro. 30 % sure",
            "Market cap stated Süd 1,234,500,000 EUR Süd ist 1,2345 Mrd. Euro wert. 80 % sure");
        page.Should().Contain("<article class=\"card unsure\" data-start=\"0\" data-end=\"44\" data-a=\"0\">")
            .And.Contain("<article class=\"card\" data-start=\"45\" data-end=\"75\" data-a=\"1\">")
            .And.Contain("href=\"#d0-s0\"").And.Contain("href=\"#d0-s1\"");
    }

    [Fact]
    public void Organisations_come_by_salience_with_their_sentiment()
    {
        string page = Page(Document);
        string[] rows = [.. Regex.Matches(page, "<tr><th scope=\"row\".*?</tr>", RegexOptions.Singleline).Select(m => TextOf(m.Value))];
        rows.Should().Equal("Süd 60 % –", "Nord DE0001 40 % negative ▼ -0.50");
        page.Should().Contain("<rect class=\"negative\" x=\"25\" width=\"25\"");
    }

    [Fact]
    public void The_json_is_the_contract()
    {
        string json = Regex.Match(Page(Document), "<pre[^>]*>(.*?)</pre>", RegexOptions.Singleline).Groups[1].Value;
        WebUtility.HtmlDecode(json).Should().Be(Document.ToJson(indented: true));
    }

    [Theory]
    [InlineData(null, "article.json")]
    [InlineData("wire-17.txt", "wire-17.txt.json")]
    [InlineData("../../etc/passwd", "_._.._etc_passwd.json")]
    [InlineData("Übernahme \"x\"", "_bernahme__x_.json")]
    public void A_download_has_a_harmless_name(string? id, string expected) => Page(Document with { Id = id }).Should().Contain($"data-name=\"{expected}\"");

    [Fact]
    public void Only_the_pages_own_style_and_script_may_run()
    {
        string page = Page(Document);
        string policy = WebUtility.HtmlDecode(Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value);
        policy.Should().StartWith("default-src 'none'; ")
            .And.Contain($"style-src '{Hash(Between(page, "<style>", "</style>"))}'")
            .And.Contain($"script-src '{Hash(Between(page, "<script type=\"module\">", "</script>"))}'").And.NotContain("unsafe");
        page.Should().NotMatchRegex("(?i) style=| on[a-z]+=\"|https?://(?!www.w3.org)");
        Regex.Matches(page, "<script").Should().ContainSingle();
    }

    [Fact]
    public void Several_documents_have_contents_and_ids_of_their_own()
    {
        string page = Page(Document, Document with { Id = null });
        Between(page, "<nav", "</nav>").Should().Contain("<a href=\"#d0\">a/../b&lt;1&gt;</a>").And.Contain("<a href=\"#d1\">Article 2</a>");
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
        ids.Should().OnlyHaveUniqueItems().And.Contain(["d0-a1", "d1-a1"]);
        string[] targets = [.. Regex.Matches(page, " href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value)];
        targets.Should().BeSubsetOf(ids);
        Page(Document).Should().NotContain("<nav");
    }

    [Fact]
    public void An_empty_document_is_a_page_without_facts()
    {
        string page = Page("", new AnalyzedDocument("leer", [], [], [], [], [], Sentiment.None));
        page.Should().Contain("0 deals · 0 valuations · 0 amounts · 0 names").And.NotContain("class=\"card").And.NotContain("class=\"mood\"").And.EndWith("</html>\n");
    }

    // What a document repeats is cut short, so that the page grows with the document and not with its square.
    [Fact]
    public void A_page_is_not_much_longer_than_its_document()
    {
        string name = new('x', 20_000);
        string text = name + " " + string.Concat(Enumerable.Repeat("x ", 1_000));
        Entity entity = new(0, name, EntityType.Organization, null, 1, [.. Enumerable.Range(0, 1_000).Select(i => new Mention(20_001 + 2 * i, 20_002 + 2 * i, "x", 1))], null);
        var deal = new Deal(DealKind.Stake, [0], [], [], null, null, DealStatus.Announced, 0, text.Length, 0.5);
        var document = new AnalyzedDocument(null, [new Sentence(0, text.Length, SentenceKind.Body, null)], [entity], [], [], [.. Enumerable.Repeat(deal, 1_000)], Sentiment.None);
        (Page(text, document).Length - document.ToJson(indented: true).Length).Should().BeLessThan(2_500_000);
    }

    [Fact]
    public void A_long_article_has_a_bar_for_several_sentences()
    {
        Sentiment good = new(SentimentLabel.Positive, 0.8, 1), bad = new(SentimentLabel.Negative, -0.8, 1);
        Sentence[] sentences = [.. Enumerable.Range(0, 1_000).Select(i => new Sentence(i * 10, i * 10 + 9, SentenceKind.Body, i < 500 ? good : bad))];
        ImmutableArray<MoodBar> bars = MoodBar.Of([.. sentences], most: 120);
        bars.Length.Should().BeInRange(60, 120);
        bars.Sum(b => b.Count).Should().Be(1_000);
        bars[0].Should().Be(new MoodBar(new TextSpan(0, bars[0].Count * 10 - 1), bars[0].Count * 9, bars[0].Count, "positive", bars[0].Score));
        bars[0].Score.Should().BeApproximately(0.8, 1e-9);
        bars[^1].Describe(bars.Length).Should().EndWith("negative -0.80");
    }

    private static string Page(params AnalyzedDocument[] documents)
    {
        using var output = new StringWriter();
        var page = new HtmlPage(output);
        foreach (AnalyzedDocument document in documents)
        {
            page.Write(Text, document);
        }

        page.End();
        return output.ToString();
    }

    private static string Page(string text, AnalyzedDocument document)
    {
        using var output = new StringWriter();
        var page = new HtmlPage(output);
        page.Write(text, document);
        page.End();
        return output.ToString();
    }

    private static IEnumerable<string> Cards(string page) => Regex.Matches(page, "<article class=\"card.*?</article>", RegexOptions.Singleline).Select(m => TextOf(m.Value));

    private static string TextOf(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", " ")), "\\s+", " ").Replace(" ,", ",", StringComparison.Ordinal).Trim();

    private static string Between(string page, string start, string end)
    {
        int from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
}
