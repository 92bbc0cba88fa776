using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>
/// A linear model trained on all examples, and for each example the scores of a model that did not see its document:
/// later models and the calibration learn from those, as they would from a new text.
/// </summary>
/// <param name="Weights">The model of all examples.</param>
/// <param name="Zip">The same as ML.NET saves it.</param>
/// <param name="Folds">The models without a fold.</param>
internal sealed record CrossFitted(LinearModel Weights, byte[] Zip, ImmutableArray<LinearModel> Folds)
{
    public const int FoldCount = 5;

    /// <summary>The fold of a document: a hash of its name, so that neither order nor company matter.</summary>
    public static int FoldOf(string id) => (int)(FeatureHash.Of(id) % FoldCount);

    /// <summary>Trains one model a fold and one of all.</summary>
    public static CrossFitted Train(
        IReadOnlyList<(string Id, LinearExample Example)> examples, int bits, ImmutableArray<string> labels, LinearTrainerOptions options, CancellationToken cancellationToken)
    {
        var folds = ImmutableArray.CreateBuilder<LinearModel>();
        for (int fold = 0; fold < FoldCount; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            folds.Add(LinearModel.FromTransformer(Fit([.. examples.Where(e => FoldOf(e.Id) != fold).Select(e => e.Example)]), labels));
        }

        var ml = new MLContext(TrainingRun.Seed);
        LinearExample[] all = [.. examples.Select(e => e.Example)];
        ITransformer transformer = Fit(all);
        byte[] zip = ModelWriter.ToZip(ml, transformer, LinearModelTrainer.ToDataView(ml, all, 1 << bits, labels.Length).Schema);
        return new CrossFitted(LinearModel.FromTransformer(transformer, labels), zip, folds.ToImmutable());

        ITransformer Fit(IReadOnlyList<LinearExample> some) =>
            LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), some, 1 << bits, labels, options);
    }

    /// <summary>The model that did not see a document.</summary>
    public LinearModel Without(string id) => Folds[FoldOf(id)];

    /// <summary>Scores of an example by the model that did not see its document.</summary>
    public float[] ScoreWithout(string id, LinearExample example)
    {
        var buffer = new FeatureBuffer(int.Log2(Weights.Rows.SlotCount));
        example.CopyTo(buffer);
        float[] scores = new float[Weights.Labels.Length];
        Without(id).Score(buffer, scores);
        return scores;
    }
}
