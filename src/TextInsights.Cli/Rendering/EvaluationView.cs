using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using TextInsights.Training;

namespace TextInsights.Cli.Rendering;

/// <summary>Shows measures to people.</summary>
internal sealed class EvaluationView(IAnsiConsole console)
{
    private static readonly string[] Columns = ["P", "R", "F1", "macro-F1", "accuracy", "n"];
    private static readonly string[] Formats = ["0.00", "0.00", "0.00", "0.0", "0.0", "0"];

    /// <summary>All measures of a report, a row for each thing that is measured.</summary>
    public void Show(string title, EvaluationReport report)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title)).AddColumn("Measure");
        foreach (string column in Columns)
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        var rows = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach ((string path, double? value) in report.ToMeasures())
        {
            int dot = path.LastIndexOf('.');
            int column = Array.IndexOf(Columns, path[(dot + 1)..]);
            string row = (column < 0 ? path : path[..dot]).Replace(".", " / ", StringComparison.Ordinal);
            rows.TryAdd(row, [.. Columns.Select(_ => "")]);
            int shown = column < 0 ? Array.IndexOf(Columns, "accuracy") : column;
            rows[row][shown] = Number(value, Formats[shown]);
        }

        foreach ((string row, string[] cells) in rows)
        {
            table.AddRow([new Text(row), .. cells.Select(c => new Text(c))]);
        }

        console.Write(table);
    }

    /// <summary>Measures of a cross-validation with their 95 % intervals.</summary>
    public void Show(string title, ImmutableArray<MeasuredInterval> measures)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(Markup.Escape(title)).AddColumn("Measure");
        table.AddColumn(new TableColumn("Value").RightAligned()).AddColumn(new TableColumn("95 % from").RightAligned()).AddColumn(new TableColumn("to").RightAligned());
        foreach (MeasuredInterval measure in measures)
        {
            table.AddRow(
                new Text(measure.Path.Replace(".", " / ", StringComparison.Ordinal)),
                new Text(Number(measure.Value)),
                new Text(Number(measure.Low)),
                new Text(Number(measure.High)));
        }

        console.Write(table);
    }

    /// <summary>Measures beside their floors.</summary>
    public void Show(ImmutableArray<FloorResult> results)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title("Floors").AddColumns("Gold file", "Measure");
        table.AddColumn(new TableColumn("Value").RightAligned()).AddColumn(new TableColumn("Floor").RightAligned()).AddColumn("");
        foreach (FloorResult result in results)
        {
            table.AddRow(
                new Text(result.GoldFile),
                new Text(result.Measure.Replace(".", " / ", StringComparison.Ordinal)),
                new Text(Number(result.Value)),
                new Text(Number(result.Least)),
                result.IsMet ? new Text("ok", new Style(Color.Green)) : new Text("BELOW", new Style(Color.Red, decoration: Decoration.Bold)));
        }

        console.Write(table);
    }

    private static string Number(double? value, string format = "0.0#") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
