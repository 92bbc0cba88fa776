using TextInsights.Lexicons;

namespace TextInsights.Tests.Lexicons;

public class EndingTrieTests
{
    private static readonly EndingTrie Words = new([("kauf", 1), ("verkauf", 2), ("ipo", 3)]);

    [Theory]
    [InlineData("Verkauf", 2, 0)]
    [InlineData("OPEL-VERKAUF", 2, 5)]
    [InlineData("Aktienkauf", 1, 6)]
    [InlineData("kauf", 1, 0)]
    [InlineData("IPO", 3, 0)]
    [InlineData("Biotech-IPO", 3, 8)]
    public void The_longest_word_in_which_another_ends_is_found(string word, int value, int start)
    {
        Words.Longest(word, 4, out int found).Should().Be(value);

        found.Should().Be(start);
    }

    [Theory]
    [InlineData("Techipo")] // too short for a compound
    [InlineData("Verkäufe")]
    [InlineData("auf")]
    [InlineData("")]
    public void Other_ends_are_no_word(string word) => Words.Longest(word, 4, out _).Should().Be(-1);
}
