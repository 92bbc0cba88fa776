using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.ML;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Trains the model that tells which organisation an amount is about.</summary>
internal static class SubjectTrainer
{
    private static readonly ImmutableArray<string> Labels = ["no", "yes"];

    private static readonly LinearTrainerOptions Options = new(L1: 0.02f, L2: 4, Iterations: 60);

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        run.Step("subjects: training");
        LinearTrainerOptions options = Options with { Iterations = run.Iterations(Options.Iterations) };
        LinearModelTrainer.TrainAndWrite(run, SubjectResolver.ModelName, SubjectFeatures.Schema, Examples(data.Documents), SubjectFeatures.Bits, Labels, options, [data.ToManifest()]);
    }

    /// <summary>A resolver learned from documents, without a file.</summary>
    public static SubjectResolver Fit(IEnumerable<AnnotatedDocument> documents) =>
        new(LinearModel.FromTransformer(LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), Examples(documents), 1 << SubjectFeatures.Bits, Labels, Options), Labels));

    private static List<LinearExample> Examples(IEnumerable<AnnotatedDocument> documents)
    {
        var examples = new List<LinearExample>();
        var features = new FeatureBuffer(SubjectFeatures.Bits);
        var candidates = new List<int>();
        var scores = new List<double>();
        foreach (AnnotatedDocument document in documents.Where(d => d.Mentions is not null && d.Amounts is not null))
        {
            SegmentedText text = GoldStages.Segment(document);
            ImmutableArray<Entity> entities = GoldStages.Entities(document);
            ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(text, entities);
            ImmutableArray<MonetaryAmount> amounts = GoldStages.Amounts(document, entities);
            bool annotated = document.Amounts!.Value.Any(a => a.Subject is not null);
            if (references.IsEmpty)
            {
                continue;
            }

            var context = new SubjectContext(text, entities, references, amounts);
            for (int i = 0; i < amounts.Length; i++)
            {
                // Where subjects are not annotated, valuations and deals still tell some.
                int? subject = annotated ? amounts[i].Subject : SubjectByRelation(document, entities, i);
                if (!annotated && subject is null)
                {
                    continue;
                }

                int? previous = i == 0 ? null : annotated ? amounts[i - 1].Subject : SubjectByRelation(document, entities, i - 1);
                context.Candidates(i, candidates, scores);
                for (int rank = 0; rank < candidates.Count; rank++)
                {
                    SubjectFeatures.Extract(context, i, candidates[rank], rank, CollectionsMarshal.AsSpan(scores), previous, features);
                    examples.Add(LinearExample.From(features, candidates[rank] == subject ? 1u : 0u));
                }
            }
        }

        return examples;
    }

    // A valuation tells whose worth the amount is, a deal what is bought or who raises the money.
    private static int? SubjectByRelation(AnnotatedDocument document, ImmutableArray<Entity> entities, int amount)
    {
        string? name = document.Valuations?.FirstOrDefault(v => v.Amount == amount)?.Company
            ?? document.Deals?.FirstOrDefault(d => d.Amount == amount && d.Targets.Length == 1
                && d.Kind is DealKind.Acquisition or DealKind.Stake or DealKind.Divestment or DealKind.FundingRound or DealKind.Ipo)?.Targets[0];
        return entities.FirstOrDefault(e => e.Name == name && e.Type == EntityType.Organization)?.Id;
    }
}
