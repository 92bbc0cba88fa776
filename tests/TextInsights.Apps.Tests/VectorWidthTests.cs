using TextInsights.Tests.Conventions;

namespace TextInsights.Apps.Tests;

public class VectorWidthTests
{
    /// <summary>Sums of floating-point numbers depend on their order, and the order on how wide a machine's vectors are, unless it is fixed.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX")]
    public async Task A_machine_without_wide_vectors_writes_the_same_bytes(string instructions)
    {
        string[] arguments = ["analyze", Repository.PathOf("data", "articles", "dev-others.jsonl"), "--format", "jsonl"];
        CliResult narrow = await CliProcess.RunInEnvironmentAsync(instructions, "0", arguments);
        CliResult wide = await CliProcess.RunAsync(arguments);
        narrow.ExitCode.Should().Be(0, narrow.Error);
        wide.OutputLines.Should().HaveCountGreaterThan(50);
        narrow.Output.Should().Be(wide.Output);
    }
}
