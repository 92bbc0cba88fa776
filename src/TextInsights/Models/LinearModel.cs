using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using TextInsights.Features;

namespace TextInsights.Models;

/// <summary>
/// The weights of an ML.NET maximum entropy model, packed for speed: only features with a weight keep a row,
/// a row holds one weight per class. Scores equal those of <see cref="ITransformer.Transform"/> to float precision.
/// </summary>
internal sealed class LinearModel
{
    private const int Lanes = 8; // classes that are summed up at once

    private readonly float[] _weights; // and room behind the last row and the last bias for a vector that begins there
    private readonly float[] _biases;

    /// <summary>Makes a model of its weights.</summary>
    /// <param name="labels">Class names.</param>
    /// <param name="rows">Which features have a row.</param>
    /// <param name="weights">Rows of one weight per class, without row 0.</param>
    /// <param name="biases">One per class.</param>
    public LinearModel(ImmutableArray<string> labels, SlotRows rows, float[] weights, float[] biases)
    {
        Labels = labels;
        Rows = rows;
        _weights = weights;
        _biases = biases;
        Array.Resize(ref _weights, weights.Length + Lanes);
        Array.Resize(ref _biases, biases.Length + Lanes);
    }

    /// <summary>Class names in the order of the scores.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Which features have a row of weights.</summary>
    public SlotRows Rows { get; }

    /// <summary>Rows of one weight per class, row 1 first.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Rows.Count * Labels.Length);

    /// <summary>What each class scores without any feature.</summary>
    public ReadOnlySpan<float> Biases => _biases.AsSpan(0, Labels.Length);

    /// <summary>Loads the weights of a model's <c>model.zip</c> and checks its manifest.</summary>
    public static LinearModel Load(ModelFolder folder, string model, string expectedSchema)
    {
        ModelManifest manifest = folder.ReadManifest(model, expectedSchema);
        return Load(folder, model, manifest, "model.zip", manifest.Labels);
    }

    /// <summary>Loads a model that must have the given classes.</summary>
    public static LinearModel Load(ModelFolder folder, string model, string expectedSchema, ImmutableArray<string> labels)
    {
        LinearModel loaded = Load(folder, model, expectedSchema);
        return loaded.Labels.SequenceEqual(labels)
            ? loaded
            : throw new ModelException($"{model}/manifest.json", $"classes {string.Join(", ", labels)} expected, {string.Join(", ", loaded.Labels)} found.");
    }

    /// <summary>Loads one of several classifiers that share a folder.</summary>
    public static LinearModel Load(ModelFolder folder, string model, ModelManifest manifest, string file, ImmutableArray<string> labels)
    {
        string compiled = CompiledName(file);
        return CompiledWeights.Read($"{model}/{compiled}", folder.ReadFile(model, manifest, compiled), labels);
    }

    /// <summary>Name of the file beside an ML.NET zip that holds its weights in the form of this class.</summary>
    public static string CompiledName(string zip) => Path.ChangeExtension(zip, ".weights");

    /// <summary>Reads the weights out of an ML.NET transformer.</summary>
    public static LinearModel FromTransformer(ITransformer transformer, ImmutableArray<string> labels)
    {
        MaximumEntropyModelParameters parameters = ParametersOf(transformer);
        VBuffer<float>[] columns = [];
        parameters.GetWeights(ref columns, out int classes);
        if (classes != labels.Length)
        {
            throw new InvalidDataException($"{classes} classes found");
        }

        ulong[] used = new ulong[columns[0].Length / SlotRows.Word];
        foreach (VBuffer<float> column in columns)
        {
            Mark(column, used);
        }

        var rows = new SlotRows(used);
        float[] weights = new float[rows.Count * classes];
        for (int label = 0; label < classes; label++)
        {
            CopyWeights(columns[label], rows, weights.AsSpan(label), classes);
        }

        return new LinearModel(labels, rows, weights, [.. parameters.GetBiases()]);
    }

    /// <summary>Number of classes of an ML.NET transformer.</summary>
    public static int ClassCountOf(ITransformer transformer) => ParametersOf(transformer).GetBiases().Count();

    private static MaximumEntropyModelParameters ParametersOf(ITransformer transformer) =>
        (((transformer as IEnumerable<ITransformer>)?.Last() ?? transformer) as MulticlassPredictionTransformer<MaximumEntropyModelParameters>)?.Model
        ?? throw new InvalidDataException("the last step of the pipeline is no maximum entropy classifier");

