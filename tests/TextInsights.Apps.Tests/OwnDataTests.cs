using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

/// <summary>From articles through annotated lines to models of one's own, as the README tells it.</summary>
public sealed class OwnDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Annotated_lines_are_what_evaluate_and_train_read()
    {
        string articles = _folder.PathOf("articles.jsonl"), facts = _folder.PathOf("facts.jsonl"), lines = _folder.PathOf("my.jsonl"), models = _folder.PathOf("models");
        File.WriteAllLines(articles, File.ReadLines(Repository.PathOf("data", "articles", "dev.jsonl")).Take(10));
        (await CliProcess.RunAsync("annotate", articles, "--output", lines)).Should().Be(new CliResult(0, "", ""));
        (await CliProcess.RunAsync("analyze", articles, "--output", facts)).ExitCode.Should().Be(0);
        (await CliProcess.RunAsync("annotate", articles, "--pred", facts)).Output.Should().Be(File.ReadAllText(lines), "the results are the same");

        CliResult evaluated = await CliProcess.RunAsync("evaluate", "--gold", lines, "--format", "json");
        evaluated.ExitCode.Should().Be(0);
        evaluated.Output.Should().Contain("\"value+currency+bounds\": {\n   \"P\": 100,");

        CliResult trained = await CliProcess.RunAsync("train", "--data", lines, "--output", models, "--iterations", "1", "--weight", "1");
        trained.ExitCode.Should().Be(0, trained.Error);
        trained.Output.Should().ContainAll("Before", "After", "entities", "Learned from 8 documents, measured on 2 that were held out.", $"--models {models}");
        (await CliProcess.RunAsync("analyze", articles, "--models", models)).OutputLines.Should().HaveCount(10);
    }

    [Fact]
    public async Task A_document_without_a_result_is_named()
    {
        string articles = _folder.Write("a.jsonl", "{\"id\": \"a\", \"text\": \"Ja.\"}\n{\"id\": \"b\", \"text\": \"Nein.\"}\n");
        string facts = _folder.Write("facts.jsonl", (await CliProcess.RunWithInputAsync("{\"id\": \"b\", \"text\": \"Nein.\"}", "analyze")).Output);
        CliResult result = await CliProcess.RunAsync("annotate", articles, "--pred", facts);
        result.ExitCode.Should().Be(1);
        result.OutputLines.Should().ContainSingle().Which.Should().StartWith("{\"id\":\"b\",\"text\":\"Nein.\",\"mentions\":[]");
        result.ErrorLines.Should().Equal($"{articles}: '{facts}' has no result of document 'a'.");
    }
}
