using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Tests.Sentiments;

public sealed class PolarityComposerTests
{
    private static readonly PolarityComposer Composer = new(new SentimentLexicon());

    [Theory]
    [InlineData("Der Gewinn ist eingebrochen.")]
    [InlineData("Die Kosten stiegen kräftig.")]
    [InlineData("Der Verlust weitete sich aus.")]
    [InlineData("Umsatzrückgang beim Händler")]
    [InlineData("Gewinneinbruch beim Händler")]
    [InlineData("Rekordverlust beim Händler")]
    [InlineData("Das Ergebnis brach im Sommer ein.")]
    [InlineData("Der Überschuß sank.")]
    [InlineData("Die Erlöse gingen zurück.")]
    [InlineData("Trotz Rekordumsatz schrieb der Händler Verluste.")]
    [InlineData("Betriebsergebnis: 6,4 Mio. Euro (Vorjahr: 8,2 Mio. Euro).")]
    [InlineData("Der Gewinn sank nicht, der Umsatz brach ein.")]
    public void Bad_news_is_negative(string text) => Sum(text).Should().BeLessThan(-0.2f, text);

    [Theory]
    [InlineData("Der Verlust wurde halbiert.")]
    [InlineData("Die Kosten sind gesunken.")]
    [InlineData("Kostensenkung beim Händler")]
    [InlineData("Rekordumsatz beim Händler")]
    [InlineData("Der Auftragseingang legte um 14 Prozent zu.")]
    [InlineData("Die Firma ist schuldenfrei.")]
    [InlineData("Die Insolvenz wurde abgewendet.")]
    [InlineData("Es ist nicht so schlecht wie befürchtet.")]
    [InlineData("Von 171 auf 244 Millionen Euro ging der Gewinn.")]
    [InlineData("Zwar sank der Umsatz, aber der Gewinn verdoppelte sich.")]
    [InlineData("Der Konzern schreibt wieder schwarze Zahlen.")]
    public void Good_news_is_positive(string text) => Sum(text).Should().BeGreaterThan(0.2f, text);

    [Theory]
    [InlineData("Der Zuschlag für Nachtarbeit beträgt 25 Prozent.")]
    [InlineData("Der Verlag sitzt in Leipzig.")]
    [InlineData("Die Hauptversammlung findet am 14. Mai statt.")]
    [InlineData("")]
    public void Look_alikes_are_neutral(string text) => Sum(text).Should().BeInRange(-0.2f, 0.2f, text);

    [Fact]
    public void A_verb_whose_particle_makes_it_another_verb_does_not_count() =>
        Sum("Im Quartal fiel ein Gewinn an.").Should().BeGreaterThan(-0.2f);

    private static float Sum(string text) => Composer.Compose(SentenceSplitter.Split(GermanTokenizer.Tokenize(text))).Polarity.Sum();
}
