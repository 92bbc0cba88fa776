using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>A text with its amounts and whom each of them is about: what <see cref="SubjectTrainer"/> learns from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Entities">Its annotated names.</param>
/// <param name="References">Where it speaks of them.</param>
/// <param name="Amounts">Its annotated amounts with their roles.</param>
/// <param name="Subjects">By amount: the entity that it is about, or nobody.</param>
/// <param name="Parties">By entity: its part in the annotated deals, an index of <see cref="PartyProfile.Labels"/>; default if no deals are annotated.</param>
internal sealed record SubjectSample(
    SegmentedText Text,
    ImmutableArray<Entity> Entities,
    ImmutableArray<EntityReference> References,
    ImmutableArray<MonetaryAmount> Amounts,
    ImmutableArray<int> Subjects,
    ImmutableArray<int> Parties)
{
    /// <summary>The documents whose names and subjects are annotated.</summary>
    public static ImmutableArray<SubjectSample> Of(IEnumerable<AnnotatedDocument> documents) =>
        [.. documents.Where(d => d.Mentions is { Length: > 0 } && d.Amounts is { Length: > 0 } amounts && amounts.Any(a => a.SubjectAnnotated)).Select(d => From(d))];

    /// <summary>What the features read of the text.</summary>
    public SubjectContext ToContext() => new(Text, Entities, References, Amounts);

    /// <summary>A document whose names are annotated; guesses among the references are for deals, which weigh them all.</summary>
    public static SubjectSample From(AnnotatedDocument document, bool withGuesses = false)
    {
        SegmentedText text = GoldStages.Segment(document);
        ImmutableArray<Entity> entities = GoldStages.Entities(document);
        ImmutableArray<MonetaryAmount> amounts = GoldStages.Amounts(document, entities);
        ResolvedReferences references = ReferenceResolver.Resolve(text, entities);
        return new SubjectSample(text, entities, withGuesses ? references.All : references.Sure, amounts,
            [.. amounts.Select(a => a.Subject ?? SubjectFeatures.Nobody)], document.Deals is { } deals ? PartiesOf(entities, deals) : default);
    }

    // Who is several of them in several deals counts as the first of the labels.
    private static ImmutableArray<int> PartiesOf(ImmutableArray<Entity> entities, ImmutableArray<GoldDeal> deals)
    {
        int[] parties = new int[entities.Length];
        foreach (GoldDeal deal in deals)
        {
            Mark(deal.Targets, 1);
            Mark(deal.Sellers, 2);
            Mark(deal.Buyers, 3);
        }

        return [.. parties];

        void Mark(ImmutableArray<string> names, int label)
        {
            foreach (string name in names)
            {
                if (GoldStages.Named(entities, name)?.Id is { } id && (parties[id] == 0 || parties[id] > label))
                {
                    parties[id] = label;
                }
            }
        }
    }
}
