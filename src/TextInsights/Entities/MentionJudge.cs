using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>
/// Looks at every proposed name again, now that all of the text is known: what the same name is elsewhere, how sure the chain
/// was. Gives each its type and a calibrated probability, and drops those that more likely are none.
/// </summary>
internal static class MentionJudge
{
    /// <summary>The classes: no name (or not within these bounds), then the types of <see cref="EntityType"/> in order.</summary>
    public static ImmutableArray<string> Labels { get; } = ["none", "person", "organization", "location", "miscellaneous"];

    // Both chosen by F1 on dev: a name lost costs more than a false one, and the chain's type needs a clear reason to change.
    private const float DropProbability = 0.75f;
    private const float RetypeFactor = 3;

    // In single sentences the judge has little to go by: what the chain is sure of stays.
    private const double SureProposal = 0.8;

    // The judge is too sure of itself on texts of other kinds than those it learned from; calibrated on dev.
    private const double Temperature = 1.25;

    public static ImmutableArray<RecognizedMention> Judge(
        LinearModel model, SegmentedText text, DocumentAtoms atoms, ImmutableArray<RecognizedMention> proposed)
    {
        if (proposed.IsEmpty)
        {
            return proposed;
        }

        var features = new MentionFeatures(text, atoms, proposed);
        var buffer = new FeatureBuffer(MentionFeatures.SlotBits);
        Span<float> probabilities = stackalloc float[Labels.Length];
        var mentions = ImmutableArray.CreateBuilder<RecognizedMention>(proposed.Length);
        for (int m = 0; m < proposed.Length; m++)
        {
            features.Fill(m, buffer);
            model.Probabilities(buffer, probabilities);
            int best = 1 + (int)proposed[m].Type;
            float kept = probabilities[best] * RetypeFactor;
            for (int label = 1; label < probabilities.Length; label++)
            {
                if (probabilities[label] > kept)
                {
                    kept = probabilities[label];
                    best = label;
                }
            }

            if (probabilities[0] <= DropProbability || proposed[m].Confidence >= SureProposal)
            {
                mentions.Add(proposed[m] with { Type = (EntityType)(best - 1), Confidence = Math.Round(Soften(probabilities[best]), 4) });
            }
        }

        return mentions.DrainToImmutable();
    }

    private static double Soften(double probability)
    {
        double yes = Math.Pow(probability, 1 / Temperature), no = Math.Pow(1 - probability, 1 / Temperature);
        return yes / (yes + no);
    }
}
