using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>
/// What an analyzer would have returned if it agreed with an annotation in everything: measured like a prediction,
/// a second annotation shows how far two people agree.
/// </summary>
internal static class AnnotationResult
{
    public static AnalyzedDocument Of(AnnotatedDocument document)
    {
        ImmutableArray<Entity> named = GoldStages.Entities(document);
        var judged = (document.EntitySentiments ?? []).Select(s => (GoldStages.Named(named, s.Entity)?.Id, s.Sentiment)).Where(s => s.Id is not null)
            .DistinctBy(s => s.Id).ToDictionary(s => s.Id!.Value, s => (SentimentLabel?)s.Sentiment);
        ImmutableArray<Entity> entities =
        [
            .. named.Select(e => e with { Sentiment = Judgement(judged.GetValueOrDefault(e.Id)) }),
        ];
        int? Id(string name) => GoldStages.Named(entities, name)?.Id;
        ImmutableArray<int> Ids(ImmutableArray<string> names) => [.. names.Select(Id).OfType<int>()];
        return new AnalyzedDocument(
            document.Id,
            Sentences(document),
            entities,
            GoldStages.Amounts(document, entities),
            [
                .. (document.Valuations ?? []).Where(v => Id(v.Company) is not null)
                    .Select(v => new Valuation(Id(v.Company)!.Value, v.Amount, v.Kind, v.Status, 0, 0, 1)),
            ],
            [
                .. (document.Deals ?? []).Select(d =>
                    new Deal(d.Kind, Ids(d.Buyers), Ids(d.Targets), Ids(d.Sellers), d.Amount, d.StakePercent, d.Status, 0, 0, 1)),
            ],
            Judgement(document.Sentiment) ?? Sentiment.None);
    }

    private static Sentiment? Judgement(SentimentLabel? label) => label is { } known ? new Sentiment(known, 0, 1) : null;

    // Headings and advertisements are all that measures of sentences look at.
    private static ImmutableArray<Sentence> Sentences(AnnotatedDocument document) =>
    [
        .. (document.Headings ?? []).Select(h => new Sentence(h[0], h[1], SentenceKind.Heading, null))
            .Concat((document.Advertisements ?? []).Select(a => new Sentence(a[0], a[1], SentenceKind.Advertisement, null)))
            .OrderBy(s => s.Start),
    ];
}
