using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>
/// Decides which entity each amount is about, in two passes: a linear model goes from amount to amount; then a forest,
/// which sees what that found for all of them and who trades with whom, decides.
/// </summary>
/// <param name="model">Scores a candidate by the words around it.</param>
/// <param name="parties">Tells who is bought, sells and buys.</param>
/// <param name="forest">Decides; without one the first pass does.</param>
internal sealed class SubjectResolver(LinearModel model, LinearModel parties, DecisionForest? forest)
{
    /// <summary>Name of the model's folder.</summary>
    public const string ModelName = "subjects";

    /// <summary>Id of all its features; changes with any change of one.</summary>
    public const string Schema = "subjects-3";

    /// <summary>The files of its parts.</summary>
    public const string WordsFile = "words.zip";
    public const string PartiesFile = "parties.zip";
    public const string ForestFile = "forest.bin";

    /// <summary>Scores of the words: "no", "yes".</summary>
    public static readonly ImmutableArray<string> WordLabels = ["no", "yes"];

    private const float WorthOfNobody = -2; // worth is always some company's

    public static SubjectResolver Load(ModelFolder models)
    {
        ModelManifest manifest = models.ReadManifest(ModelName, Schema);
        return new SubjectResolver(
            LinearModel.Load(models, ModelName, manifest, WordsFile, WordLabels),
            LinearModel.Load(models, ModelName, manifest, PartiesFile, PartyProfile.Labels),
            DecisionForest.Load(models, ModelName, manifest, ForestFile, SubjectRow.Length));
    }

    /// <summary>The amounts with their subjects.</summary>
    public ImmutableArray<MonetaryAmount> Resolve(
        SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        if (entities.IsEmpty || amounts.IsEmpty)
        {
            return amounts;
        }

        var context = new SubjectContext(text, entities, references, amounts);
        SubjectDraft draft = Draft(context);
        var scene = new SubjectScene(context);
        var resolved = ImmutableArray.CreateBuilder<MonetaryAmount>(amounts.Length);
        for (int i = 0; i < amounts.Length; i++)
        {
            scene.MoveTo(i);
            int subject = forest is null ? draft.SubjectOf(i) : Decide(scene, draft, forest);
            scene.Subjects.Add(draft.SubjectOf(i));
            resolved.Add(amounts[i] with { Subject = subject == SubjectFeatures.Nobody ? null : subject });
        }

        return resolved.MoveToImmutable();
    }

    /// <summary>The first pass: each subject helps to tell the next.</summary>
    public SubjectDraft Draft(SubjectContext context)
    {
        var draft = new SubjectDraft(context, new PartyProfile(context, parties));
        var scene = new SubjectScene(context);
        var features = new FeatureBuffer(SubjectFeatures.Bits);
        Span<float> both = stackalloc float[WordLabels.Length];
        Span<float> scores = stackalloc float[SubjectContext.MostCandidates + SubjectContext.MostFrequent + 1];
        for (int i = 0; i < context.Amounts.Length; i++)
        {
            scene.MoveTo(i);
            for (int rank = 0; rank < scene.Candidates.Count; rank++)
            {
                SubjectFeatures.Extract(scene, rank, features);
                model.Score(features, both);
                scores[rank] = both[1] - both[0] + (IsWorth(scene.Role) && scene.Candidates[rank] == SubjectFeatures.Nobody ? WorthOfNobody : 0);
            }

            Span<float> used = scores[..scene.Candidates.Count];
            int best = scene.Candidates[System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(used)];
            scene.Subjects.Add(best);
            draft.Add(best, used);
        }

        return draft;
    }

    private static int Decide(SubjectScene scene, SubjectDraft draft, DecisionForest forest)
    {
        Span<byte> rows = stackalloc byte[SubjectRow.Length * scene.Candidates.Count];
        for (int rank = 0; rank < scene.Candidates.Count; rank++)
        {
            SubjectRow.Write(scene, draft, rank, rows.Slice(rank * SubjectRow.Length, SubjectRow.Length));
        }

        Span<float> scores = stackalloc float[scene.Candidates.Count];
        forest.Score(rows, scores);
        return scene.Candidates[System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(scores)];
    }

    private static bool IsWorth(AmountRole role) => role is AmountRole.Valuation or AmountRole.MarketCap;
}
