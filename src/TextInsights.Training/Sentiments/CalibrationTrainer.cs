using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Fits the temperature and the label weights of a model on the scores of examples that it did not learn from.</summary>
internal static class CalibrationTrainer
{
    /// <summary>The temperature with the highest likelihood and the weights with the highest macro-F1.</summary>
    /// <param name="scores">Scores per example.</param>
    /// <param name="labels">The right class per example.</param>
    /// <param name="groups">Where each example comes from; the label weights do their best for the mean over all.</param>
    public static Calibration Fit(IReadOnlyList<float[]> scores, IReadOnlyList<uint> labels, IReadOnlyList<string> groups)
    {
        float[] even = [.. Enumerable.Repeat(1f, scores[0].Length)];
        Calibration best = new(1, even);
        double bestLoss = double.MaxValue;
        for (float temperature = 0.4f; temperature < 4; temperature *= 1.05f)
        {
            var calibration = new Calibration(temperature, even);
            double loss = Loss(calibration, scores, labels);
            (best, bestLoss) = loss < bestLoss ? (calibration, loss) : (best, bestLoss);
        }

        return FitWeights(best, scores, labels, groups);
    }

    // Two rounds of a coarse search, one weight at a time: few choices, so that they hold for other texts.
    private static Calibration FitWeights(Calibration calibration, IReadOnlyList<float[]> scores, IReadOnlyList<uint> labels, IReadOnlyList<string> groups)
    {
        Calibration best = calibration;
        double bestMeasure = Measure(best, scores, labels, groups);
        for (int round = 0; round < 2; round++)
        {
            for (int label = 0; label < calibration.Weights.Length; label++)
            {
                foreach (float weight in (ReadOnlySpan<float>)[0.5f, 0.6f, 0.7f, 0.85f, 1f, 1.2f, 1.4f, 1.7f, 2f])
                {
                    float[] weights = [.. best.Weights];
                    weights[label] = weight;
                    Calibration candidate = best with { Weights = weights };
                    double measure = Measure(candidate, scores, labels, groups);
                    (best, bestMeasure) = measure > bestMeasure + 0.1 ? (candidate, measure) : (best, bestMeasure);
                }
            }
        }

        return best;
    }

    private static double Measure(Calibration calibration, IReadOnlyList<float[]> scores, IReadOnlyList<uint> labels, IReadOnlyList<string> groups)
    {
        var pairs = new (string Group, SentimentLabel? Gold, SentimentLabel? Predicted)[scores.Count];
        for (int i = 0; i < scores.Count; i++)
        {
            float[] probabilities = [.. scores[i]];
            calibration.Apply(probabilities);
            int chosen = calibration.Choose(probabilities);
            pairs[i] = (groups[i], labels[i] == 3 ? null : (SentimentLabel)labels[i], chosen == 3 ? null : (SentimentLabel)chosen);
        }

        return pairs.GroupBy(p => p.Group).Average(g => SentimentMeasure.MacroF1([.. g.Select(p => (p.Gold, p.Predicted))]));
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
