namespace TextInsights.Apps.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("analyse", "'analyse' is no command.")]
    [InlineData("analyze --formt json", "'--formt' is no option.")]
    [InlineData("analyze --format xml")]
    [InlineData("analyze bild.pdf", "'bild.pdf' is neither .txt (one document) nor .jsonl (one document a line).")]
    [InlineData("evaluate", "--gold is needed, or --floors without --pred.")]
    [InlineData("train", "Option '--data' is required.")]
    [InlineData("train entitie --data x --output y", "'entitie' is no model: *entities*, all is expected.")]
    [InlineData("train all --data x --output y --iterations 0", "--iterations is at least 1.")]
    [InlineData("train all --data x", "Option '--output' is required to train a MODEL.")]
    [InlineData("train --data x --corpora y", "--corpora goes with a MODEL to train, such as all.")]
    [InlineData("train all --data x --output y --weight 2", "--weight does not go with a MODEL: it is for adapting the built-in models.")]
    [InlineData("train --data x --weight 0", "--weight is from 1 to 20.")]
    [InlineData("annotate")]
    [InlineData("benchmark")]
    [InlineData("benchmark a.txt --threads 1", "--threads is at least 2: one is what it is compared with.")]
    [InlineData("analyze --threads 0", "--threads is at least 1.")]
    [InlineData("completion cmd")]
    public async Task Wrong_usage_is_told_on_standard_error(string arguments, string? message = null)
    {
        CliResult result = await CliProcess.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.ErrorLines.Should().NotBeEmpty();
        if (message is not null)
        {
            result.ErrorLines.Should().ContainMatch(message);
        }
    }

    [Theory]
    [InlineData("--help", "analyze", "annotate", "evaluate", "train", "benchmark", "info", "completion")]
    [InlineData("analyze --help", "--format", "--output", "--threads", "--models")]
    [InlineData("evaluate --help", "--gold", "--pred", "--floors", "--corpora")]
    [InlineData("annotate --help", "FILE", "--pred", "--output", "--models")]
    [InlineData("train --help", "--data", "--corpora", "--output", "--weight", "  entities   ", "  all        ")]
    [InlineData("benchmark --help", "FILE")]
    [InlineData("info --help", "--models")]
    [InlineData("completion --help", "SHELL")]
    public async Task Help_names_everything_and_shows_examples(string arguments, params string[] parts)
    {
        CliResult result = await CliProcess.RunAsync(arguments.Split(' '));
        result.Should().Match<CliResult>(r => r.ExitCode == 0 && r.Error == "");
        result.Output.Should().ContainAll(parts).And.Contain("Usage:\n  textinsights").And.Contain("Examples:\n  textinsights ");
    }

    [Fact]
    public async Task Version_is_that_of_the_library() =>
        (await CliProcess.RunAsync("--version")).Output.Should().StartWith(typeof(TextAnalyzer).Assembly.GetName().Version!.ToString(3));

    [Fact]
    public async Task Info_tells_what_the_models_learned_from()
    {
        CliResult result = await CliProcess.RunAsync("info");
        result.Should().Match<CliResult>(r => r.ExitCode == 0 && r.Error == "");
        result.Output.Should().Contain("\nentities\n").And.MatchRegex("trained on +.*articles \\([0-9,]+ documents\\)");
    }
}
