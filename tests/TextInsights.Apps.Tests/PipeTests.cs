using System.Diagnostics;

namespace TextInsights.Apps.Tests;

/// <summary>How the command line behaves between other programs.</summary>
public sealed class PipeTests : IDisposable
{
    private const string Line = """{"text": "Die Nordwerk AG zahlt 5 Mio. Euro für die Lorenz GmbH und will noch mehr."}""" + "\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("jsonl")]
    [InlineData("table")]
    public async Task A_reader_that_leaves_early_ends_the_work_quietly(string format)
    {
        using Process process = CliProcess.Start("analyze", "--format", format);
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(Line);
        await process.StandardInput.FlushAsync();
        await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        Task writing = WriteUntilRefusedAsync(process.StandardInput);
        (await CliProcess.ExitCodeAsync(process)).Should().Be(0);
        (await error).Should().BeEmpty();
        await writing;
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_comes()
    {
        using Process process = CliProcess.Start("analyze");
        await process.StandardInput.WriteAsync(Line);
        await process.StandardInput.FlushAsync();
        (await process.StandardOutput.ReadLineAsync()).Should().StartWith("{\"id\":\"1\"");
        process.StandardInput.Close();
        (await CliProcess.ExitCodeAsync(process)).Should().Be(0);
    }

    [Fact]
    public async Task Termination_ends_the_work_and_leaves_no_half_written_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process process = CliProcess.Start("analyze", "--output", _folder.PathOf("facts.jsonl"));
        using var stop = new CancellationTokenSource();
        Task writing = WriteUntilRefusedAsync(process.StandardInput);
        while (Directory.GetFiles(_folder.Path) is not [var file] || new FileInfo(file).Length == 0)
        {
            process.HasExited.Should().BeFalse();
            await Task.Delay(50);
        }

        // Not the signal of Ctrl+C, which the command handles alike: shells start background jobs with it ignored.
        Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        (await CliProcess.ExitCodeAsync(process)).Should().Be(130);
        await writing;
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    private static async Task WriteUntilRefusedAsync(StreamWriter writer)
    {
        try
        {
            while (true)
            {
                await writer.WriteAsync(Line);
                await writer.FlushAsync();
                await Task.Delay(1); // a command that ignores the signal should not fill the disk
            }
        }
        catch (IOException)
        {
            // The process has ended.
        }
    }
}
