using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Fits the temperature of a model on the scores of examples that it did not learn from.</summary>
internal static class CalibrationTrainer
{
    /// <summary>The temperature with the highest likelihood.</summary>
    /// <param name="scores">Scores per example.</param>
    /// <param name="labels">The right class per example.</param>
    public static Calibration Fit(IReadOnlyList<float[]> scores, IReadOnlyList<uint> labels)
    {
        float[] none = new float[scores[0].Length];
        Calibration best = new(1, none);
        double bestLoss = double.MaxValue;
        for (float temperature = 0.4f; temperature < 4; temperature *= 1.05f)
        {
            var calibration = new Calibration(temperature, none);
            double loss = Loss(calibration, scores, labels);
            (best, bestLoss) = loss < bestLoss ? (calibration, loss) : (best, bestLoss);
        }

        return best;
    }

    private static double Loss(Calibration calibration, IReadOnlyList<float[]> scores, IReadOnlyList<uint> labels)
    {
        double loss = 0;
        for (int i = 0; i < scores.Count; i++)
        {
            float[] probabilities = [.. scores[i]];
            calibration.Apply(probabilities);
            loss -= Math.Log(Math.Max(probabilities[labels[i]], 1e-9));
        }

        return loss;
    }
}
