using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;
using TextInsights.Tests.Conventions;
using TextInsights.Training;

namespace TextInsights.Tests.Sentiments;

public sealed class SentimentClassifierTests
{
    // Floors a few points below the measured figures, so that a real loss fails and a changed comma does not.
    private const double DocumentFloor = 60;
    private const double OrganizationFloor = 42;

    private static readonly Lazy<SentimentClassifier> Classifier = new(() => SentimentClassifier.Load(ModelFolder.Embedded));

    [Fact]
    public void The_dev_articles_are_judged_above_the_floors_on_gold_entities()
    {
        var documents = new List<(SentimentLabel?, SentimentLabel?)>();
        var organizations = new List<(SentimentLabel?, SentimentLabel?)>();
        var composer = new PolarityComposer(new SentimentLexicon());
        TrainingCorpus corpus = TrainingCorpus.Join("dev", [Path.Combine(Repository.Root, "data", "articles", "dev.jsonl")]);
        var dealExtractor = new DealExtractor(DealClassifier.Load(ModelFolder.Embedded));
        foreach (SentimentDocument document in corpus.Documents.Select(d => SentimentDocument.From(d, corpus.Name, composer, dealExtractor)))
        {
            TextSentiment found = Classifier.Value.Classify(document.Text, document.Entities, document.References, document.Amounts, document.Deals);
            documents.Add((document.Label, found.Document.Label));
            organizations.AddRange(document.Entities.Where(e => e.Type == EntityType.Organization)
                .Select(e => (document.Organizations.TryGetValue(e.Id, out SentimentLabel label) ? label : (SentimentLabel?)null, found.Entities[e.Id]?.Label)));
        }

        SentimentMeasure.MacroF1(documents).Should().BeGreaterThan(DocumentFloor);
        SentimentMeasure.MacroF1(organizations).Should().BeGreaterThan(OrganizationFloor);
    }

    [Fact]
    public void A_blank_text_has_no_sentiment()
    {
        TextSentiment found = Judge(" \n ", []);

        found.Document.Should().Be(Sentiment.None);
        found.Sentences.Should().BeEmpty();
    }

    [Fact]
    public void Advertisements_persons_and_places_get_no_sentiment()
    {
        SegmentedText text = Split("Gewinn verdoppelt.\n\nJetzt kostenlos anmelden!");
        text = text with { Sentences = [.. text.Sentences.Select((s, i) => i == text.Sentences.Length - 1 ? s with { Kind = SentenceKind.Advertisement } : s)] };
        var person = new Entity(0, "Gewinn", EntityType.Person, null, 0, [new Mention(0, 6, "Gewinn", 1)], null);

        TextSentiment found = Classifier.Value.Classify(text, [person], [], [], []);

        found.Sentences[^1].Should().BeNull();
        found.Sentences[0].Should().NotBeNull();
        found.Entities.Should().Equal([null]);
    }

    [Theory]
    [InlineData("Der \uD800 Gewinn \uDC00 brach \0 ein <b>nicht</b>")]
    [InlineData("\uFEFF\u200B Verlust\u00AD und Verlust")]
    [InlineData("nicht nicht nicht kein trotz aber aber zwar obwohl")]
    [InlineData("1 nach 2 statt 3 (Vorjahr: 4) von auf von 5 auf")]
    public void Bad_text_is_data(string text)
    {
        Sentiment document = Judge(text, []).Document;

        document.Score.Should().BeInRange(-1, 1);
        document.Confidence.Should().BeInRange(0, 1);
    }

    [Fact]
    public void A_long_text_without_an_end_is_judged_too() =>
        Judge(string.Concat(Enumerable.Repeat("Gewinn aber nicht und Verlust stieg 5 nach 6 ", 20_000)), []).Document.Score.Should().BeInRange(-1, 1);

    private static TextSentiment Judge(string text, ImmutableArray<Entity> entities) =>
        Split(text) is var segments ? Classifier.Value.Classify(segments, entities, ReferenceResolver.Resolve(segments, entities).All, [], []) : null!;

    private static SegmentedText Split(string text) => SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
}
