using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Evaluation;

public class ArticleFloorTests
{
    /// <summary>The floors that need no foreign corpus: the shipped models on the articles that no model has seen.</summary>
    [Fact]
    public void The_shipped_models_reach_their_floors_on_the_articles()
    {
        FloorFile floors = FloorFile.Read(Repository.PathOf("models", "floors.json"));
        string gold = Repository.PathOf("data", "articles", "dev.jsonl");
        var analyzer = new TextAnalyzer();
        AnnotatedDocument[] documents = [.. AnnotatedCorpus.Read(gold)];
        EvaluationReport report = Evaluator.Evaluate(documents, documents.ToDictionary(d => d.Id, d => analyzer.Analyze(d.Text, d.Id)));
        floors.Check(floors.EntryFor(gold)!, report).Where(r => !r.IsMet).Should().BeEmpty();
    }
}
