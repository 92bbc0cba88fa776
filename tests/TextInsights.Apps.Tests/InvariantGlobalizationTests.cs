using System.Globalization;
using System.Text;
using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

public class InvariantGlobalizationTests
{
    /// <summary>The command line runs without cultures (InvariantGlobalization), this process with them: both write the same bytes.</summary>
    [Fact]
    public async Task A_process_without_cultures_writes_what_one_with_cultures_writes()
    {
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TextInsights.Cli.runtimeconfig.json"))
            .Should().Contain("\"System.Globalization.Invariant\": true");
        new CultureInfo("tr-TR").TextInfo.ToUpper('i').Should().Be('İ', "this process is to know cultures");

        string[] samples = Directory.GetFiles(Repository.PathOf("data", "samples"), "*.txt");
        samples.Should().NotBeEmpty();
        CliResult result = await CliProcess.RunAsync(["analyze", "--format", "jsonl", .. samples]);
        result.ExitCode.Should().Be(0, result.Error);

        var analyzer = new TextAnalyzer();
        result.OutputLines.Should().Equal(samples.Select(file => analyzer.Analyze(File.ReadAllText(file, Encoding.UTF8), Path.GetFileName(file)).ToJson()));
    }
}
