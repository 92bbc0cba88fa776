using TextInsights.Entities;
using TextInsights.Lexicons;

namespace TextInsights.Tests.Entities;

public sealed class CompanyDirectoryTests
{
    private static readonly TsvTable Companies = TsvTable.Embedded("gazetteers/companies.tsv");

    [Fact]
    public void Every_isin_has_a_right_check_digit() =>
        Companies.Rows.Select(r => r["isin"]).Where(isin => !KnownNames.IsIsin(isin)).Should().BeEmpty();

    [Fact]
    public void No_isin_stands_twice() => Companies.Rows.Select(r => r["isin"]).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Every_name_and_alias_finds_its_own_isin() =>
        Companies.Rows.SelectMany(r => r["aliases"].Split(';', StringSplitOptions.RemoveEmptyEntries).Append(r["name"]).Select(name => (Name: name, Isin: r["isin"])))
            .Where(c => CompanyDirectory.Default.Find(NameParts.Parse(c.Name)) != c.Isin)
            .Should().BeEmpty("no two companies may share a name");

    [Theory]
    [InlineData("DAX", 40)]
    [InlineData("ATX", 20)]
    [InlineData("SMI", 20)]
    public void Indices_are_complete(string index, int members) => Companies.Rows.Count(r => r["index"] == index).Should().Be(members);

    [Theory]
    [InlineData("DE0007164600", true)]
    [InlineData("US0378331005", true)]
    [InlineData("AU0000XVGZA3", true)]
    [InlineData("DE0007164601", false)]
    [InlineData("DE0007164060", false)]
    [InlineData("US037833100", false)]
    [InlineData("us0378331005", false)]
    [InlineData("US03783310-5", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_isin_is_told_by_its_shape_and_check_digit(string? identifier, bool expected) => KnownNames.IsIsin(identifier).Should().Be(expected);
}
