using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Settings of the maximum entropy trainer.</summary>
/// <param name="L1">Weight of the L1 penalty; makes weights zero and the model small.</param>
/// <param name="L2">Weight of the L2 penalty.</param>
/// <param name="Iterations">Most passes over the data.</param>
/// <param name="MinimumCount">Features in fewer examples are left out.</param>
internal sealed record LinearTrainerOptions(float L1 = 0.1f, float L2 = 0.1f, int Iterations = 80, int MinimumCount = 2);

/// <summary>Trains every linear model of TextInsights with ML.NET: multinomial logistic regression by L-BFGS over hashed features.</summary>
internal static class LinearModelTrainer
{
    /// <summary>Trains; the same examples in the same order give the same weights.</summary>
    public static ITransformer Train(
        MLContext ml, IReadOnlyList<LinearExample> examples, int slotCount, ImmutableArray<string> labels, LinearTrainerOptions options)
    {
        IDataView data = ToDataView(ml, Prune(examples, slotCount, options.MinimumCount), slotCount, labels.Length);
        return ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = options.L1,
            L2Regularization = options.L2,
            MaximumNumberOfIterations = options.Iterations,
            HistorySize = 10,
            NumberOfThreads = 1, // more threads sum in another order and give other weights
        }).Fit(data);
    }

    /// <summary>Trains a model and writes its folder: the ML.NET zip and the manifest.</summary>
    /// <param name="run">Where to.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="schema">Id of the feature extractor.</param>
    /// <param name="examples">What to learn from.</param>
    /// <param name="bits">The features are hashed into 2^bits slots.</param>
    /// <param name="labels">Class names.</param>
    /// <param name="options">Settings of the trainer.</param>
    /// <param name="corpora">Where the examples come from.</param>
    /// <param name="measures">Figures for the manifest; null for none.</param>
    public static void TrainAndWrite(
        TrainingRun run,
        string model,
        string schema,
        IReadOnlyList<LinearExample> examples,
        int bits,
        ImmutableArray<string> labels,
        LinearTrainerOptions options,
        ImmutableArray<ModelCorpus> corpora,
        ImmutableSortedDictionary<string, double>? measures = null)
    {
        var ml = new MLContext(TrainingRun.Seed);
        ITransformer trained = Train(ml, examples, 1 << bits, labels, options);
        byte[] zip = ModelWriter.ToZip(ml, trained, ToDataView(ml, examples, 1 << bits, labels.Length).Schema);
        ModelWriter.Write(run.Output, model, new Dictionary<string, byte[]> { ["model.zip"] = zip }, new ModelManifest(
            schema, labels, [], TrainingRun.Seed, ModelWriter.Versions, corpora, measures ?? ImmutableSortedDictionary<string, double>.Empty));
    }

    /// <summary>The examples as ML.NET sees them: a key column Label and a sparse vector column Features.</summary>
    public static IDataView ToDataView(MLContext ml, IEnumerable<LinearExample> examples, int slotCount, int labelCount)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, slotCount);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), labelCount);
        return ml.Data.LoadFromEnumerable(
            examples.Select(e => new Row { Label = e.Label, Features = new VBuffer<float>(slotCount, e.Indices.Length, e.Values, e.Indices) }), schema);
    }

    private static IReadOnlyList<LinearExample> Prune(IReadOnlyList<LinearExample> examples, int slotCount, int minimumCount)
    {
        int[] counts = new int[slotCount];
        foreach (LinearExample example in examples)
        {
            foreach (int index in example.Indices)
            {
                counts[index]++;
            }
        }

        return [.. examples.Select(e => new LinearExample(
            [.. e.Indices.Where(i => counts[i] >= minimumCount)],
            [.. e.Values.Where((_, k) => counts[e.Indices[k]] >= minimumCount)],
            e.Label))];
    }

    private sealed class Row
    {
        public uint Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
