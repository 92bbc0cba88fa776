using System.Collections.Immutable;
using TextInsights.Tests.Conventions;

namespace TextInsights.Training.Tests.Evaluation;

public sealed class FloorFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("floors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_measure_at_its_floor_is_met_and_a_measure_of_nothing_never()
    {
        FloorFile floors = Read("""{"articles/dev.jsonl": {"amounts.detected.n": 13, "amounts.detected.F1": 0.1, "amounts.role of detected": 0}}""");
        AnnotatedDocument[] gold = [.. AnnotatedCorpus.Read(Repository.PathOf("tests", "TextInsights.Training.Tests", "Evaluation", "gold.jsonl"))];
        EvaluationReport report = Evaluator.Evaluate(gold, new Dictionary<string, AnalyzedDocument>());
        ImmutableArray<FloorResult> results = floors.Check(floors.Entries.Single(), report);
        results.Select(r => r.IsMet).Should().Equal(true, false, false);
        FluentActions.Invoking(() => floors.Check(new FloorEntry("x", [new Floor("amounts.F1", 1)]), report))
            .Should().Throw<InvalidDataException>().WithMessage("*'x' gives no measure 'amounts.F1'; it gives entities.all.P,*");
    }

    [Fact]
    public void A_gold_file_is_found_by_the_end_of_its_path()
    {
        FloorFile floors = Read("""{"articles/dev.jsonl": {}, "facts/dev.jsonl": {}}""");
        string articles = Write("data/articles/dev.jsonl"), facts = Write("corpora/facts/dev.jsonl");
        floors.EntryFor(articles)!.GoldFile.Should().Be("articles/dev.jsonl");
        floors.EntryFor(facts)!.GoldFile.Should().Be("facts/dev.jsonl");
        floors.EntryFor(Path.Combine(_folder, "myarticles/dev.jsonl")).Should().BeNull();
        floors.Entries.Select(e => e.Find([Path.Combine(_folder, "data/articles/"), Path.Combine(_folder, "corpora")]))
            .Should().Equal(articles, facts);
        floors.Entries[1].Find([Path.Combine(_folder, "data")]).Should().BeNull();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\": 1}")]
    [InlineData("{\"a\": {\"b\": \"c\"}}")]
    [InlineData("{")]
    public void What_is_no_floor_file_is_told(string json) =>
        FluentActions.Invoking(() => Read(json)).Should().Throw<InvalidDataException>().WithMessage("*floors.json: an object of gold files*");

    [Fact]
    public void Floors_of_this_repository_can_be_read() =>
        FloorFile.Read(Repository.PathOf("models", "floors.json")).Entries.Should().Contain(e => e.GoldFile == "articles/dev.jsonl");

    private FloorFile Read(string json)
    {
        string file = Path.Combine(_folder, "floors.json");
        File.WriteAllText(file, json);
        return FloorFile.Read(file);
    }

    private string Write(string relative)
    {
        string file = Path.Combine(_folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        return file;
    }
}
