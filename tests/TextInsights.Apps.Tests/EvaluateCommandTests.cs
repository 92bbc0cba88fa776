using System.Text.Json;
using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private static readonly string Samples = Repository.PathOf("tests", "TextInsights.Training.Tests", "Evaluation");

    private readonly TemporaryFolder _folder = new();
    private readonly string _gold;
    private readonly string _predicted = Path.Combine(Samples, "predicted.jsonl");

    public EvaluateCommandTests()
    {
        Directory.CreateDirectory(_folder.PathOf("articles"));
        _gold = _folder.PathOf("articles/dev.jsonl");
        File.Copy(Path.Combine(Samples, "gold.jsonl"), _gold);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(50, 0, "ok")]
    [InlineData(100, 1, "BELOW")]
    public async Task A_measure_below_its_floor_fails_the_run(double floor, int exitCode, string verdict)
    {
        string floors = _folder.Write("floors.json", $"{{\"articles/dev.jsonl\": {{\"amounts.detected.F1\": {floor}}}}}");
        CliResult result = await CliProcess.RunAsync("evaluate", "--gold", _gold, "--pred", _predicted, "--floors", floors);
        result.ExitCode.Should().Be(exitCode);
        result.OutputLines.Should().ContainSingle(l => l.Contains("amounts / detected / F1") && l.Contains(verdict));
    }

    [Fact]
    public async Task Json_has_the_figures_of_given_results()
    {
        CliResult result = await CliProcess.RunAsync("evaluate", "--gold", _gold, "--pred", _predicted, "--format", "json");
        result.ExitCode.Should().Be(0);
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples, "expected.json"))).RootElement;
        JsonElement.DeepEquals(JsonDocument.Parse(result.Output).RootElement, expected).Should().BeTrue(result.Output);
    }

    [Fact]
    public async Task Floors_alone_analyze_every_gold_file_they_name()
    {
        string floors = _folder.Write("floors.json", """{"articles/dev.jsonl": {"headings.n": 4}, "facts/dev.jsonl": {"amounts.detected.F1": 50}}""");
        CliResult partial = await CliProcess.RunAsync("evaluate", "--floors", floors, "--data", _folder.PathOf("articles"), "--format", "json");
        partial.ExitCode.Should().Be(0);
        partial.Error.Should().Contain("facts/dev.jsonl: not measured, for --corpora is not given.").And.Contain("headings / n");
        JsonDocument.Parse(partial.Output).RootElement.GetProperty("articles/dev.jsonl").GetProperty("headings").GetProperty("n").GetInt32().Should().Be(4);
        CliResult missing = await CliProcess.RunAsync("evaluate", "--floors", floors, "--data", _folder.PathOf("articles"), "--corpora", _folder.Path);
        missing.ExitCode.Should().Be(1);
        missing.Error.Should().Contain("Gold file 'facts/dev.jsonl' is neither below");
    }

    [Fact]
    public async Task A_broken_gold_line_is_named_with_its_field()
    {
        string gold = _folder.Write("gold.jsonl", """{"id": "a", "text": "b", "amounts": [{"start": 0, "end": 5}]}""");
        CliResult result = await CliProcess.RunAsync("evaluate", "--gold", gold);
        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain($"{gold}, line 1, field amounts[0].qualifier: missing.");
    }
}
