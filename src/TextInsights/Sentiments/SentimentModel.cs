using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Sentiments;

/// <summary>A linear model with its calibration. The first three classes are neutral, positive, negative; a fourth means that no judgement is due.</summary>
internal sealed class SentimentModel(LinearModel weights, Calibration calibration)
{
    private const int None = 3;

    public static SentimentModel Load(ModelFolder models, string model, string schema) =>
        new(LinearModel.Load(models, model, schema), Calibration.Load(models, model, schema));

    /// <summary>Probabilities of the three classes; null if no judgement is due.</summary>
    public PolarityProbabilities? TryClassify(FeatureBuffer features)
    {
        Span<float> probabilities = stackalloc float[weights.Labels.Length];
        weights.Score(features, probabilities);
        calibration.Apply(probabilities);
        int label = calibration.Choose(probabilities);
        return label == None ? null : new PolarityProbabilities(probabilities[0], probabilities[1], probabilities[2], (SentimentLabel)label);
    }

    /// <summary>Probabilities of the classes of a model that has only the three.</summary>
    public PolarityProbabilities Classify(FeatureBuffer features) => TryClassify(features)!.Value;
}
