using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Trains the model that tells the status of a valuation.</summary>
internal static class ValuationTrainer
{
    private static readonly LinearTrainerOptions Options = new(L1: 0, L2: 3, Iterations: 60);

    private static readonly ImmutableArray<string> Labels = [.. Enum.GetNames<ValuationStatus>().Select(name => name.ToLowerInvariant())];

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        run.Step("valuations: training");
        LinearTrainerOptions options = Options with { Iterations = run.Iterations(Options.Iterations) };
        LinearModelTrainer.TrainAndWrite(run, ValuationExtractor.ModelName, ValuationFeatures.Schema, Examples(data.Documents), ValuationFeatures.Bits, Labels, options, [data.ToManifest()]);
    }

    /// <summary>An extractor learned from documents, without a file.</summary>
    public static ValuationExtractor Fit(IEnumerable<AnnotatedDocument> documents) =>
        new(LinearModel.FromTransformer(LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), Examples(documents), 1 << ValuationFeatures.Bits, Labels, Options), Labels));

    private static List<LinearExample> Examples(IEnumerable<AnnotatedDocument> documents)
    {
        var examples = new List<LinearExample>();
        var features = new FeatureBuffer(ValuationFeatures.Bits);
        foreach (AnnotatedDocument document in documents.Concat(ValuationSentences.Read()).Where(d => d.Valuations is { Length: > 0 } && d.Amounts is not null))
        {
            SegmentedText text = GoldStages.Segment(document);
            var context = new ValuationContext(text, GoldStages.Amounts(document, GoldStages.Entities(document)));
            foreach (GoldValuation valuation in document.Valuations!.Value)
            {
                context.MoveTo(valuation.Amount);
                ValuationFeatures.Extract(context, features);
                examples.Add(LinearExample.From(features, (uint)valuation.Status));
            }
        }

        return examples;
    }
}
