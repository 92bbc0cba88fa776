using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Reads an annotated document out of a line's JSON; fields it does not know are for people and skipped.</summary>
internal static class AnnotationReader
{
    public static AnnotatedDocument Read(JsonField line) => new()
    {
        Id = line.Text("id"),
        Text = line.Text("text"),
        Start = line.IntegerOrNull("start"),
        End = line.IntegerOrNull("end"),
        Mentions = line.ListOrNull("mentions", Mention),
        Ignored = line.ListOrNull("ignored", f => new GoldSpan(f.Integer("start"), f.Integer("end"))),
        Derived = line.ListOrNull("derived", Mention),
        Parts = line.ListOrNull("parts", Mention),
        Amounts = line.ListOrNull("amounts", Amount),
        Valuations = line.ListOrNull("valuations", Valuation),
        Deals = line.ListOrNull("deals", Deal),
        Sentiment = line.ChoiceOrNull<SentimentLabel>("sentiment"),
        EntitySentiments = line.ListOrNull("entitySentiments", EntitySentiment),
        Headings = line.ListOrNull("headings", Pair),
        Advertisements = line.ListOrNull("advertisements", Pair),
    };

    private static GoldMention Mention(JsonField f) =>
        new(f.Integer("start"), f.Integer("end"), f.Choice<EntityType>("type"), f.TextOrNull("name"));

    private static GoldAmount Amount(JsonField f) => new(
        f.Integer("start"),
        f.Integer("end"),
        f.CurrencyOrNull("currency"),
        f.DecimalOrNull("minimum"),
        f.DecimalOrNull("maximum"),
        f.Choice<AmountQualifier>("qualifier"),
        f.Choice<AmountRole>("role"),
        f.ChoiceOrNull<AmountRate>("rate"),
        f.TextOrNull("subject"))
    {
        SubjectAnnotated = f.Has("subject"),
    };

    private static GoldValuation Valuation(JsonField f) =>
        new(f.Text("company"), f.Integer("amount"), f.Choice<ValuationKind>("kind"), f.Choice<ValuationStatus>("status"));

    private static GoldDeal Deal(JsonField f) => new(
        f.Choice<DealKind>("kind"),
        f.List("buyers", Name),
        f.List("targets", Name),
        f.List("sellers", Name),
        f.IntegerOrNull("amount"),
        f.DecimalOrNull("stakePercent"),
        f.Choice<DealStatus>("status"),
        f.TextOrNull("evidence"));

    private static GoldEntitySentiment EntitySentiment(JsonField f) => new(f.Text("entity"), f.Choice<SentimentLabel>("sentiment"));

    private static string Name(JsonField f) => f.AsText() ?? "";

    private static ImmutableArray<int> Pair(JsonField f) => f.AsList(i => i.AsInteger() ?? 0) ?? [];
}
