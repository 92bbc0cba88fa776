using System.Text.Json;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Segmentation;

public class SentenceSplitterTests
{
    public static TheoryData<int, string> Sentences()
    {
        var lines = new TheoryData<int, string>();
        foreach ((int number, string line) in MarkedText.Spec("Sentences"))
        {
            lines.Add(number, line);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void SplitsAsTheSpecSays(int number, string line)
    {
        using JsonDocument spec = JsonDocument.Parse(line);
        string text = spec.RootElement.GetProperty("text").GetString()!;
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));

        string[] expected = [.. spec.RootElement.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()!)];
        segments.Sentences.Select(s => segments.SpanOf(s).Of(text).ToString()).Should().Equal(expected, "Sentences.jsonl, line {0}: {1}", number, text);
    }

    [Fact]
    public void A_sentence_without_an_end_is_cut()
    {
        string text = string.Concat(Enumerable.Repeat("Die Nordwerk AG übernahm die Lorenz GmbH und ", 500));
        SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
        segments.Sentences.Max(s => s.EndToken - s.FirstToken).Should().Be(SentenceSplitter.Longest);
        segments.Sentences[^1].EndToken.Should().Be(segments.Tokens.Length);
    }
}
