using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Decides which organisation each amount is about.</summary>
internal sealed class SubjectResolver(LinearModel model)
{
    /// <summary>Name of the model's folder.</summary>
    public const string ModelName = "subjects";

    private const double GrammarWeight = 0.5; // of the judgement of grammar beside the model's
    private const double GrammarWeightForWorth = 1.5; // whose worth a sentence tells is mostly said in it
    private const float LeastProbability = 0.3f; // below it, the amount is about none
    private const float LeastForWorth = 0.1f; // worth is always some company's

    public static SubjectResolver Load(ModelFolder models) => new(LinearModel.Load(models, ModelName, SubjectFeatures.Schema));

    /// <summary>The amounts with their subjects.</summary>
    public ImmutableArray<MonetaryAmount> Resolve(
        SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        if (references.IsEmpty || amounts.IsEmpty)
        {
            return amounts;
        }

        var context = new SubjectContext(text, entities, references, amounts);
        var features = new FeatureBuffer(SubjectFeatures.Bits);
        var candidates = new List<int>();
        var scores = new List<double>();
        var resolved = ImmutableArray.CreateBuilder<MonetaryAmount>(amounts.Length);
        Span<float> probabilities = stackalloc float[2];
        int? previous = null;
        for (int i = 0; i < amounts.Length; i++)
        {
            context.Candidates(i, candidates, scores);
            bool isWorth = amounts[i].Role is AmountRole.Valuation or AmountRole.MarketCap;
            int? best = null;
            double bestScore = double.MinValue;
            float bestProbability = 0;
            for (int rank = 0; rank < candidates.Count; rank++)
            {
                SubjectFeatures.Extract(context, i, candidates[rank], rank, CollectionsMarshal.AsSpan(scores), previous, features);
                model.Probabilities(features, probabilities);
                double score = Math.Log(probabilities[1] / Math.Max(probabilities[0], 1e-6f)) + ((isWorth ? GrammarWeightForWorth : GrammarWeight) * scores[rank]);
                if (score > bestScore)
                {
                    (best, bestScore, bestProbability) = (candidates[rank], score, probabilities[1]);
                }
            }

            float least = isWorth ? LeastForWorth : LeastProbability;
            best = bestProbability >= least ? best : null;
            resolved.Add(amounts[i] with { Subject = best });
            previous = best;
        }

        return resolved.MoveToImmutable();
    }
}
