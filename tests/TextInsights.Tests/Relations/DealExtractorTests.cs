using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using TextInsights.Relations;

namespace TextInsights.Tests.Relations;

public class DealExtractorTests
{
    [Fact]
    public void Extracts_as_every_line_of_the_spec_says()
    {
        var extractor = new DealExtractor();
        var wrong = new List<string>();
        foreach ((int number, string json) in MarkedText.Spec("Deals"))
        {
            JsonNode spec = JsonNode.Parse(json)!;
            MarkedText marked = MarkedText.Parse(spec["text"]!.GetValue<string>());
            ImmutableArray<Deal> deals = extractor.Extract(marked.Segments, marked.Entities, marked.Amounts);

            string[] expected = [.. spec["deals"]!.AsArray().Select(d => d!.GetValue<string>())];
            string[] found = [.. deals.Select(d => Describe(d, marked))];
            if (!expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)))
            {
                wrong.Add($"line {number}: {marked.Segments.Text}\n  expected {string.Join(" | ", expected)}\n  found    {string.Join(" | ", found)}");
            }
        }

        wrong.Should().BeEmpty();
    }

    // "acquisition announced: A, B > T < S, 5 Mio. Euro, 30 %"
    private static string Describe(Deal deal, MarkedText marked)
    {
        string Names(ImmutableArray<int> ids) => string.Join(", ", ids.Select(id => marked.Entities[id].Name).Order(StringComparer.Ordinal));
        string kind = JsonSerializer.Serialize(deal.Kind).Trim('"'), status = JsonSerializer.Serialize(deal.Status).Trim('"');
        string parties = $"{Names(deal.Buyers)} > {Names(deal.Targets)} < {Names(deal.Sellers)}";
        string amount = deal.Amount is { } id ? $"; {marked.Amounts[id].Text}" : "";
        string share = deal.StakePercent is { } percent ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; {percent} %") : "";
        return $"{kind} {status}: {parties}{amount}{share}";
    }
}
