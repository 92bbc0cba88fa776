using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Decides which entity each amount is about.</summary>
internal sealed class SubjectResolver(LinearModel model)
{
    /// <summary>Name of the model's folder.</summary>
    public const string ModelName = "subjects";

    private const float WorthOfNobody = -2; // worth is always some company's

    public static SubjectResolver Load(ModelFolder models) => new(LinearModel.Load(models, ModelName, SubjectFeatures.Schema));

    /// <summary>The amounts with their subjects; each subject helps to tell the next.</summary>
    public ImmutableArray<MonetaryAmount> Resolve(
        SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        if (entities.IsEmpty || amounts.IsEmpty)
        {
            return amounts;
        }

        var scene = new SubjectScene(new SubjectContext(text, entities, references, amounts));
        var features = new FeatureBuffer(SubjectFeatures.Bits);
        var resolved = ImmutableArray.CreateBuilder<MonetaryAmount>(amounts.Length);
        Span<float> scores = stackalloc float[2];
        for (int i = 0; i < amounts.Length; i++)
        {
            scene.MoveTo(i);
            bool isWorth = scene.Role is AmountRole.Valuation or AmountRole.MarketCap;
            int best = SubjectFeatures.Nobody;
            float bestScore = float.MinValue;
            for (int rank = 0; rank < scene.Candidates.Count; rank++)
            {
                SubjectFeatures.Extract(scene, rank, features);
                model.Score(features, scores);
                float score = scores[1] - scores[0] + (isWorth && scene.Candidates[rank] == SubjectFeatures.Nobody ? WorthOfNobody : 0);
                if (score > bestScore)
                {
                    (best, bestScore) = (scene.Candidates[rank], score);
                }
            }

            scene.Subjects.Add(best);
            resolved.Add(amounts[i] with { Subject = best == SubjectFeatures.Nobody ? null : best });
        }

        return resolved.MoveToImmutable();
    }
}
