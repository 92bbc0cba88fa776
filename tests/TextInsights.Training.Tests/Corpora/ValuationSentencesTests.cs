namespace TextInsights.Training.Tests.Corpora;

public class ValuationSentencesTests
{
    [Fact]
    public void Marks_become_amounts_and_the_status_of_those_that_are_a_worth()
    {
        AnnotatedDocument document = ValuationSentences.Parse("1", "Für {-|2 Mio. Euro} ist Lorenz, einst {past|9 Mio.} wert, noch {stated|8 Mio. Euro} wert.");

        document.Text.Should().Be("Für 2 Mio. Euro ist Lorenz, einst 9 Mio. wert, noch 8 Mio. Euro wert.");
        document.Amounts!.Value.Select(a => document.Text[a.Start..a.End]).Should().Equal("2 Mio. Euro", "9 Mio.", "8 Mio. Euro");
        document.Valuations!.Value.Select(v => (v.Amount, v.Status)).Should().Equal((1, ValuationStatus.Past), (2, ValuationStatus.Stated));
    }

    [Fact]
    public void The_sentences_teach_every_status() =>
        ValuationSentences.Read().SelectMany(d => d.Valuations!.Value).Select(v => v.Status).Distinct().Should().BeEquivalentTo(Enum.GetValues<ValuationStatus>());
}
