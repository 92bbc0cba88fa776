using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Turns what the analyzer found into an annotation, to be corrected by hand.</summary>
internal static class ResultAnnotation
{
    public static AnnotatedDocument Of(string id, string text, AnalyzedDocument result)
    {
        if (result.Sentences.Any(s => s.End > text.Length)
            || result.Entities.SelectMany(e => e.Mentions).Any(m => m.End > text.Length || !text.AsSpan(m.Start, m.End - m.Start).SequenceEqual(m.Text)))
        {
            throw new InvalidDataException($"The result of document '{id}' belongs to another text.");
        }

        string Name(int entity) => result.Entities[entity].Name;
        return new AnnotatedDocument
        {
            Id = id,
            Text = text,
            Mentions = [.. result.Entities.SelectMany(e => e.Mentions.Select(m => new GoldMention(m.Start, m.End, e.Type, e.Name))).OrderBy(m => m.Start)],
            Amounts = [.. result.Amounts.Select(a => new GoldAmount(
                a.Start, a.End, a.Currency, a.Minimum, a.Maximum, a.Qualifier, a.Role, a.Rate, a.Subject is { } subject ? Name(subject) : null) { SubjectAnnotated = true })],
            Valuations = [.. result.Valuations.Select(v => new GoldValuation(Name(v.Company), v.Amount, v.Kind, v.Status))],
            Deals = [.. result.Deals.Select(d => new GoldDeal(
                d.Kind, [.. d.Buyers.Select(Name)], [.. d.Targets.Select(Name)], [.. d.Sellers.Select(Name)], d.Amount, d.StakePercent, d.Status, text[d.Start..d.End]))],
            Sentiment = result.Sentiment.Label,
            EntitySentiments = [.. result.Entities.Where(e => e.Sentiment is not null).Select(e => new GoldEntitySentiment(e.Name, e.Sentiment!.Label))],
            Headings = Regions(result, SentenceKind.Heading, joined: false),
            Advertisements = Regions(result, SentenceKind.Advertisement, joined: true),
        };
    }

    private static ImmutableArray<ImmutableArray<int>> Regions(AnalyzedDocument result, SentenceKind kind, bool joined) =>
        [.. RegionEvaluation.Predicted(result.Sentences, kind, joined).Select(s => ImmutableArray.Create(s.Start, s.End))];
}
