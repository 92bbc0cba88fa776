namespace TextInsights.Tests;

public class TextSpanTests
{
    [Fact]
    public void A_span_is_a_slice_of_the_text() => new TextSpan(4, 7).Of("Die UBS-Aktie").ToString().Should().Be("UBS");

    [Fact]
    public void Spans_that_only_touch_do_not_overlap() => new TextSpan(0, 3).Overlaps(new TextSpan(3, 5)).Should().BeFalse();

    [Fact]
    public void A_span_contains_itself() => new TextSpan(2, 5).Contains(new TextSpan(2, 5)).Should().BeTrue();

    [Fact]
    public void A_span_of_another_text_is_refused() =>
        FluentActions.Invoking(() => new TextSpan(4, 7).Of("kurz").ToString()).Should().Throw<ArgumentOutOfRangeException>();
}
