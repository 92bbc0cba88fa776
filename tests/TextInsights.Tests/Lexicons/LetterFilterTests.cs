using TextInsights.Lexicons;

namespace TextInsights.Tests.Lexicons;

public class LetterFilterTests
{
    [Theory]
    [InlineData("gewinn", "gew", true)]
    [InlineData("gewinn", "GEW", true)]
    [InlineData("gewinn", "ges", false)]
    [InlineData("übernahme", "Übe", true)]
    [InlineData("ag", "ag.", true)]
    [InlineData("ag", "agr", true)]
    [InlineData("ag", "abr", false)]
    [InlineData("ag (", "ag ", true)]
    [InlineData("ag (", "ags", false)]
    public void It_shuts_out_what_begins_otherwise(string listed, string letters, bool expected)
    {
        var filter = new LetterFilter();
        filter.Add(listed);

        filter.MayBegin(letters[0], letters[1], letters[2]).Should().Be(expected);
    }
}
