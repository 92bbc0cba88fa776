using System.Diagnostics;
using System.Text;

namespace TextInsights.Apps.Tests;

/// <summary>What a run of the command line left.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built command line as users do: a process of its own with pipes.</summary>
internal static class CliProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static Task<CliResult> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    public static Task<CliResult> RunWithInputAsync(string input, params string[] arguments) =>
        RunWithInputAsync(Encoding.UTF8.GetBytes(input), arguments);

    public static Task<CliResult> RunWithInputAsync(byte[] input, params string[] arguments) => FinishAsync(Start(arguments), input);

    /// <summary>Runs with a variable of the environment set.</summary>
    public static Task<CliResult> RunInEnvironmentAsync(string variable, string value, params string[] arguments)
    {
        ProcessStartInfo start = Piped([Path.Combine(AppContext.BaseDirectory, "TextInsights.Cli.dll"), .. arguments]);
        start.Environment[variable] = value;
        return FinishAsync(Process.Start(start)!, []);
    }

    /// <summary>Runs the .NET command itself as a build of its own: without what the build around the tests sets (locked restore, CI flags).</summary>
    public static Task<CliResult> RunDotnetAsync(params string[] arguments) => FinishAsync(StartDotnet(arguments), []);

    /// <summary>Starts the .NET command itself; see <see cref="RunDotnetAsync"/>.</summary>
    public static Process StartDotnet(params string[] arguments)
    {
        ProcessStartInfo start = Piped(arguments);
        start.Environment["CI"] = null;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }

    private static async Task<CliResult> FinishAsync(Process started, byte[] input)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        return new CliResult(await ExitCodeAsync(process), await output, await error);
    }

    public static Process Start(params string[] arguments) => Process.Start(StartInfo(arguments))!;

    public static ProcessStartInfo StartInfo(params string[] arguments) => Piped([Path.Combine(AppContext.BaseDirectory, "TextInsights.Cli.dll"), .. arguments]);

    public static async Task<int> ExitCodeAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"The command did not end within {Patience}.");
        }

        return process.ExitCode;
    }

    private static ProcessStartInfo Piped(string[] arguments) => new("dotnet", arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    };
}
