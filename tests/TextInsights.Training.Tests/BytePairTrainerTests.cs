namespace TextInsights.Training.Tests;

public sealed class BytePairTrainerTests
{
    private static readonly Dictionary<string, long> Counts = new() { ["haus"] = 5, ["hausbau"] = 3, ["maus"] = 2, ["bau"] = 1 };

    [Fact]
    public void The_most_frequent_pair_is_merged_first()
    {
        BytePairVocabulary vocabulary = BytePairTrainer.Train(Counts, 3, CancellationToken.None);

        // "au" stands 14 times, then "aus" 10 times, then "haus" 8 times.
        vocabulary.Merges.Should().Equal(("a", "u"), ("au", "s"), ("h", "aus"));
        vocabulary.Units.Should().EndWith(["au", "aus", "haus"]);
    }

    [Fact]
    public void There_are_no_more_merges_than_pairs_that_occur_twice() =>
        BytePairTrainer.Train(new Dictionary<string, long> { ["ab"] = 1 }, 10, CancellationToken.None).Merges.Should().BeEmpty();

    [Fact]
    public void A_pair_that_overlaps_itself_is_merged_from_the_left() =>
        BytePairTrainer.Train(new Dictionary<string, long> { ["aaa"] = 4 }, 2, CancellationToken.None).Merges.Should().Equal(("a", "a"), ("aa", "a"));

    [Fact]
    public void The_order_of_the_words_does_not_matter()
    {
        var reversed = Counts.Reverse().ToDictionary();

        BytePairTrainer.Train(reversed, 6, CancellationToken.None).ToMergesFile().Should().Equal(BytePairTrainer.Train(Counts, 6, CancellationToken.None).ToMergesFile());
    }
}
