using TextInsights.Lexicons;

namespace TextInsights.Tests.Lexicons;

public sealed class WordCacheTests
{
    [Fact]
    public void What_was_found_out_of_a_word_comes_back_for_this_word_alone()
    {
        var cache = new WordCache<int>(1 << 8);
        cache.Add("Umsatz", 7).Value.Should().Be(7);

        cache.Find("Umsatz")!.Value.Should().Be(7);
        cache.Find("umsatz").Should().BeNull();
        cache.Find("").Should().BeNull();
    }

    [Fact]
    public void A_later_word_takes_over_the_place_of_an_earlier_one()
    {
        var cache = new WordCache<int>(1);
        cache.Add("Umsatz", 1);
        cache.Add("Gewinn", 2);

        cache.Find("Umsatz").Should().BeNull();
        cache.Find("Gewinn")!.Value.Should().Be(2);
    }

    [Fact]
    public void Words_too_long_to_come_again_are_not_remembered()
    {
        var cache = new WordCache<int>(1);
        string noise = new('x', 5_000_000);
        cache.Add(noise, 3).Value.Should().Be(3);

        cache.Find(noise).Should().BeNull();
    }
}
