namespace TextInsights.Training;

/// <summary>Macro-F1 over the three classes, as the evaluation defines it, and the calibration error.</summary>
internal static class SentimentMeasure
{
    /// <summary>Macro-F1 in percent; a gold of null is an organisation that should have no judgement (neutral is no error there), a predicted null is no judgement.</summary>
    public static double MacroF1(IReadOnlyCollection<(SentimentLabel? Gold, SentimentLabel? Predicted)> pairs)
    {
        double sum = 0;
        foreach (SentimentLabel label in Enum.GetValues<SentimentLabel>())
        {
            int right = pairs.Count(p => p.Gold == label && p.Predicted == label);
            int wrong = pairs.Count(p => (p.Gold == label) != (p.Predicted == label) && !(p.Gold is null && label == SentimentLabel.Neutral));
            sum += right == 0 ? 0 : 200.0 * right / ((2 * right) + wrong);
        }

        return sum / 3;
    }

    /// <summary>Expected calibration error in percent, over the judgements that were given.</summary>
    public static double CalibrationError(IEnumerable<JudgedPair> pairs) =>
        ExpectedCalibrationError.Of([.. pairs.Where(p => p.Predicted is not null).Select(p => (p.Predicted!.Confidence, p.Gold == p.Predicted.Label))]);
}
