using TextInsights.Sentiments;

namespace TextInsights.Training.Tests;

public sealed class SentimentMeasureTests
{
    [Fact]
    public void Macro_F1_is_the_mean_over_the_three_classes() =>
        SentimentMeasure.MacroF1([(SentimentLabel.Positive, SentimentLabel.Positive), (SentimentLabel.Neutral, SentimentLabel.Positive), (SentimentLabel.Negative, SentimentLabel.Negative)])
            .Should().BeApproximately((66.67 + 0 + 100) / 3, 0.01);

    [Fact]
    public void Neutral_is_no_error_for_an_organisation_merely_mentioned_but_good_and_bad_are()
    {
        (SentimentLabel?, SentimentLabel?)[] right = [(SentimentLabel.Positive, SentimentLabel.Positive), (SentimentLabel.Neutral, SentimentLabel.Neutral), (SentimentLabel.Negative, SentimentLabel.Negative)];

        SentimentMeasure.MacroF1([.. right, (null, SentimentLabel.Neutral), (null, null)]).Should().Be(100);
        SentimentMeasure.MacroF1([.. right, (null, SentimentLabel.Positive)]).Should().BeLessThan(100);
    }

    [Fact]
    public void Calibration_error_compares_confidence_with_hits() =>
        ExpectedCalibrationError.Of([(0.9, true), (0.9, false)]).Should().BeApproximately(40, 0.001);

    [Fact]
    public void A_model_that_is_too_sure_gets_a_temperature_above_1()
    {
        float[][] scores = [[4, 0, 0], [4, 0, 0], [4, 0, 0]];

        Calibration calibration = CalibrationTrainer.Fit(scores, [0, 0, 1], ["a", "a", "a"]);

        calibration.Temperature.Should().BeGreaterThan(1);
    }
}
