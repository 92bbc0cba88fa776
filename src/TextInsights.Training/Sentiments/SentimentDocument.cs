using System.Collections.Immutable;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>A document made ready for the sentiment models, with what people judged.</summary>
/// <param name="Id">Name of the document.</param>
/// <param name="Corpus">Where it comes from.</param>
/// <param name="Text">The text with the annotated kinds of its sentences.</param>
/// <param name="Composed">Its composed polarity.</param>
/// <param name="Entities">Its entities, as annotated.</param>
/// <param name="References">Where it speaks of its organisations.</param>
/// <param name="Amounts">Its amounts, as annotated.</param>
/// <param name="Deals">Its deals, as the extractor finds them: what the models learn from must be as good and as bad as what they will get.</param>
/// <param name="Label">Judgement of the whole.</param>
/// <param name="Organizations">Judged entities by id; an organisation that is not in it is merely mentioned.</param>
/// <param name="IsComplete">Whether the annotation has the names: where it has not, a judgement of another organisation is no error, as in the evaluation.</param>
internal sealed record SentimentDocument(
    string Id,
    string Corpus,
    SegmentedText Text,
    ComposedText Composed,
    ImmutableArray<Entity> Entities,
    ImmutableArray<EntityReference> References,
    ImmutableArray<MonetaryAmount> Amounts,
    ImmutableArray<Deal> Deals,
    SentimentLabel Label,
    ImmutableDictionary<int, SentimentLabel> Organizations,
    bool IsComplete)
{
    /// <summary>Which organisation each sentence is about.</summary>
    public int[] Owners { get; } = SentenceOwners.Of(Text, References);

    /// <summary>Makes a judged document ready.</summary>
    public static SentimentDocument From(AnnotatedDocument document, string corpus, PolarityComposer composer, DealExtractor dealExtractor, bool isComplete = true)
    {
        ImmutableArray<GoldEntitySentiment> judged = document.EntitySentiments ?? [];
        document = document with { Mentions = JudgedNames.Complete(document, judged) };
        ImmutableArray<Entity> entities = GoldStages.Entities(document);
        SegmentedText text = WithKinds(GoldStages.Segment(document), document);
        ImmutableArray<MonetaryAmount> amounts = GoldStages.Amounts(document, entities);
        ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(text, entities).All;
        return new SentimentDocument(document.Id, corpus, text, composer.Compose(text), entities, references, amounts,
            dealExtractor.Extract(text, entities, references, amounts), document.Sentiment!.Value, JudgedNames.Match(entities, judged), isComplete);
    }

    // The annotated kinds, so that a wrong kind does not teach the sentiment models.
    private static SegmentedText WithKinds(SegmentedText text, AnnotatedDocument document)
    {
        if (document.Advertisements is null && document.Headings is null)
        {
            return text;
        }

        return text with
        {
            Sentences = [.. text.Sentences.Select(s => s with
            {
                Kind = Covered(text.SpanOf(s), document.Advertisements) ? SentenceKind.Advertisement
                    : Covered(text.SpanOf(s), document.Headings) ? SentenceKind.Heading : SentenceKind.Body,
            })],
        };
    }

    private static bool Covered(TextSpan span, ImmutableArray<ImmutableArray<int>>? regions) =>
        regions is { } all && all.Any(r => (Math.Min(r[1], span.End) - Math.Max(r[0], span.Start)) * 2 > span.Length);
}
