using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows on standard error what long work is doing: a line per step, on a terminal with a spinner under them.</summary>
internal static class Progress
{
    public static void Show(Action<IProgress<string>> work, CancellationToken cancellation)
    {
        if (Console.IsErrorRedirected)
        {
            work(new Steps(Console.Error.WriteLine));
        }
        else
        {
            ShowOnTerminal(work, cancellation);
        }
    }

    private static void ShowOnTerminal(Action<IProgress<string>> work, CancellationToken cancellation)
    {
        IAnsiConsole console = Screen.Create(Console.Error, isTerminal: true);
        if (!console.Profile.Capabilities.Interactive)
        {
            work(new Steps(console.WriteLine));
            return;
        }

        // The spinner hides the cursor, and work that is cancelled may not come back to show it.
        using CancellationTokenRegistration cancelled = cancellation.Register(() => console.Cursor.Show(true));
        console.Status().Start("…", status => work(new Steps(console.WriteLine, step => status.Status(Markup.Escape(step)))));
    }

    private sealed class Steps(Action<string> write, Action<string>? begin = null) : IProgress<string>
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        public void Report(string value)
        {
            write($"{_watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),6} s  {value}");
            begin?.Invoke(value);
        }
    }
}
