using Microsoft.ML;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Learns from annotated deals who is bought, sells or buys, by all places where a text speaks of an entity.</summary>
internal static class PartyTrainer
{
    private static readonly LinearTrainerOptions Options = new(L1: 0.02f, L2: 8, Iterations: 60);

    /// <summary>Learns from the samples whose deals are annotated.</summary>
    public static ITransformer Fit(IEnumerable<SubjectSample> samples, int iterations)
    {
        var examples = new List<LinearExample>();
        var features = new FeatureBuffer(PartyFeatures.Bits);
        foreach (SubjectSample sample in samples.Where(s => !s.Parties.IsDefault))
        {
            SubjectContext context = sample.ToContext();
            for (int entity = 0; entity < sample.Parties.Length; entity++)
            {
                if (context.CountOf(entity) > 0)
                {
                    PartyFeatures.Extract(context, entity, features);
                    examples.Add(LinearExample.From(features, (uint)sample.Parties[entity]));
                }
            }
        }

        if (examples.Count == 0)
        {
            examples.Add(new LinearExample([0], [0], 0)); // no deals are annotated: everybody is a party as likely as any other
        }

        return LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), examples, 1 << PartyFeatures.Bits, PartyProfile.Labels,
            Options with { Iterations = Math.Min(Options.Iterations, iterations) });
    }

    /// <summary>The model as the analysis scores it.</summary>
    public static LinearModel ToModel(ITransformer transformer) => LinearModel.FromTransformer(transformer, PartyProfile.Labels);
}
