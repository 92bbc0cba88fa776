using System.Text;
using CsCheck;
using TextInsights.Amounts;

namespace TextInsights.Tests.Amounts;

/// <summary>Bad text is data: whatever comes, amounts are ordered, apart from each other and inside the text.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "5", "1.234,56", "1'000", "250", "000", "€", "$", "US", "-", "–", "EUR", "Mio.", "Milliarden", "Millionenbetrag", "30-Milliarden-Deal", "zweistelliger", "ein", "eine", "halbe", "ein paar",
        "zwischen", "und", "bis", "zu", "von", "auf", "nach", "statt", "(", ")", ":", ",", ".", "je", "pro", "Aktie", "und Jahr", "Kronen", "kanadische", "Dollar", "Cent", "Fr.", "Euro", "mehr als", "über", "rund",
        "\n", "\n\n", "\t", "in Mio. Euro", "(in TEUR)", "½", "%", "\0", "\uD800", "\uDC00", "\u202F", "\u00AD", "Pfund", "oder mehr", "Vorjahr", "99999999999999999999999999999999", "1,2,3,4", "1/0", "0/0", "Trillionen", "in Trillionen Euro", "999999999999999999", "'", "’",
    ];

    [Fact]
    public void Any_mixture_of_money_words_gives_valid_spans() =>
        Gen.Select(OneOf(Pieces).Array[0, 40], OneOf([" ", "", "\u00A0"])).Sample((pieces, gap) => Check(string.Join(gap, pieces)), seed: "0000KOVk2wS1", iter: 20_000);

    [Fact]
    public void Any_characters_give_valid_spans() => Gen.String[0, 200].Sample(Check, seed: "0000KOVk2wS1", iter: 5_000);

    [Theory]
    [InlineData("1234567890")]
    [InlineData("Milliarden")]
    [InlineData("Milliarden ")]
    [InlineData("x")]
    [InlineData("5 Mio. Kronen, ")]
    [InlineData("EUR ")]
    [InlineData("von 5 auf ")]
    [InlineData("5 (")]
    [InlineData("in Mio. Euro\nA 1 2 3\n")]
    [InlineData("ein paar ")]
    [InlineData("1'")]
    public void Long_repetitions_end(string piece) => Check(new StringBuilder().Insert(0, piece, 400_000 / piece.Length).ToString());

    [Fact]
    public void Values_beyond_decimal_are_no_amounts() => AmountSpecs.Read("Er schuldet 999999999999999999 Trillionen Euro.").Should().BeEmpty();

    private static Gen<T> OneOf<T>(T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static void Check(string text)
    {
        int end = 0;
        foreach (RecognizedAmount amount in AmountSpecs.Read(text))
        {
            amount.Span.Start.Should().BeGreaterThanOrEqualTo(end);
            amount.Span.End.Should().BeGreaterThan(amount.Span.Start).And.BeLessThanOrEqualTo(text.Length);
            amount.EndToken.Should().BeGreaterThan(amount.FirstToken);
            amount.Confidence.Should().BeInRange(0, 1);
            (amount.Minimum <= amount.Maximum || amount.Minimum is null || amount.Maximum is null).Should().BeTrue();
            end = amount.Span.End;
        }
    }
}
