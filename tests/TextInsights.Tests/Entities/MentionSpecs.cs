using System.Text.Json;

namespace TextInsights.Tests.Entities;

/// <summary>Specs/Mentions.jsonl: texts with their names marked as in <see cref="MarkedText"/>; the shipped model must find them and nothing else.</summary>
[Collection(nameof(SharedAnalyzer))]
public sealed class MentionSpecs(SharedAnalyzer shared)
{
    public static TheoryData<int, string> Lines()
    {
        var data = new TheoryData<int, string>();
        foreach ((int number, string json) in MarkedText.Spec("Mentions"))
        {
            data.Add(number, json);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_names_of_the_line_are_found(int number, string json)
    {
        using JsonDocument line = JsonDocument.Parse(json);
        MarkedText expected = MarkedText.Parse(line.RootElement.GetProperty("text").GetString()!);
        AnalyzedDocument document = shared.Analyzer.Analyze(expected.Segments.Text);
        Names(document.Entities).Should().Equal(Names(expected.Entities), $"line {number} of Mentions.jsonl ({line.RootElement.GetProperty("phenomenon")}) says so");
    }

    private static IEnumerable<string> Names(IEnumerable<Entity> entities) =>
        entities.SelectMany(e => e.Mentions.Select(m => (m.Start, Text: $"{m.Start}: {m.Text} ({e.Type})"))).OrderBy(m => m.Start).Select(m => m.Text);
}
