using System.Text.Json.Nodes;
using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Evaluation;

/// <summary>
/// <c>expected.json</c> holds the figures that an independent implementation of the same measures gave for <c>gold.jsonl</c> and
/// <c>predicted.jsonl</c>, where results are changed at random and one document is missing.
/// </summary>
public class EvaluatorTests
{
    private static readonly string GoldFile = PathOf("gold.jsonl");

    [Fact]
    public void Figures_equal_those_of_an_independent_implementation()
    {
        string json = Evaluator.Evaluate(AnnotatedCorpus.Read(GoldFile), PredictionFile.Read(PathOf("predicted.jsonl"))).ToJson();
        Figures(JsonNode.Parse(json)!).Should().Equal(Figures(JsonNode.Parse(File.ReadAllText(PathOf("expected.json")))!));
    }

    [Fact]
    public void A_task_without_annotation_is_not_measured()
    {
        AnnotatedDocument[] gold = [.. AnnotatedCorpus.Read(GoldFile).Select(d => new AnnotatedDocument { Id = d.Id, Text = d.Text, Amounts = d.Amounts })];
        EvaluationReport report = Evaluator.Evaluate(gold, new Dictionary<string, AnalyzedDocument>());
        report.Amounts!.Detected.Should().Be(new PrecisionRecall(0, 0, 13));
        report.Should().Be(new EvaluationReport(null, report.Amounts, null, null, null, null, null));
        report.ToMeasures().Should().Contain("amounts.detected.F1", 0).And.Contain("amounts.role of detected", null);
    }

    [Fact]
    public void A_missing_document_is_one_where_nothing_was_found()
    {
        EvaluationReport report = Evaluator.Evaluate(AnnotatedCorpus.Read(GoldFile), new Dictionary<string, AnalyzedDocument>());
        report.Sentiment!.Document.Should().Be(new LabelMeasures(0, 0, 6));
        report.Headings.Should().Be(new PrecisionRecall(0, 0, 4));
    }

    [Fact]
    public void An_annotation_agrees_with_itself_in_everything()
    {
        AnnotatedDocument[] gold = [.. AnnotatedCorpus.Read(GoldFile)];
        IEnumerable<KeyValuePair<string, double?>> measures = Evaluator.Agreement(gold, gold).ToMeasures();
        measures.Where(m => m.Key.EndsWith("F1", StringComparison.Ordinal) || m.Key.EndsWith("accuracy", StringComparison.Ordinal))
            .Should().HaveCountGreaterThan(15).And.OnlyContain(m => m.Value == 100 || m.Value == 1);
    }

    [Fact]
    public void A_second_annotation_loses_what_it_says_otherwise()
    {
        AnnotatedDocument[] gold = [.. AnnotatedCorpus.Read(GoldFile)];
        EvaluationReport report = Evaluator.Agreement(gold, gold.Select(d => d with { Deals = [], Headings = [] }));
        report.Deals!.AParty.Should().Be(new PrecisionRecall(0, 0, gold.Sum(d => d.Deals?.Length ?? 0)));
        report.Headings.Should().Be(new PrecisionRecall(0, 0, 4));
        report.Valuations!.Found.F1.Should().Be(100);
    }

    [Fact]
    public void A_second_annotation_of_another_text_is_refused()
    {
        AnnotatedDocument[] gold = [.. AnnotatedCorpus.Read(GoldFile)];
        Action act = () => Evaluator.Agreement(gold, gold.Select(d => d with { Text = d.Text + "!" }));
        act.Should().Throw<ArgumentException>().WithMessage("Document '*' has another text in the second annotation.*");
    }

    [Theory]
    [InlineData(1, 32, 3.12)] // a tie goes to the even digit
    [InlineData(3, 32, 9.38)]
    [InlineData(2, 3, 66.67)]
    [InlineData(1, 1, 100)]
    public void Percentages_are_rounded_half_to_even_on_the_exact_value(int hits, int predicted, double expected) =>
        new PrecisionRecall(hits, predicted, 0).Precision.Should().Be(expected);

    [Fact]
    public void Broken_predictions_are_named_with_their_line()
    {
        string file = Path.GetTempFileName();
        string good = File.ReadLines(PathOf("predicted.jsonl")).First();
        File.WriteAllText(file, $"{good}\n\n{good}\n{{}}\n{good.Replace("\"positive\"", "\"good\"", StringComparison.Ordinal)}\nx\n");
        FluentActions.Invoking(() => PredictionFile.Read(file)).Should().Throw<CorpusException>()
            .Which.Problems.Select(p => p.Line).Should().Equal(3, 4, 5, 6);
        File.Delete(file);
    }

    private static string PathOf(string file) => Repository.PathOf("tests", "TextInsights.Training.Tests", "Evaluation", file);

    private static IEnumerable<(string Path, string Value)> Figures(JsonNode node, string path = "") => node is JsonObject parent
        ? parent.SelectMany(p => p.Value is null ? [($"{path}/{p.Key}", "null")] : Figures(p.Value, $"{path}/{p.Key}"))
        : [(path, node.GetValue<double>().ToString(System.Globalization.CultureInfo.InvariantCulture))];
}
