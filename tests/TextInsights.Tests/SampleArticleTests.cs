using TextInsights.Tests.Conventions;

namespace TextInsights.Tests;

/// <summary>The typical input, an article of our own: a chip maker buys into an AI lab, with an older plan dropped, a round under way, and an e-book advertisement in the middle.</summary>
[Collection(nameof(SharedAnalyzer))]
public class SampleArticleTests(SharedAnalyzer shared)
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("data", "samples", "ki-beteiligung.txt"));

    private AnalyzedDocument Document => shared.Analyzer.Analyze(Text);

    [Fact]
    public void Its_organisations_are_found() =>
        Document.Entities.Where(e => e.Type == EntityType.Organization).Select(e => e.Name)
            .Should().Contain(["Nordavia", "Auriga", "SoftBank", "Amazon", "Temasek", "Google"]).And.NotContain("KI");

    [Fact]
    public void Its_amounts_are_read_with_bounds_and_qualifiers() =>
        Document.Amounts.Select(a => (a.Minimum, a.Maximum, a.Qualifier)).Should().Equal(
            (12_000_000_000m, 12_000_000_000m, AmountQualifier.Approximately),
            (310_000_000_000m, 310_000_000_000m, AmountQualifier.Approximately),
            (40_000_000_000m, 40_000_000_000m, AmountQualifier.Exact),
            (187.5m, 187.5m, AmountQualifier.Exact),
            (12_000_000_000m, 12_000_000_000m, AmountQualifier.Exact),
            (null, 45_000_000_000m, AmountQualifier.AtMost),
            (900_000_000m, null, AmountQualifier.MoreThan));

    [Fact]
    public void The_lab_and_nobody_else_is_worth_310_billion()
    {
        AnalyzedDocument document = Document;
        document.Valuations.Select(v => (document.Entities[v.Company].Name, document.Amounts[v.Amount].Minimum)).Should().Equal(("Auriga", 310_000_000_000m));
    }

    [Fact]
    public void The_chip_maker_takes_a_stake_in_the_lab_for_12_billion()
    {
        AnalyzedDocument document = Document;
        document.Deals.Where(d => d.Kind == DealKind.Stake && d.Amount is not null)
            .Select(d => (Names(document, d.Buyers), Names(document, d.Targets), document.Amounts[d.Amount!.Value].Minimum))
            .Should().Equal(("Nordavia", "Auriga", 12_000_000_000m));
    }

    [Fact]
    public void Headings_and_advertisement_are_told_from_the_article()
    {
        Kind(SentenceKind.Heading).Should().Equal("Vom Stromvertrag zur Beteiligung", "Aufatmen an der Börse", "Gedränge um die nächste Milliarde", "Zwei Firmen, ein Schicksal");
        Kind(SentenceKind.Advertisement).Should().HaveCount(3).And.AllSatisfy(sentence => sentence.Should().ContainAny("Apropos", "E‑Book", "herunterladen"));
    }

    private IEnumerable<string> Kind(SentenceKind kind) => Document.Sentences.Where(s => s.Kind == kind).Select(s => s.Span.Of(Text).ToString());

    private static string Names(AnalyzedDocument document, IEnumerable<int> entities) => string.Join(", ", entities.Select(e => document.Entities[e].Name));
}
