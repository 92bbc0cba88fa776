using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Entities;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>
/// What the early stages would return if they were never wrong, from a document's annotation: late stages are trained and
/// measured with it. A document without mentions has no entities, one without amounts no amounts.
/// </summary>
internal static class GoldStages
{
    public static SegmentedText Segment(AnnotatedDocument document) => SentenceSplitter.Split(GermanTokenizer.Tokenize(document.Text));

    /// <summary>One entity per annotated name and type, in order of first mention; a mention without a name is its own name.</summary>
    public static ImmutableArray<Entity> Entities(AnnotatedDocument document) =>
    [
        .. (document.Mentions ?? [])
            .OrderBy(m => m.Start)
            .GroupBy(m => (Name: m.Name ?? document.Text[m.Start..m.End], m.Type))
            .Select((group, id) => new Entity(id, group.Key.Name, group.Key.Type, null, 0,
                [.. group.Select(m => MentionOf(document, m))], null)),
    ];

    /// <summary>Annotated mentions as the recognizer would return them, surely.</summary>
    public static ImmutableArray<RecognizedMention> RecognizedMentions(ImmutableArray<GoldMention> mentions, SegmentedText text) =>
    [
        .. mentions.OrderBy(m => m.Start).Select(m =>
            new RecognizedMention(text.TokenAt(m.Start), text.TokenAt(m.End - 1) + 1, new TextSpan(m.Start, m.End), m.Type, 1)),
    ];

    /// <summary>The annotated amounts as the recognizer would return them, in text order.</summary>
    public static ImmutableArray<RecognizedAmount> RecognizedAmounts(AnnotatedDocument document, SegmentedText text) =>
    [
        .. (document.Amounts ?? []).OrderBy(a => a.Start).Select(a => new RecognizedAmount(text.TokenAt(a.Start), text.TokenAt(a.End - 1) + 1,
            new TextSpan(a.Start, a.End), a.Currency, false, a.Minimum, a.Maximum, a.Qualifier, a.Rate, 1)),
    ];

    /// <summary>The annotated amounts with their roles; subjects are looked up among the entities.</summary>
    public static ImmutableArray<MonetaryAmount> Amounts(AnnotatedDocument document, ImmutableArray<Entity> entities) =>
    [
        .. (document.Amounts ?? []).OrderBy(a => a.Start).Select((a, id) => new MonetaryAmount(id, a.Start, a.End, document.Text[a.Start..a.End],
            a.Currency, false, a.Minimum, a.Maximum, a.Qualifier, a.Role, a.Rate, a.Subject is null ? null : Named(entities, a.Subject)?.Id, 1)),
    ];

    /// <summary>The entity that an annotation means by a name: its name or one of its mentions, but for legal form and genitive.</summary>
    public static Entity? Named(ImmutableArray<Entity> entities, string name)
    {
        string wanted = ComparableName.Of(name);
        return entities.FirstOrDefault(e => ComparableName.Of(e.Name) == wanted)
            ?? entities.FirstOrDefault(e => e.Mentions.Any(m => ComparableName.Of(m.Text) == wanted));
    }

    // A few annotated names of foreign corpora end in a line break.
    private static Mention MentionOf(AnnotatedDocument document, GoldMention mention)
    {
        string surface = document.Text[mention.Start..mention.End].TrimEnd();
        return new Mention(mention.Start, mention.Start + surface.Length, surface, 1);
    }
}
