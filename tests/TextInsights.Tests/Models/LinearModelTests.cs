using Microsoft.ML;
using TextInsights.Models;
using TextInsights.Training;

namespace TextInsights.Tests.Models;

public class LinearModelTests
{
    [Fact]
    public void Compiled_probabilities_equal_those_of_the_transformer()
    {
        var ml = new MLContext(seed: 1);
        ITransformer transformer = SmallModel.Train(ml);
        LinearModel original = LinearModel.FromTransformer(transformer, SmallModel.Labels);
        LinearModel compiled = CompiledWeights.Read("small", CompiledWeights.ToBytes(original), SmallModel.Labels);
        IDataView scored = transformer.Transform(LinearModelTrainer.ToDataView(ml, SmallModel.Examples, 1 << SmallModel.Bits, 3));
        float[][] expected = [.. ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).Select(row => row.Score)];
        float[] probabilities = new float[3];
        for (int i = 0; i < expected.Length; i++)
        {
            compiled.Probabilities(SmallModel.BufferOf(SmallModel.Examples[i]), probabilities);
            for (int label = 0; label < 3; label++)
            {
                probabilities[label].Should().BeApproximately(expected[i][label], 1e-6f, $"example {i}, class {label}");
            }
        }
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        string[] folders = [Directory.CreateTempSubdirectory("model-").FullName, Directory.CreateTempSubdirectory("model-").FullName];
        Array.ForEach(folders, SmallModel.Write);
        byte[][] zips = [.. folders.Select(f => File.ReadAllBytes(Path.Combine(f, "small", "model.zip")))];
        Array.ForEach(folders, f => Directory.Delete(f, recursive: true));
        zips[0].Should().Equal(zips[1]);
    }

    [Fact]
    public void Huge_scores_stay_probabilities()
    {
        LinearModel compiled = LinearModel.FromTransformer(SmallModel.Train(new MLContext(seed: 1)), SmallModel.Labels);
        LinearExample example = SmallModel.Examples[0];
        float[] probabilities = new float[3];
        compiled.Probabilities(SmallModel.BufferOf(example with { Values = [.. example.Values.Select(v => v * 10_000)] }), probabilities);
        probabilities.Sum().Should().BeApproximately(1, 1e-5f);
    }

    private sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}
