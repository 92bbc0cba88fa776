using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Corpora;

public sealed class AnnotationRoundTripTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("dev.jsonl")]
    [InlineData("train.jsonl")]
    [InlineData("train-more.jsonl")]
    public void A_written_annotation_reads_as_it_was(string name)
    {
        AnnotatedDocument[] documents = [.. AnnotatedCorpus.Read(Repository.PathOf("data", "articles", name))];
        ReadBack(documents).Should().BeEquivalentTo(documents, o => o.WithStrictOrdering());
    }

    [Fact]
    public void What_the_analyzer_found_is_an_annotation_that_it_agrees_with()
    {
        var analyzer = new TextAnalyzer();
        AnnotatedDocument[] gold = [.. AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "dev.jsonl")), .. AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "train-more.jsonl"))];
        Dictionary<string, AnalyzedDocument> results = gold.ToDictionary(d => d.Id, d => analyzer.Analyze(d.Text, d.Id));
        AnnotatedDocument[] annotated = ReadBack([.. gold.Select(d => AnnotatedDocument.FromResult(d.Id, d.Text, results[d.Id]))]);
        EvaluationReport report = Evaluator.Evaluate(annotated, results);
        report.Entities!.All.F1.Should().Be(100);
        report.Amounts!.Should().Match<AmountMeasures>(a => a.Value.F1 == 100 && a.Role == 100 && a.Qualifier == 100 && a.Subject!.Value.Value == 100);
        report.Valuations!.Found.F1.Should().Be(100);
        report.Deals!.AllPartiesAndAmount.F1.Should().Be(100);
        report.Sentiment!.Should().Match<SentimentMeasures>(s => s.Document!.Accuracy == 100 && s.Entity!.Accuracy == 100);
        report.Headings!.Value.F1.Should().Be(100);
        report.Advertisements!.Value.F1.Should().Be(100);
    }

    [Fact]
    public void A_result_of_another_text_is_refused() =>
        FluentActions.Invoking(() => AnnotatedDocument.FromResult("a", "Kurz.", new TextAnalyzer().Analyze("Die Nordwerk AG zahlt 5 Mio. Euro.")))
            .Should().Throw<InvalidDataException>().WithMessage("*'a' belongs to another text*");

    private AnnotatedDocument[] ReadBack(AnnotatedDocument[] documents)
    {
        File.WriteAllLines(_file, documents.Select(d => d.ToJson()));
        return [.. AnnotatedCorpus.Read(_file)];
    }
}
