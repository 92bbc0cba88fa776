using System.Text.Json;

namespace TextInsights.Tests;

public class AnalyzedDocumentTests
{
    private static readonly AnalyzedDocument Example = new(
        "a1",
        [new Sentence(0, 114, SentenceKind.Body, new Sentiment(SentimentLabel.Positive, 0.62, 0.81))],
        [
            new Entity(0, "NVIDIA", EntityType.Organization, "US67066G1040", 0.41, [new Mention(0, 6, "NVIDIA", 0.99)], new Sentiment(SentimentLabel.Positive, 0.5, 0.7)),
            new Entity(1, "OpenAI", EntityType.Organization, null, 0.4, [new Mention(106, 112, "OpenAI", 0.98)], null),
        ],
        [
            new MonetaryAmount(0, 149, 167, "30 Milliarden Euro", new Currency("EUR"), false, 30_000_000_000m, 30_000_000_000m,
                AmountQualifier.Approximately, AmountRole.Investment, null, 1, 0.95),
            new MonetaryAmount(1, 470, 489, "830 Milliarden Euro", new Currency("EUR"), false, 830_000_000_000m, 830_000_000_000m,
                AmountQualifier.Approximately, AmountRole.Valuation, AmountRate.SquareMetre, null, 0.95),
        ],
        [new Valuation(1, 1, ValuationKind.Valuation, ValuationStatus.Planned, 397, 552, 0.8)],
        [new Deal(DealKind.Stake, [0], [1], [], 0, null, DealStatus.Negotiating, 115, 224, 0.7)],
        new Sentiment(SentimentLabel.Positive, 0.4, 0.75));

    [Fact]
    public void The_json_is_the_documented_contract() =>
        Example.ToJson(indented: true).Should().Be(File.ReadAllText(Path.Combine("Specs", "Contract.json")).TrimEnd());

    [Fact]
    public void A_document_comes_back_from_its_json() =>
        AnalyzedDocument.FromJson(Example.ToJson(indented: true)).Should().BeEquivalentTo(Example);

    [Fact]
    public void Umlauts_and_quotes_stay_readable() =>
        (Example with { Id = "Über „Müller“ & Söhne" }).ToJson().Should().Contain("Über „Müller“").And.Contain("\\u0026");

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":1}""")]
    [InlineData("[")]
    public void Other_json_is_refused(string json) =>
        FluentActions.Invoking(() => AnalyzedDocument.FromJson(json)).Should().Throw<JsonException>();

    [Fact]
    public void A_number_is_no_enum_value() =>
        FluentActions.Invoking(() => AnalyzedDocument.FromJson(Example.ToJson().Replace("\"body\"", "1", StringComparison.Ordinal)))
            .Should().Throw<JsonException>();

    [Fact]
    public void An_unknown_currency_is_refused() =>
        FluentActions.Invoking(() => AnalyzedDocument.FromJson(Example.ToJson().Replace("\"EUR\"", "\"Euro\"", StringComparison.Ordinal)))
            .Should().Throw<JsonException>();
}
