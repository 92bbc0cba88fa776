using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using TextInsights.Rendering;
using TextInsights.Rendering.Html;

namespace TextInsights.Apps.Tests.Rendering;

public class ArticleHtmlTests
{
    private const string Text = "5 Euro für Nord\n\nNord zahlt. Süd auch.\n\nJetzt Nord lesen!\nNur 1 Euro.\n\nEnde.";

    private static readonly ImmutableArray<Sentence> Sentences =
    [
        Sentence("5 Euro für Nord", SentenceKind.Heading, SentimentLabel.Positive),
        Sentence("Nord zahlt.", SentenceKind.Body, SentimentLabel.Neutral),
        Sentence("Süd auch.", SentenceKind.Body, SentimentLabel.Negative),
        Sentence("Jetzt Nord lesen!", SentenceKind.Advertisement, null),
        Sentence("Nur 1 Euro.", SentenceKind.Advertisement, null),
        Sentence("Ende.", SentenceKind.Body, SentimentLabel.Neutral),
    ];

    private static readonly Entity Nord = new(
        0, "Nord \"AG\"", EntityType.Organization, "DE0001", 1, [new Mention(11, 15, "Nord", 1), new Mention(17, 21, "Nord", 1), new Mention(46, 50, "Nord", 1)], null);

    private static readonly MonetaryAmount FiveEuros = new(
        0, 0, 6, "5 Euro", new Currency("EUR"), false, 5, 5, AmountQualifier.Exact, AmountRole.Price, null, 0, 0.9);

    [Fact]
    public void Headings_paragraphs_and_advertisements_are_told_apart()
    {
        XElement article = Article(Text, Document([Nord], [FiveEuros]));
        article.Elements().Select(e => e.Name.LocalName).Should().Equal("h3", "p", "div", "p");
        XElement advertisement = article.Element("div")!;
        advertisement.Attribute("role")!.Value.Should().Be("note");
        advertisement.Elements("p").Select(p => p.Value).Should().Equal("Jetzt Nord lesen!", "Nur 1 Euro.");
        advertisement.Descendants("mark").Should().ContainSingle().Which.Value.Should().Be("Nord");
        article.Elements("p").First().Value.Should().Be("Nord zahlt. Süd auch.");
        article.Descendants("span").Where(e => e.Attribute("id") is not null).Select(e => (e.Attribute("id")!.Value, e.Attribute("class")!.Value)).Should().Equal(
            ("d7-s0", "sentence positive"), ("d7-s1", "sentence neutral"), ("d7-s2", "sentence negative"),
            ("d7-s3", "sentence unjudged"), ("d7-s4", "sentence unjudged"), ("d7-s5", "sentence neutral"));
    }

    [Fact]
    public void An_amount_in_a_heading_can_be_reached_by_keys_and_tells_its_value()
    {
        XElement amount = Article(Text, Document([Nord], [FiveEuros])).Element("h3")!.Descendants("mark").First();
        amount.Attributes().Select(a => $"{a.Name}={a.Value}").Should().Equal(
            "class=amount", "data-a=0", "data-tip=5 EUR price · Nord \"AG\" · exact, 90 % sure", "id=d7-a0", "tabindex=0");
        amount.Value.Should().Be("5 Euro");
    }

    [Fact]
    public void Only_the_first_mention_is_linked_and_every_stretch_knows_its_offset()
    {
        XElement article = Article(Text, Document([Nord], [FiveEuros]));
        XElement[] mentions = [.. article.Descendants("mark").Where(e => e.Attribute("data-e") is not null)];
        mentions.Select(m => m.Attribute("id")?.Value).Should().Equal("d7-e0", null, null);
        mentions[0].Attribute("data-tip")!.Value.Should().Be("Nord \"AG\" organization · DE0001");
        Stretches(article).Should().AllSatisfy(s => VisibleText.Of(Text.AsSpan(s.Offset, s.Text.Length)).Should().Be(s.Text));
    }

    [Fact]
    public void A_name_inside_an_amount_stays_inside_and_evidence_may_end_anywhere()
    {
        Entity euro = new(0, "Euro", EntityType.Miscellaneous, null, 1, [new Mention(2, 6, "Euro", 1)], null);
        var deal = new Deal(DealKind.Stake, [0], [], [], 0, null, DealStatus.Announced, 1, 20, 0.5);
        XElement article = Article(Text, Document([euro], [FiveEuros]) with { Deals = [deal] });
        XElement amount = article.Descendants("mark").First();
        amount.Value.Should().Be("5 Euro");
        amount.Elements().Select(e => e.Name.LocalName + e.Value).Should().Equal("span5", "span ", "markEuro");
        Stretches(article).Select(s => s.Offset).Should().Contain([1, 20]);
    }

