using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows on standard error what long work is doing: a line per step, on a terminal with a spinner under them.</summary>
internal static class Progress
{
    public static void Show(Action<IProgress<string>> work)
    {
        if (Console.IsErrorRedirected)
        {
            work(new Steps(Console.Error.WriteLine));
        }
        else
        {
            ShowOnTerminal(work);
        }
    }

    private static void ShowOnTerminal(Action<IProgress<string>> work)
    {
        IAnsiConsole console = Screen.Create(Console.Error, isTerminal: true);
        console.Status().Start("…", status => work(new Steps(step =>
        {
            console.WriteLine(step);
            status.Status(Markup.Escape(step));
        })));
    }

    private sealed class Steps(Action<string> write) : IProgress<string>
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public void Report(string value) => write($"{_watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),6} s  {value}");
    }
}
