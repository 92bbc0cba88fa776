using TextInsights.Lexicons;

namespace TextInsights.Tests.Lexicons;

public class TsvTableTests
{
    [Fact]
    public void Comments_and_blank_lines_are_no_rows()
    {
        TsvTable table = TsvTable.Parse("test", new StringReader("# Source: own. Licence: MIT.\nword\tweight\n\nplus\t1\n# a remark\nminus\t-1\n"));
        table.Rows.Select(row => (row["word"], row["weight"])).Should().Equal(("plus", "1"), ("minus", "-1"));
    }

    [Fact]
    public void A_row_with_the_wrong_number_of_cells_names_table_and_line() =>
        FluentActions.Invoking(() => TsvTable.Parse("test", new StringReader("a\tb\n1\t2\n3\n")))
            .Should().Throw<InvalidDataException>().WithMessage("test, line 3: 2 cells expected, 1 found.");

    [Fact]
    public void An_unknown_column_is_named() =>
        FluentActions.Invoking(() => TsvTable.Parse("test", new StringReader("a\n1\n")).Rows[0]["b"])
            .Should().Throw<InvalidDataException>().WithMessage("test has no column 'b'.");

    [Fact]
    public void A_table_without_column_names_is_refused() =>
        FluentActions.Invoking(() => TsvTable.Parse("test", new StringReader("# nothing\n"))).Should().Throw<InvalidDataException>();

    [Fact]
    public void Every_list_of_the_package_can_be_read()
    {
        string[] lists = [.. typeof(TsvTable).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".tsv", StringComparison.Ordinal))];
        lists.Should().NotBeEmpty();
        lists.Should().OnlyContain(name => TsvTable.Embedded(name).Rows.Length > 0);
    }
}