    // Gives a row to every feature that has a weight. Spans, not Items(): that enumerator takes longer than reading the file.
    private static void Mark(in VBuffer<float> column, ulong[] used)
    {
        ReadOnlySpan<float> values = column.GetValues();
        ReadOnlySpan<int> indices = column.GetIndices();
        for (int i = 0; i < values.Length; i++)
        {
            int feature = column.IsDense ? i : indices[i];
            if (values[i] != 0)
            {
                used[feature / SlotRows.Word] |= 1UL << (feature % SlotRows.Word);
            }
        }
    }

    private static void CopyWeights(in VBuffer<float> column, SlotRows rows, Span<float> weights, int classes)
    {
        ReadOnlySpan<float> values = column.GetValues();
        ReadOnlySpan<int> indices = column.GetIndices();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
            {
                weights[(rows.Of((uint)(column.IsDense ? i : indices[i])) - 1) * classes] = values[i];
            }
        }
    }

    /// <summary>The classes as values of an enum.</summary>
    /// <exception cref="ModelException">A class is none, or comes twice.</exception>
    public ImmutableArray<T> LabelsAs<T>(string model)
        where T : struct, Enum
    {
        ImmutableArray<T> values = [.. Labels.Select(label => Enum.GetNames<T>().Contains(label, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(label, ignoreCase: true)
            : throw new ModelException($"{model}/manifest.json", $"class '{label}' is unknown."))];
        return values.Distinct().Count() == values.Length ? values : throw new ModelException($"{model}/manifest.json", "a class comes twice.");
    }

    /// <summary>Writes the linear score of each class (before softmax).</summary>
    public void Score(FeatureBuffer features, Span<float> scores)
    {
        features.Locate(Rows, Labels.Length, out ReadOnlySpan<int> rows, out ReadOnlySpan<float> values);
        int first = 0;
        for (; scores.Length - first > 2 * Lanes; first += 3 * Lanes)
        {
            // Three vectors at once: the rows of many classes are long, and finding them takes longer than adding them up.
            Vector256<float> sum = Bias(first), second = Bias(first + Lanes), third = Bias(first + (2 * Lanes));
            for (int i = 0; i < rows.Length; i++)
            {
                ReadOnlySpan<float> row = _weights.AsSpan(rows[i] + first, 3 * Lanes);
                sum += Vector256.Create(row) * values[i];
                second += Vector256.Create(row[Lanes..]) * values[i];
                third += Vector256.Create(row[(2 * Lanes)..]) * values[i];
            }

            Copy(sum, scores[first..]);
            Copy(second, scores[(first + Lanes)..]);
            Copy(third, scores[(first + (2 * Lanes))..]);
        }

        for (; first < scores.Length; first += Lanes)
        {
            // The sums stay in a register. A lane is a class: its summands come in the same order however wide the machine's vectors are.
            Vector256<float> sum = Bias(first);
            for (int i = 0; i < rows.Length; i++)
            {
                sum += Vector256.Create<float>(_weights.AsSpan(rows[i] + first, Lanes)) * values[i];
            }

            Copy(sum, scores[first..]);
        }
    }

    private Vector256<float> Bias(int first) => Vector256.Create<float>(_biases.AsSpan(first, Lanes));

    // Lanes behind the last class hold what nobody asked for.
    private static void Copy(Vector256<float> sum, Span<float> scores)
    {
        for (int lane = 0; lane < Math.Min(Lanes, scores.Length); lane++)
        {
            scores[lane] = sum[lane];
        }
    }

    /// <summary>Writes the probability of each class.</summary>
    public void Probabilities(FeatureBuffer features, Span<float> probabilities)
    {
        Score(features, probabilities);
        ToProbabilities(probabilities);
    }

    /// <summary>Turns scores into probabilities, in place. Every soft maximum of TextInsights is this one.</summary>
    public static void ToProbabilities(Span<float> scores)
    {
        // Without the shift a score above 88 overflows, and every probability with it.
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        TensorPrimitives.Exp(scores, scores);
        float sum = 0;
        foreach (float score in scores)
        {
            sum += score; // in this order on every machine: a vector sum depends on the vector's width
        }

        TensorPrimitives.Divide(scores, sum, scores);
    }
}
