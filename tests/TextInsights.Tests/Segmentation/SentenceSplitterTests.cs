using System.Text.Json;
using TextInsights.Segmentation;

namespace TextInsights.Tests.Segmentation;

public class SentenceSplitterTests
{
    // A paragraph before and one behind, so that a line stands where headings and advertisements stand.
    private const string Before = "Der Maschinenbauer Haldner hat im vergangenen Quartal 120 Millionen Euro umgesetzt. "
        + "Das waren acht Prozent mehr als im Vorjahr, wie der Konzern am Dienstag mitteilte.\n";

    private const string Behind = "\nAn der Börse legte die Aktie um drei Prozent zu. Analysten hatten mit weniger gerechnet. "
        + "Für das Gesamtjahr erwartet der Vorstand einen Umsatz von einer halben Milliarde Euro.";

    public static TheoryData<int, string> Sentences() => Lines("Sentences");

    public static TheoryData<int, string> Kinds() => Lines("SentenceKinds");

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

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TellsKindsAsTheSpecSays(int number, string line)
    {
        using JsonDocument spec = JsonDocument.Parse(line);
        if (spec.RootElement.TryGetProperty("line", out JsonElement single))
        {
            string text = Before + single.GetString() + Behind;
            SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
            var span = new TextSpan(Before.Length, text.Length - Behind.Length);

            SentenceKind kind = Enum.Parse<SentenceKind>(spec.RootElement.GetProperty("kind").GetString()!, ignoreCase: true);
            segments.Sentences.Where(s => segments.SpanOf(s).Overlaps(span)).Select(s => s.Kind).Distinct()
                .Should().Equal([kind], "SentenceKinds.jsonl, line {0}: {1}", number, single);
            segments.Sentences.Where(s => !segments.SpanOf(s).Overlaps(span)).Should().OnlyContain(s => s.Kind == SentenceKind.Body, "line {0} stands in an article", number);
        }
        else
        {
            string text = spec.RootElement.GetProperty("text").GetString()!;
            SegmentedText segments = SentenceSplitter.Split(GermanTokenizer.Tokenize(text));
            string.Concat(segments.Sentences.Select(s => char.ToLowerInvariant(s.Kind.ToString()[0])))
                .Should().Be(spec.RootElement.GetProperty("kinds").GetString(), "SentenceKinds.jsonl, line {0}: {1}", number, text);
        }
    }

    private static TheoryData<int, string> Lines(string name)
    {
        var lines = new TheoryData<int, string>();
        foreach ((int number, string line) in MarkedText.Spec(name))
        {
            lines.Add(number, line);
        }

        return lines;
    }
}
