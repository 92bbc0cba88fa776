namespace TextInsights.Training;

/// <summary>How far confidence and the share of right answers lie apart.</summary>
internal static class ExpectedCalibrationError
{
    private const int Bins = 10;

    /// <summary>In percent, over ten bins of confidence; 0 without answers.</summary>
    public static double Of(IReadOnlyCollection<(double Confidence, bool Right)> answers) =>
        100 * answers.GroupBy(a => (int)Math.Min(Bins - 1, a.Confidence * Bins))
            .Sum(bin => Math.Abs(bin.Sum(a => a.Confidence) - bin.Count(a => a.Right))) / Math.Max(1, answers.Count);
}