    [Fact]
    public void Where_lines_break_inside_of_sentences_only_a_blank_line_ends_a_paragraph()
    {
        const string Wrapped = "Eins steht\nhier. Zwei\nsteht da.\nDrei auch.\n\nVier.";
        AnalyzedDocument document = Document([], []) with { Sentences = [Part("Eins steht\nhier."), Part("Zwei\nsteht da."), Part("Drei auch."), Part("Vier.")] };
        Article(Wrapped, document).Elements("p").Should().HaveCount(2);

        static Sentence Part(string part) => new(Wrapped.IndexOf(part, StringComparison.Ordinal), Wrapped.IndexOf(part, StringComparison.Ordinal) + part.Length, SentenceKind.Body, null);
    }

    // Whatever crosses whatever: the markup stays well-formed, and every character is shown once.
    [Fact]
    public void Any_spans_over_any_text_give_well_formed_markup()
    {
        var random = new Random(7);
        const string Letters = "ab <>&\"'\n\0\u202E\uD83D\uDE00ü";
        for (int round = 0; round < 500; round++)
        {
            var text = new StringBuilder();
            for (int i = random.Next(40); i > 0; i--)
            {
                text.Append(Letters[random.Next(Letters.Length)]);
            }

            int Offset() => random.Next(text.Length + 1);
            TextSpan[] Spans(int most) =>
                [.. Enumerable.Range(0, random.Next(most)).Select(_ => (A: Offset(), B: Offset())).Where(s => s.A != s.B).Select(s => new TextSpan(Math.Min(s.A, s.B), Math.Max(s.A, s.B)))];
            int[] ends = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Offset()).Append(text.Length).Distinct().Order()];
            var document = new AnalyzedDocument(
                null,
                [.. ends.Select((end, i) => new Sentence(i == 0 ? 0 : ends[i - 1], end, (SentenceKind)random.Next(3), null)).Where(s => s.Span.Length > 0)],
                [.. Spans(4).Select((s, i) => new Entity(i, "x", (EntityType)random.Next(4), null, null, [new Mention(s.Start, s.End, "x", 1)], null))],
                [.. Spans(4).OrderBy(s => s.Start).Select((s, i) => FiveEuros with { Id = i, Start = s.Start, End = s.End, Subject = null })],
                [],
                [.. Spans(4).Select(s => new Deal(DealKind.Stake, [], [], [], null, null, DealStatus.Announced, s.Start, s.End, 0.5))],
                Sentiment.None);
            XElement article = Article(text.ToString(), document);
            string shown = string.Concat(Stretches(article).Select(s => s.Text));
            shown.Length.Should().Be(text.Length);
            Stretches(article).Select(s => s.Offset).Should().BeInAscendingOrder();
            article.Descendants().Attributes("id").Select(a => a.Value).Should().OnlyHaveUniqueItems();
        }
    }

    private static IEnumerable<(int Offset, string Text)> Stretches(XElement article) =>
        article.Descendants().Where(e => e.Attribute("data-o") is not null).Select(e => (int.Parse(e.Attribute("data-o")!.Value, System.Globalization.CultureInfo.InvariantCulture), e.Value));

    // As XML, which is stricter than HTML; it takes the line breaks of attributes for blanks.
    private static XElement Article(string text, AnalyzedDocument document)
    {
        using var writer = new StringWriter();
        new ArticleHtml(new HtmlOutput(writer), new DocumentSource(7, text, document)).Write();
        return XElement.Parse(writer.ToString(), LoadOptions.PreserveWhitespace);
    }

    private static Sentence Sentence(string sentence, SentenceKind kind, SentimentLabel? label)
    {
        int start = Text.IndexOf(sentence, StringComparison.Ordinal);
        return new Sentence(start, start + sentence.Length, kind, label is { } known ? new Sentiment(known, 0.5, 0.5) : null);
    }

    private static AnalyzedDocument Document(ImmutableArray<Entity> entities, ImmutableArray<MonetaryAmount> amounts) =>
        new(null, Sentences, entities, amounts, [], [], Sentiment.None);
}
