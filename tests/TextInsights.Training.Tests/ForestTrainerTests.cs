using TextInsights.Models;

namespace TextInsights.Training.Tests;

public class ForestTrainerTests
{
    private const int Width = 3;

    [Fact]
    public void A_forest_learns_what_no_sum_of_single_numbers_tells()
    {
        DecisionForest forest = ForestTrainer.Train(Examples(), new ForestOptions(Trees: 40, Penalty: 1));

        forest.TreeCount.Should().Be(40);
        forest.Score([0, 9, 1]).Should().BeGreaterThan(forest.Score([9, 9, 1])).And.BeGreaterThan(forest.Score([0, 0, 1]));
        forest.Score([9, 0, 5]).Should().BeGreaterThan(forest.Score([9, 9, 5])).And.BeGreaterThan(forest.Score([0, 0, 5]));
    }

    [Fact]
    public void The_same_examples_give_the_same_bytes_and_bytes_give_the_same_scores()
    {
        DecisionForest forest = ForestTrainer.Train(Examples(), new ForestOptions(Trees: 10));
        byte[] bytes = forest.ToBytes();

        bytes.Should().Equal(ForestTrainer.Train(Examples(), new ForestOptions(Trees: 10)).ToBytes());
        DecisionForest.Read("f", bytes, Width).Score([0, 9, 1]).Should().Be(forest.Score([0, 9, 1]));
    }

    [Fact]
    public void Trees_that_may_ask_a_part_only_ask_other_parts_and_learn_the_same()
    {
        DecisionForest all = ForestTrainer.Train(Examples(), new ForestOptions(Trees: 200, Penalty: 1));
        DecisionForest parts = ForestTrainer.Train(Examples(), new ForestOptions(Trees: 200, Penalty: 1, Share: 0.7));

        parts.ToBytes().Should().NotEqual(all.ToBytes());
        parts.Score([0, 9, 1]).Should().BeGreaterThan(parts.Score([9, 9, 1])).And.BeGreaterThan(parts.Score([0, 0, 1]));
    }

    [Fact]
    public void Without_examples_a_forest_is_empty() =>
        ForestTrainer.Train(new RankingExamples(Width), new ForestOptions()).Score([1, 2, 3]).Should().Be(0);

    [Fact]
    public void A_group_without_a_right_candidate_is_left_out()
    {
        var examples = new RankingExamples(Width);
        examples.AddRow([1, 2, 3]);
        examples.EndGroup(-1);

        examples.RowCount.Should().Be(0);
        examples.Groups.Length.Should().Be(1);
    }

    [Fact]
    public void Damaged_bytes_and_other_features_are_refused_by_name()
    {
        byte[] bytes = ForestTrainer.Train(Examples(), new ForestOptions(Trees: 10)).ToBytes();

        FluentActions.Invoking(() => DecisionForest.Read("subjects/forest.bin", bytes, Width + 1)).Should().Throw<ModelException>().WithMessage("*subjects/forest.bin*3 features, 4 expected*");
        FluentActions.Invoking(() => DecisionForest.Read("subjects/forest.bin", bytes[..(bytes.Length / 2)], Width)).Should().Throw<ModelException>();
        FluentActions.Invoking(() => DecisionForest.Read("subjects/forest.bin", [1, 2, 3], Width)).Should().Throw<ModelException>();
    }

    // Right is the candidate with exactly one large number of the first two; the third tells nothing.
    private static RankingExamples Examples()
    {
        var examples = new RankingExamples(Width);
        for (int i = 0; i < 60; i++)
        {
            byte noise = (byte)(i % 7), high = (byte)(i % 2 * 9);
            examples.AddRow([9, 9, noise]);
            examples.AddRow([high, (byte)(9 - high), noise]);
            examples.AddRow([0, 0, noise]);
            examples.EndGroup(1);
        }

        return examples;
    }
}
