using TextInsights.Rendering;

namespace TextInsights.Apps.Tests.Rendering;

public class MarkedTextTests
{
    private const string Text = " Titel\nNord zahlt 5 Euro.";

    private static readonly Entity Nord = new(0, "Nord", EntityType.Organization, null, 1, [new Mention(7, 11, "Nord", 1)], null);

    private static readonly MonetaryAmount FiveEuros = new(
        0, 18, 24, "5 Euro", new Currency("EUR"), false, 5, 5, AmountQualifier.Exact, AmountRole.Other, null, null, 1);

    [Fact]
    public void Segments_cover_the_text_and_carry_their_markings()
    {
        var segments = MarkedText.Segments(Text, Document([new Sentence(1, 6, SentenceKind.Heading, null), new Sentence(7, 25, SentenceKind.Body, null)], [Nord], [FiveEuros]));
        segments.Should().Equal(
            new MarkedSegment(new TextSpan(0, 1), null, null, null),
            new MarkedSegment(new TextSpan(1, 6), 0, null, null),
            new MarkedSegment(new TextSpan(6, 7), null, null, null),
            new MarkedSegment(new TextSpan(7, 11), 1, Nord, null),
            new MarkedSegment(new TextSpan(11, 18), 1, null, null),
            new MarkedSegment(new TextSpan(18, 24), 1, null, FiveEuros),
            new MarkedSegment(new TextSpan(24, 25), 1, null, null));
    }

    [Fact]
    public void Overlapping_markings_are_cut_where_they_cross()
    {
        Entity long1 = Nord with { Mentions = [new Mention(7, 20, "Nord zahlt 5 ", 1)] };
        var segments = MarkedText.Segments(Text, Document([], [long1], [FiveEuros]));
        segments.Select(s => (s.Span.Start, s.Span.End, s.Entity is not null, s.Amount is not null)).Should().Equal(
            (0, 7, false, false), (7, 18, true, false), (18, 20, true, true), (20, 24, false, true), (24, 25, false, false));
    }

    [Fact]
    public void An_empty_text_has_no_segments() => MarkedText.Segments("", Document([], [], [])).Should().BeEmpty();

    private static AnalyzedDocument Document(Sentence[] sentences, Entity[] entities, MonetaryAmount[] amounts) =>
        new(null, [.. sentences], [.. entities], [.. amounts], [], [], Sentiment.None);
}
