using System.Numerics.Tensors;
using System.Text.Json;
using System.Text.Json.Serialization;
using TextInsights.Models;

namespace TextInsights.Sentiments;

/// <summary>Makes a model's scores honest probabilities: they are divided by a temperature that was fitted on texts the model had not seen.</summary>
/// <param name="Temperature">Above 1 where the model is too sure of itself.</param>
/// <param name="Weights">What a class's probability is multiplied with before the label is chosen, so that a rare class is chosen as often as it should.</param>
internal sealed record Calibration(float Temperature, float[] Weights)
{
    public const string FileName = "calibration.json";

    private const float LeastTemperature = 0.01f, MostTemperature = 100, MostWeight = 100;

    public static Calibration Load(ModelFolder models, string model, string schema)
    {
        ModelManifest manifest = models.ReadManifest(model, schema);
        try
        {
            Calibration calibration = JsonSerializer.Deserialize(models.ReadFile(model, manifest, FileName), CalibrationJson.Default.Calibration) ?? throw new JsonException("null");
            return calibration.Temperature is >= LeastTemperature and <= MostTemperature && calibration.Weights?.Length == manifest.Labels.Length
                && calibration.Weights.All(weight => weight is >= 0 and <= MostWeight)
                ? calibration
                : throw new JsonException("a temperature between 0.01 and 100 and a weight per class up to 100 are expected");
        }
        catch (JsonException e)
        {
            throw new ModelException($"{model}/{FileName}", $"no calibration ({e.Message}).", e);
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CalibrationJson.Default.Calibration);

    /// <summary>Turns scores into probabilities, in place.</summary>
    public void Apply(Span<float> scores)
    {
        TensorPrimitives.Divide(scores, Temperature, scores);
        LinearModel.ToProbabilities(scores);
    }

    /// <summary>The class to choose.</summary>
    public int Choose(ReadOnlySpan<float> probabilities)
    {
        int best = 0;
        for (int i = 1; i < probabilities.Length; i++)
        {
            best = probabilities[i] * Weights[i] > probabilities[best] * Weights[best] ? i : best;
        }

        return best;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Calibration))]
internal sealed partial class CalibrationJson : JsonSerializerContext;
