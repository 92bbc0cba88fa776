using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Sentiments;

/// <summary>A linear model with its calibration. The first three classes are neutral, positive, negative; a fourth means that no judgement is due.</summary>
internal sealed class SentimentModel(LinearModel weights, Calibration calibration)
{
    private const int None = 3;

    private static readonly ImmutableArray<string> Labels = ["neutral", "positive", "negative", "mentioned"];

    /// <summary>Loads a model with its calibration.</summary>
    /// <param name="models">Where from.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="schema">Id of the features that it must be made for.</param>
    /// <param name="mayBeNone">Whether it has the fourth class.</param>
    public static SentimentModel Load(ModelFolder models, string model, string schema, bool mayBeNone = false) =>
        new(LinearModel.Load(models, model, schema, mayBeNone ? Labels : Labels[..None]), Calibration.Load(models, model, schema));

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
