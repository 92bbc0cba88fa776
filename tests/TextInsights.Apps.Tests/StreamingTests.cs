using System.Diagnostics;
using System.Text;

namespace TextInsights.Apps.Tests;

/// <summary>Inputs of any length: in order on many threads, in memory that does not grow with them.</summary>
public sealed class StreamingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_keep_the_order_and_are_the_same_on_any_number_of_threads()
    {
        // Long and short documents by turns, so that threads overtake each other.
        string input = string.Concat(Enumerable.Range(0, 200).Select(i =>
            $"{{\"id\": \"d{i}\", \"text\": \"{string.Concat(Enumerable.Repeat($"Die Nordwerk AG zahlt {i} Mio. Euro. ", i % 10 == 0 ? 40 : 1))}\"}}\n{(i % 50 == 7 ? "kaputt\n" : "")}"));
        CliResult one = await CliProcess.RunWithInputAsync(input, "analyze", "--threads", "1");
        CliResult four = await CliProcess.RunWithInputAsync(input, "analyze", "--threads", "4");
        one.OutputLines.Select(l => AnalyzedDocument.FromJson(l).Id).Should().Equal(Enumerable.Range(0, 200).Select(i => $"d{i}"));
        four.Should().Be(one);
        one.ExitCode.Should().Be(1);
        one.ErrorLines.Should().HaveCount(4).And.OnlyContain(l => l.StartsWith("standard input, line "));
    }

    /// <summary>The input is larger than all memory that the process may have.</summary>
    [Fact]
    public async Task Memory_does_not_grow_with_the_input()
    {
        const int Lines = 1500;
        byte[] line = Encoding.UTF8.GetBytes($"{{\"text\": \"Nordwerk zahlt 5 Mio. Euro.\", \"html\": \"{new string('x', 300_000)}\"}}\n");
        ProcessStartInfo start = CliProcess.StartInfo("analyze", "--threads", "2");
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000"; // 256 MB
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        for (int i = 0; i < Lines; i++)
        {
            await process.StandardInput.BaseStream.WriteAsync(line);
        }

        process.StandardInput.Close();
        (await CliProcess.ExitCodeAsync(process)).Should().Be(0, await error);
        (await output).Count(c => c == '\n').Should().Be(Lines);
    }

    [Fact]
    public async Task A_pipe_gets_neither_a_bar_nor_colours()
    {
        CliResult result = await CliProcess.RunAsync("analyze", _folder.Write("a.txt", "Die Nordwerk AG zahlt 5 Mio. Euro."), "--format", "table");
        result.Error.Should().BeEmpty();
        result.Output.Should().NotContain("\e");
    }
}
