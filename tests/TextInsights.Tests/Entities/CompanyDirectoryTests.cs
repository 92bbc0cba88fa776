using TextInsights.Entities;
using TextInsights.Lexicons;

namespace TextInsights.Tests.Entities;

public sealed class CompanyDirectoryTests
{
    private static readonly TsvTable Companies = TsvTable.Embedded("gazetteers/companies.tsv");

    [Fact]
    public void Every_isin_has_a_right_check_digit() =>
        Companies.Rows.Select(r => r["isin"]).Where(isin => !IsIsin(isin)).Should().BeEmpty();

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
    [InlineData("DE0007164601", false)]
    [InlineData("DE0007164600", true)]
    [InlineData("US0378331005", true)]
    [InlineData("US037833100", false)]
    [InlineData("us0378331005", false)]
    public void The_check_itself_can_fail(string isin, bool right) => IsIsin(isin).Should().Be(right);

    // ISO 6166: letters become 10 to 35, then Luhn.
    private static bool IsIsin(string isin)
    {
        if (isin.Length != 12 || !isin.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)) || !isin[..2].All(char.IsAsciiLetterUpper) || !char.IsAsciiDigit(isin[^1]))
        {
            return false;
        }

        string digits = string.Concat(isin.Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}"));
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int value = (digits[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 2);
            sum += (value / 10) + (value % 10);
        }

        return sum % 10 == 0;
    }
}
