using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Training;

namespace TextInsights.Tests.Models;

/// <summary>A maximum entropy model of three classes, trained in milliseconds on made-up features.</summary>
internal static class SmallModel
{
    public const int Bits = 10;

    public const string Schema = "small-1";

    public static readonly ImmutableArray<string> Labels = ["red", "green", "blue"];

    public static readonly ImmutableArray<LinearExample> Examples = MakeExamples();

    public static ITransformer Train(MLContext ml) =>
        LinearModelTrainer.Train(ml, Examples, 1 << Bits, Labels, new LinearTrainerOptions(L1: 0.01f, L2: 0.01f, Iterations: 20, MinimumCount: 1));

    /// <summary>Writes the model into <c>folder/small</c>.</summary>
    public static void Write(string folder)
    {
        var ml = new MLContext(seed: 1);
        IDataView data = LinearModelTrainer.ToDataView(ml, Examples, 1 << Bits, Labels.Length);
        byte[] zip = ModelWriter.ToZip(ml, Train(ml), data.Schema);
        ModelWriter.Write(folder, "small", new Dictionary<string, byte[]> { ["model.zip"] = zip },
            new ModelManifest(Schema, Labels, [], 1, ModelWriter.Versions, [], ImmutableSortedDictionary<string, double>.Empty));
    }

    public static FeatureBuffer BufferOf(LinearExample example)
    {
        var buffer = new FeatureBuffer(Bits);
        for (int i = 0; i < example.Indices.Length; i++)
        {
            buffer.Add((uint)example.Indices[i] << (32 - Bits), example.Values[i]);
        }

        return buffer;
    }

    private static ImmutableArray<LinearExample> MakeExamples()
    {
        var random = new Random(7);
        var examples = ImmutableArray.CreateBuilder<LinearExample>();
        for (int i = 0; i < 300; i++)
        {
            uint label = (uint)random.Next(3);
            var buffer = new FeatureBuffer(Bits);
            buffer.Add(FeatureHash.Of($"sure:{label}"), random.NextSingle());
            for (int k = 0; k < 8; k++)
            {
                buffer.Add(FeatureHash.Of($"noise:{random.Next(400)}"), 1);
            }

            examples.Add(LinearExample.From(buffer, label));
        }

        return examples.ToImmutable();
    }
}
