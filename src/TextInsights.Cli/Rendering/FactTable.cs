using Spectre.Console;
using Spectre.Console.Rendering;
using TextInsights.Rendering;

namespace TextInsights.Cli.Rendering;

/// <summary>
/// A table under construction. Only the first column breaks its lines on narrow terminals; a column without any content is left
/// out. Further lines of a cell are shown faint.
/// </summary>
/// <param name="titles">Titles of the columns; ">" before one aligns its column to the right.</param>
internal sealed class FactTable(params string[] titles)
{
    private static readonly Style TitleStyle = new(decoration: Decoration.Bold);

    // Narrower, names break after every word.
    private const int LeastFirstColumn = 14;

    // Line and blanks between two columns.
    private const int Border = 3;

    private readonly List<(string? Text, Style? Style)[]> _rows = [];

    public void Add(params (string? Text, Style? Style)[] cells) => _rows.Add(cells);

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>The table, or where the screen is too narrow for it a line per row.</summary>
    /// <param name="width">Characters in a line of the screen.</param>
    /// <param name="separated">Whether to draw lines between rows.</param>
    public IRenderable Render(int width, bool separated = false)
    {
        int[] shown = [.. Enumerable.Range(0, titles.Length).Where(i => _rows.Any(row => !string.IsNullOrEmpty(row[i].Text)))];
        int needed = LeastFirstColumn + shown.Skip(1).Sum(i => Border + Math.Max(titles[i].Length, _rows.Max(row => row[i].Text?.Length ?? 0)));
        return needed > width ? Lines(shown) : Grid(shown, separated);
    }

    private Table Grid(int[] shown, bool separated)
    {
        Table table = new Table { ShowRowSeparators = separated }.Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (int i in shown)
        {
            var column = new TableColumn(new Text(titles[i].TrimStart('>'), TitleStyle)) { NoWrap = i > 0 };
            table.AddColumn(titles[i].StartsWith('>') ? column.RightAligned() : column);
        }

        foreach ((string? Text, Style? Style)[] row in _rows)
        {
            table.AddRow(shown.Select(i => Cell(row[i].Text ?? "", row[i].Style ?? Style.Plain)));
        }

        return table;
    }

    private Rows Lines(int[] shown) => new(_rows.Select(row =>
    {
        Paragraph line = Cell(row[0].Text ?? "", row[0].Style ?? Style.Plain);
        foreach ((string? text, Style? style) in shown.Skip(1).Select(i => row[i]).Where(cell => !string.IsNullOrEmpty(cell.Text)))
        {
            line.Append(" · ").Append(VisibleText.OnOneLine(text), style);
        }

        return line;
    }));

    private static Paragraph Cell(string text, Style style)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0
            ? new Paragraph(VisibleText.Of(text), style)
            : new Paragraph(VisibleText.Of(text.AsSpan(0, end)), style).Append(VisibleText.Of(text.AsSpan(end)), DocumentView.FaintStyle);
    }
}
