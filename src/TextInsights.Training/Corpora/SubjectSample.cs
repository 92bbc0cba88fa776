using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>A text with its amounts and whom each of them is about: what <see cref="SubjectTrainer"/> learns from.</summary>
internal sealed record SubjectSample(
    SegmentedText Text,
    ImmutableArray<Entity> Entities,
    ImmutableArray<EntityReference> References,
    ImmutableArray<MonetaryAmount> Amounts,
    ImmutableArray<int> Subjects)
{
    /// <summary>The documents whose names and subjects are annotated.</summary>
    public static ImmutableArray<SubjectSample> Of(IEnumerable<AnnotatedDocument> documents) =>
        [.. documents.Where(d => d.Mentions is { Length: > 0 } && d.Amounts is { Length: > 0 } amounts && amounts.Any(a => a.SubjectAnnotated)).Select(From)];

    private static SubjectSample From(AnnotatedDocument document)
    {
        SegmentedText text = GoldStages.Segment(document);
        ImmutableArray<Entity> entities = GoldStages.Entities(document);
        ImmutableArray<MonetaryAmount> amounts = GoldStages.Amounts(document, entities);
        return new SubjectSample(text, entities, ReferenceResolver.Resolve(text, entities), amounts, [.. amounts.Select(a => a.Subject ?? SubjectFeatures.Nobody)]);
    }
}
