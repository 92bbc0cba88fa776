using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Sentiments;

/// <summary>A linear model with its calibration. The first three classes are neutral, positive, negative.</summary>
internal sealed class SentimentModel(LinearModel weights, Calibration calibration)
{
    public static SentimentModel Load(ModelFolder models, string model, string schema) =>
        new(LinearModel.Load(models, model, schema), Calibration.Load(models, model, schema));

    /// <summary>Probabilities of the classes of a model that has only the three.</summary>
    public PolarityProbabilities Classify(FeatureBuffer features)
    {
        Span<float> scores = stackalloc float[3];
        Classify(features, scores);
        return new PolarityProbabilities(scores[0], scores[1], scores[2]);
    }

    /// <summary>Writes the probabilities of the classes.</summary>
    public void Classify(FeatureBuffer features, Span<float> probabilities)
    {
        weights.Score(features, probabilities);
        calibration.Apply(probabilities);
    }
}
