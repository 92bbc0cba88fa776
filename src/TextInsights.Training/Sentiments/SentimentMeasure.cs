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

    /// <summary>Expected calibration error in percent over ten bins of confidence.</summary>
    public static double CalibrationError(IReadOnlyCollection<(double Confidence, bool Right)> predictions) =>
        100 * predictions.GroupBy(p => (int)Math.Min(9, p.Confidence * 10))
            .Sum(bin => Math.Abs(bin.Sum(p => p.Confidence) - bin.Count(p => p.Right))) / Math.Max(1, predictions.Count);

    /// <summary>The same over the judgements that were given.</summary>
    public static double CalibrationError(IEnumerable<JudgedPair> pairs) =>
        CalibrationError([.. pairs.Where(p => p.Predicted is not null).Select(p => (p.Predicted!.Confidence, p.Gold == p.Predicted.Label))]);
}
