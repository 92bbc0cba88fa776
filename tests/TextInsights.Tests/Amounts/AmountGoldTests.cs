using TextInsights.Amounts;
using TextInsights.Training;

namespace TextInsights.Tests.Amounts;

/// <summary>Floors on the annotated articles: share of amounts read with the annotated span, currency and bounds.</summary>
public sealed class AmountGoldTests
{
    [Theory]
    [InlineData("train", 0.975)]
    [InlineData("train-more", 0.975)]
    [InlineData("dev", 0.97)]
    public void Articles_are_read_as_annotated(string part, double floor)
    {
        int right = 0, read = 0, gold = 0;
        foreach (AnnotatedDocument document in AnnotatedCorpus.Read(Conventions.Repository.PathOf("data", "articles", part + ".jsonl")))
        {
            var expected = document.Amounts!.Value.Select(a => (a.Start, a.End, a.Currency, a.Minimum, a.Maximum)).ToHashSet();
            RecognizedAmount[] amounts = [.. AmountSpecs.Read(document.Text)];
            right += amounts.Count(a => expected.Contains((a.Span.Start, a.Span.End, a.Currency, a.Minimum, a.Maximum)));
            read += amounts.Length;
            gold += expected.Count;
        }

        gold.Should().BeGreaterThan(300);
        (2.0 * right / (read + gold)).Should().BeGreaterThan(floor);
    }
}
