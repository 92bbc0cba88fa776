using TextInsights.Sentiments;

namespace TextInsights.Tests.Sentiments;

public sealed class SentimentLexiconTests
{
    private static readonly SentimentLexicon Lexicon = new();

    [Theory]
    [InlineData("Umsatzrückgangs", -1)]
    [InlineData("Kostensenkungen", 1)]
    [InlineData("Rekordverlust", -1)]
    [InlineData("Rekordumsätze", 1)]
    [InlineData("Schulden-Abbau", 1)]
    public void A_compound_is_read_from_its_head_and_its_first_part(string word, int sign)
    {
        LexicalReading reading = Read(word);

        reading.Role.Should().Be(LexicalRole.Polar);
        Math.Sign(reading.Value).Should().Be(sign);
    }

    [Theory]
    [InlineData("erfolgreicheren", nameof(LexicalRole.Polar))]
    [InlineData("eingebrochene", nameof(LexicalRole.Direction))]
    [InlineData("auszubauen", nameof(LexicalRole.Direction))]
    [InlineData("Rückgängen", nameof(LexicalRole.Direction))]
    [InlineData("Gewinne", nameof(LexicalRole.Metric))]
    [InlineData("Vorschläge", nameof(LexicalRole.Polar))]
    [InlineData("NICHT", nameof(LexicalRole.Negation))]
    public void Inflected_forms_are_found(string word, string role) => Read(word).Role.ToString().Should().Be(role);

    [Theory]
    [InlineData("Tisch")]
    [InlineData("Reisen")]
    [InlineData("x")]
    [InlineData("")]
    public void Unknown_words_have_no_reading(string word) => Read(word).Role.Should().Be(LexicalRole.None);

    [Fact]
    public void A_word_that_only_ends_like_a_bad_one_is_kept_from_it_by_its_own_row() => Read("Vorschlag").Value.Should().Be(0);

    [Fact]
    public void Folding_writes_sharp_s_as_the_Swiss_do_and_refuses_what_is_too_long()
    {
        Span<char> folded = stackalloc char[SentimentLexicon.LongestWord];

        folded[..SentimentLexicon.Fold("EINBUßE", folded)].ToString().Should().Be("einbusse");
        SentimentLexicon.Fold(new string('a', 100), folded).Should().Be(0);
    }

    private static LexicalReading Read(string word)
    {
        Span<char> folded = stackalloc char[SentimentLexicon.LongestWord];
        return Lexicon.Read(folded[..SentimentLexicon.Fold(word, folded)], word.Length > 0 && char.IsUpper(word[0]), mayBeAny: true);
    }
}
