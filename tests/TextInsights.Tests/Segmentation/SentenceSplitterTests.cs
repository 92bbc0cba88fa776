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
}
