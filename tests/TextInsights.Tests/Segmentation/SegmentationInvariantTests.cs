using System.Text;
using CsCheck;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Segmentation;

public class SegmentationInvariantTests
{
    private const int Large = 1_000_000;

    private static readonly string[] Pieces =
    [
        "Der", "Umsatz", "stieg", "um", "3", "3,5", "1.234,56", "1'250.50", "3.", "31.", "Dezember", "25.11.", "Mrd.", "z. B.", "z.B.", "Co.", "Dr.",
        "UBS-Aktie", "E‑Book", "H&M", "H&amp;M", "<br>", "</p>", "&nbsp;", "https://www.x.de/a?b", "a.b@c.de", "@dpa", "#Dax", "„", "“", "»", "«", "'", "’",
        "(", ")", ".", "...", "…", "!", "?", ":", ";", ",", "-", "–", "—", "/", "%", "€", "$", " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00A0", "\u202F",
        "\u00AD", "\u200B", "\uFEFF", "\u202E", "\0", "\u0007", "\uD83D\uDE00", "\uD83D", "\uDE00", "é", "e\u0301", "½", "m²", "你好", "ß", "İ", "•", "Anzeige",
        "Jetzt", "kostenlos", "herunterladen", "Sie", "Newsletter", "Ihr", "unser",
    ];

    private static readonly Dictionary<string, string> HostileTexts = new()
    {
        ["letters without a space"] = new string('a', 5 * Large),
        ["digits"] = new string('7', Large),
        ["line breaks"] = new string('\n', Large),
        ["line breaks of two characters"] = Repeat("\r\n", Large),
        ["lines of one letter"] = Repeat("a\n", Large),
        ["spaces"] = new string(' ', Large),
        ["full stops"] = new string('.', Large),
        ["full stops apart"] = Repeat(". ", Large),
        ["hyphens"] = new string('-', Large),
        ["words joined by hyphens"] = Repeat("a-", Large),
        ["quotes"] = new string('"', Large),
        ["apostrophes"] = new string('\'', Large),
        ["opening quotes"] = new string('„', Large),
        ["brackets"] = new string(')', Large),
        ["less-than signs"] = new string('<', Large),
        ["open tags"] = Repeat("<a ", Large),
        ["ampersands"] = new string('&', Large),
        ["at signs"] = Repeat("a@", Large),
        ["dots between letters"] = Repeat("a.", Large),
        ["dots between capitals"] = Repeat("Aa.", Large),
        ["numbers with dots"] = Repeat("1. ", Large),
        ["separators in numbers"] = Repeat("1,", Large),
        ["addresses"] = Repeat("www.a)", Large),
        ["an address of brackets"] = "http://a" + new string(')', Large),
        ["questions"] = Repeat("Warum?\nIch. ", Large / 8),
        ["advertisements"] = Repeat("Jetzt kostenlos testen! ", Large / 8),
        ["soft hyphens"] = new string('\u00AD', Large),
        ["combining marks"] = new string('\u0301', Large),
        ["lone high surrogates"] = new string('\uD800', Large),
        ["lone low surrogates"] = new string('\uDC00', Large),
        ["zeros"] = new string('\0', Large),
        ["right-to-left marks"] = Repeat("a\u202E", Large),
        ["bullets"] = Repeat("• a ", Large / 4),
    };

    public static TheoryData<string> Hostile() => [.. HostileTexts.Keys];

    [Fact]
    public void HoldForAnyText() => Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.Char.Select(c => c.ToString())).Array[0, 60]
        .Select(string.Concat)
        .Sample(Check, iter: 20_000, seed: "0000KD2TR4eA");

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HoldForHostileText(string name)
    {
        FluentActions.Invoking(() => Check(HostileTexts[name])).Should().NotThrow(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u00A0 ")]
    public void NothingInBlankText(string text)
    {
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
        segments.Tokens.Should().BeEmpty();
        segments.Sentences.Should().BeEmpty();
    }

    private static void Check(string text)
    {
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
        int position = 0;
        foreach (Token token in segments.Tokens)
        {
            Require(token.Start >= position && token.End > token.Start && token.End <= text.Length, "tokens are ordered, not empty, inside the text");
            Require(string.IsNullOrWhiteSpace(text[position..token.Start]), "only whitespace lies between tokens");
            Require((token.Gap == TokenGap.None) == (token.Start == position && position > 0), "the gap says whether there is whitespace");
            position = token.End;
        }

        Require(string.IsNullOrWhiteSpace(text[position..]), "only whitespace lies behind the last token");
        int next = 0;
        foreach (SentenceRange sentence in segments.Sentences)
        {
            Require(sentence.FirstToken == next && sentence.EndToken > next, "sentences are ordered, not empty, without a hole");
            next = sentence.EndToken;
        }

        Require(next == segments.Tokens.Length, "sentences hold all tokens");
    }

    private static void Require(bool condition, string rule)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Broken: {rule}.");
        }
    }

    private static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
}
