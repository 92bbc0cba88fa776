using System.Diagnostics;

namespace TextInsights.Apps.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("textinsights an", "analyze", "annotate")]
    [InlineData("textinsights analyze --format j", "json", "jsonl")]
    [InlineData("textinsights train val", "valuations")]
    [InlineData("textinsights analyze --th", "--threads")]
    [InlineData("textinsights completion ", "bash", "fish", "zsh")]
    public async Task Words_are_suggested_for_commands_options_and_values(string line, params string[] words)
    {
        CliResult result = await CliProcess.RunAsync("suggest", $"{line.Length}", line);
        result.Should().Match<CliResult>(r => r.ExitCode == 0 && r.Error == "");
        result.OutputLines.Except(["--help"]).Should().BeEquivalentTo(words);
    }

    [Theory]
    [InlineData("zsh", "#compdef textinsights")]
    [InlineData("fish", "complete -c textinsights")]
    public async Task A_script_is_printed_for_other_shells(string shell, string start) =>
        (await CliProcess.RunAsync("completion", shell)).Output.Should().StartWith(start).And.Contain("textinsights suggest ");

    [Fact]
    public async Task Bash_completes_with_the_printed_script()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string command = _folder.Write("textinsights", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "TextInsights.Cli.dll")}' \"$@\"\n");
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string script = _folder.Write("try.sh", """
            PATH="$1:$PATH"
            source <(textinsights completion bash)
            COMP_LINE='textinsights analyze --fo' COMP_POINT=25 COMP_CWORD=2 COMP_WORDS=(textinsights analyze --fo)
            _textinsights
            echo "${COMPREPLY[*]}"
            complete -p textinsights
            """);
        using Process bash = Process.Start(new ProcessStartInfo("bash", [script, _folder.Path]) { RedirectStandardOutput = true })!;
        string output = await bash.StandardOutput.ReadToEndAsync();
        output.Should().Be("--format\ncomplete -o default -F _textinsights textinsights\n");
    }
}
