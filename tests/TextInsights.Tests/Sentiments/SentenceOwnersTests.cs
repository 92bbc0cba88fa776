using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Tests.Sentiments;

public sealed class SentenceOwnersTests
{
    private const string Text = "Es war ein langes Jahr. Nordwerk wuchs kräftig. Die Kunden kauften mehr. Südstahl verlor, und Nordwerk gewann. Jetzt abonnieren!";

    [Fact]
    public void A_sentence_is_about_its_first_organisation_or_the_one_before() =>
        SentenceOwners.Of(Segments(), [At("Nordwerk", 0, 0), At("Südstahl", 0, 1), At("Nordwerk", 1, 0)]).Should().Equal(-1, 0, 0, 1, -1);

    [Fact]
    public void A_source_owns_nothing() =>
        SentenceOwners.Of(Segments(), [At("Nordwerk", 0, 0) with { IsSource = true }, At("Südstahl", 0, 1)]).Should().Equal(-1, -1, -1, 1, -1);

    [Fact]
    public void Of_equals_the_first_is_the_most_frequent()
    {
        SentenceOwners.MostFrequent([-1, 3, 1, 1, 3, -1, -1], out int count).Should().Be(3);
        count.Should().Be(2);
        SentenceOwners.MostFrequent([-1, -1], out count).Should().Be(SentenceOwners.None);
        count.Should().Be(0);
    }

    private static SegmentedText Segments()
    {
        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(Text));
        return text with { Sentences = [.. text.Sentences.Select((s, i) => s with { Kind = i == 4 ? SentenceKind.Advertisement : SentenceKind.Body })] };
    }

    private static EntityReference At(string name, int occurrence, int entity)
    {
        int start = Text.IndexOf(name, StringComparison.Ordinal);
        start = occurrence == 0 ? start : Text.IndexOf(name, start + 1, StringComparison.Ordinal);
        int token = Segments().TokenAt(start);
        return new EntityReference(token, token + 1, entity, ReferenceKind.Name, OrganizationKind.Unknown, false, false);
    }
}
