using System.Text.Json;

namespace TextInsights.Tests;

/// <summary>Single sentences and headlines through the whole pipeline, as callers try the library first.</summary>
[Collection(nameof(SharedAnalyzer))]
public class ShortTextTests(SharedAnalyzer shared)
{
    private const int Floor = 21; // lines; the stages are learned, some may be wrong

    [Fact]
    public void Facts_of_single_sentences_hold_their_floor()
    {
        int right = 0;
        var wrong = new List<string>();
        foreach ((int number, string json) in MarkedText.Spec("ShortTexts"))
        {
            JsonElement line = JsonDocument.Parse(json).RootElement;
            string[] expected = [.. line.GetProperty("facts").EnumerateArray().Select(f => f.GetString()!)];
            string[] found = [.. Facts(shared.Analyzer.Analyze(line.GetProperty("text").GetString()!))];
            if (found.SequenceEqual(expected))
            {
                right++;
            }
            else
            {
                wrong.Add($"{number}: {string.Join("; ", found)}");
            }
        }

        right.Should().BeGreaterThanOrEqualTo(Floor, "these are wrong:\n{0}", string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("Das kostet 5 Euro.")]
    [InlineData("Der Umsatz stieg auf 20 Milliarden Dollar.")]
    [InlineData("Zuletzt waren es 3,5 Mrd. Franken.")]
    public void An_amount_is_never_about_its_own_currency(string text)
    {
        AnalyzedDocument document = shared.Analyzer.Analyze(text);

        document.Amounts.Should().ContainSingle().Which.Subject.Should().BeNull();
    }

    private static IEnumerable<string> Facts(AnalyzedDocument document)
    {
        string Name(int id) => document.Entities[id].Name;
        string Names(IEnumerable<int> ids) => string.Join(", ", ids.Select(Name));
        return document.Amounts.Select(a => $"{a.Text}: {Word(a.Role)} of {(a.Subject is { } id ? Name(id) : "nobody")}")
            .Concat(document.Valuations.Select(v => $"{Name(v.Company)} worth {document.Amounts[v.Amount].Text}, {Word(v.Status)}"))
            .Concat(document.Deals.Select(d => $"{Word(d.Kind)} {Word(d.Status)}: {Names(d.Buyers)} > {Names(d.Targets)} < {Names(d.Sellers)}"));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
