using System.Globalization;
using Spectre.Console;

namespace TextInsights.Cli.Rendering;

/// <summary>Where tables go: the terminal in colour, or a pipe or file as plain text.</summary>
internal static class Screen
{
    // Wide enough for every table where nobody says how wide the reader's screen is.
    private const int PlainWidth = 120;

    /// <summary>A console on a terminal, if the stream is one, or on a stream of plain text.</summary>
    public static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 20
                ? columns
                : PlainWidth;
        }

        return console;
    }
}
