using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TextInsights.Lexicons;

/// <summary>
/// The one reader of word lists: tab-separated, UTF-8. Lines that begin with '#' tell source and licence,
/// the first other line names the columns, every further line is a row with as many cells.
/// </summary>
internal sealed class TsvTable
{
    private readonly FrozenDictionary<string, int> _columns;
    private readonly string _name;

    private TsvTable(string name, FrozenDictionary<string, int> columns, ImmutableArray<string[]> rows)
    {
        _name = name;
        _columns = columns;
        Rows = [.. rows.Select(cells => new TsvRow(this, cells))];
    }

    public ImmutableArray<TsvRow> Rows { get; }

    /// <summary>Reads a table that is packed into this assembly, such as <c>lexicons/currencies.tsv</c>.</summary>
    public static TsvTable Embedded(string name)
    {
        using var stream = typeof(TsvTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The word list '{name}' is not packed into TextInsights.");
        using var reader = new StreamReader(stream);
        return Parse(name, reader);
    }

    /// <summary>Reads a table; a broken line is an error that names the table and the line.</summary>
    public static TsvTable Parse(string name, TextReader reader)
    {
        FrozenDictionary<string, int>? columns = null;
        var rows = ImmutableArray.CreateBuilder<string[]>();
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells.Select((cell, index) => KeyValuePair.Create(cell, index)).ToFrozenDictionary();
            }
            else if (cells.Length != columns.Count)
            {
                throw new InvalidDataException($"{name}, line {number}: {columns.Count} cells expected, {cells.Length} found.");
            }
            else
            {
                rows.Add(cells);
            }
        }

        return new TsvTable(name, columns ?? throw new InvalidDataException($"{name} has no line with column names."), rows.ToImmutable());
    }

    private int ColumnOf(string column) =>
        _columns.TryGetValue(column, out int index) ? index : throw new InvalidDataException($"{_name} has no column '{column}'.");

    internal readonly struct TsvRow(TsvTable table, string[] cells)
    {
        /// <summary>The cell of a column; empty if there is nothing in it.</summary>
        public string this[string column] => cells[table.ColumnOf(column)];
    }
}
