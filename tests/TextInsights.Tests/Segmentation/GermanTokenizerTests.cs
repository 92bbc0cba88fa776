using System.Text.Json;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Segmentation;

public class GermanTokenizerTests
{
    public static TheoryData<int, string> Specs()
    {
        var lines = new TheoryData<int, string>();
        foreach ((int number, string line) in MarkedText.Spec("Tokens"))
        {
            lines.Add(number, line);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void CutsAsTheSpecSays(int number, string line)
    {
        using JsonDocument spec = JsonDocument.Parse(line);
        string text = spec.RootElement.GetProperty("text").GetString()!;
        TokenizedText tokens = GermanTokenizer.Tokenize(text);

        string[] expected = [.. spec.RootElement.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!)];
        Enumerable.Range(0, tokens.Tokens.Length).Select(i => tokens[i].ToString()).Should().Equal(expected, "Tokens.jsonl, line {0}: {1}", number, text);
        string.Concat(tokens.Tokens.Select(t => Letter(t.Kind))).Should().Be(spec.RootElement.GetProperty("kinds").GetString(), "Tokens.jsonl, line {0}: {1}", number, text);
    }

    [Theory]
    [InlineData("a b", TokenGap.Space)]
    [InlineData("a\nb", TokenGap.LineBreak)]
    [InlineData("a \r\n b", TokenGap.LineBreak)]
    [InlineData("a\u2028b", TokenGap.LineBreak)]
    [InlineData("a\n\nb", TokenGap.BlankLine)]
    [InlineData("a\r\n \r\nb", TokenGap.BlankLine)]
    [InlineData("(b", TokenGap.None)]
    internal void TellsTheGap(string text, TokenGap expected)
    {
        GermanTokenizer.Tokenize(text).Tokens[1].Gap.Should().Be(expected);
    }

    private static char Letter(TokenKind kind) => kind switch
    {
        TokenKind.Word => 'w',
        TokenKind.Abbreviation => 'a',
        TokenKind.Number => 'n',
        TokenKind.Ordinal => 'o',
        TokenKind.Punctuation => 'p',
        TokenKind.Symbol => 's',
        TokenKind.Url => 'u',
        TokenKind.Email => 'e',
        _ => 'h',
    };
}
