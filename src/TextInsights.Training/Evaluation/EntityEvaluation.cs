using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Measures of names: span and type must be exact. Predictions over ignored spans and of types that the annotation does not know are left out.</summary>
/// <param name="All">All types together.</param>
/// <param name="Location">Locations; null if there are none.</param>
/// <param name="Miscellaneous">Miscellaneous; null if there are none.</param>
/// <param name="Organization">Organisations; null if there are none.</param>
/// <param name="Person">Persons; null if there are none.</param>
public sealed record EntityMeasures(
    PrecisionRecall All,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PrecisionRecall? Location,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PrecisionRecall? Miscellaneous,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PrecisionRecall? Organization,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PrecisionRecall? Person);

internal static class EntityEvaluation
{
    public static EntityMeasures? Measure(ImmutableArray<ScoredDocument> documents)
    {
        if (documents.All(d => d.Gold.Mentions is null))
        {
            return null;
        }

        PrecisionRecall? Of(EntityType type) => Count(documents, type) is { Gold: > 0 } measured ? measured : null;
        PrecisionRecall? location = Of(EntityType.Location), miscellaneous = Of(EntityType.Miscellaneous);
        PrecisionRecall? organization = Of(EntityType.Organization), person = Of(EntityType.Person);
        PrecisionRecall all = (location ?? default) + (miscellaneous ?? default) + (organization ?? default) + (person ?? default);
        return new EntityMeasures(all, location, miscellaneous, organization, person);
    }

    private static PrecisionRecall Count(ImmutableArray<ScoredDocument> documents, EntityType type)
    {
        PrecisionRecall total = default;
        foreach (ScoredDocument document in documents.Where(d => d.Gold.Mentions is not null))
        {
            var gold = document.Gold.Mentions!.Value.Where(m => m.Type == type).Select(m => new TextSpan(m.Start, m.End)).ToHashSet();
            TextSpan[] ignored = [.. (document.Gold.Ignored ?? []).Select(i => new TextSpan(i.Start, i.End))];
            var predicted = document.Entities.Where(e => e.Type == type).SelectMany(e => e.Mentions).Select(m => m.Span)
                .Where(s => gold.Contains(s) || !ignored.Any(i => i.Overlaps(s))).ToHashSet();
            total += new PrecisionRecall(predicted.Count(gold.Contains), predicted.Count, gold.Count);
        }

        return total;
    }
}
