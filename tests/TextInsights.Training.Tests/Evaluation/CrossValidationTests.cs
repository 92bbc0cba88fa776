using System.Collections.Immutable;
using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Evaluation;

public class CrossValidationTests
{
    private static readonly TrainingRun Run = new(
        new TrainingInput(Repository.PathOf("tests", "TextInsights.Training.Tests", "Evaluation", "gold.jsonl")), "", 1, null, CancellationToken.None);

    [Fact]
    public void Every_document_is_read_once_by_a_reader_that_has_not_learned_from_it()
    {
        var read = new List<string>();
        var task = new CrossValidatedTask(
            "memory",
            (_, learned) => document =>
            {
                learned.Should().NotContain(document);
                read.Add(document.Id);
                return Result(document);
            },
            _ => new Dictionary<string, double?>());
        CrossValidation.Run(task, Run, folds: 3).Should().BeEmpty();
        read.Should().BeEquivalentTo(Run.Input.Data.Documents.Select(d => d.Id));
    }

    [Fact]
    public void The_interval_is_that_of_articles_drawn_anew()
    {
        ImmutableArray<AnnotatedDocument> all = Run.Input.Data.Documents;
        double First(ImmutableArray<ScoredDocument> documents) => 100.0 * documents.Count(d => d.Gold.Id == all[0].Id) / documents.Length;
        var task = new CrossValidatedTask(
            "first", (_, _) => Result, documents => new Dictionary<string, double?> { ["share"] = First(documents), ["nothing"] = null });
        ImmutableArray<MeasuredInterval> measures = CrossValidation.Run(task, Run, folds: 2);
        measures[0].Value.Should().BeApproximately(100.0 / all.Length, 1e-9);
        measures[0].Low.Should().Be(0);
        measures[0].High.Should().BeGreaterThan(measures[0].Value!.Value).And.BeLessThan(100);
        measures[1].Should().Be(new MeasuredInterval("nothing", null, null, null));
        CrossValidation.Run(task, Run, folds: 2).Should().Equal(measures, "the seed is fixed");
    }

    private static AnalyzedDocument Result(AnnotatedDocument document) =>
        new(document.Id, [], [], [], [], [], new Sentiment(SentimentLabel.Neutral, 0, 0));
}
