using TextInsights.Cli.Rendering;

namespace TextInsights.Apps.Tests.Rendering;

public class AnalysisProgressTests
{
    [Theory]
    [InlineData(0, 0, 0, 10, "0 documents, 0 a second")]
    [InlineData(2500, 0, 0, 10, "2,500 documents, 250 a second")]
    [InlineData(2500, 250, 1000, 10, "[######..................]  25 %  2,500 documents, 250 a second, 0:30 left")]
    [InlineData(100, 10, 10_000, 10, "[........................]   0 %  100 documents, 10 a second, 2:46:30 left")]
    [InlineData(10, 1000, 1000, 10, "[########################] 100 %  10 documents, 1 a second, 0:00 left")]
    [InlineData(10, 1100, 1000, 10, "[########################] 100 %  10 documents, 1 a second, 0:00 left")]
    public void The_bar_tells_share_count_rate_and_time_left(long documents, long bytes, long total, int seconds, string line) =>
        AnalysisProgress.Line(documents, bytes, total, TimeSpan.FromSeconds(seconds)).Should().Be(line);

    [Fact]
    public void Nobody_sees_a_bar_where_nobody_looks()
    {
        var error = new StringWriter();
        using (var progress = new AnalysisProgress(error, isShown: false, 10))
        {
            progress.Add(5);
            progress.Complain("schlecht");
        }

        error.ToString().Should().Be("schlecht" + Environment.NewLine);
    }
}
