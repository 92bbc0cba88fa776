using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Training;

namespace TextInsights.Tests.Relations;

public class DealExtractorTests
{
    private static readonly DealExtractor Extractor = new(DealClassifier.Load(ModelFolder.Embedded));

    [Fact]
    public void Sentences_without_a_deal_give_none()
    {
        var wrong = new List<string>();
        foreach ((int number, MarkedText marked, string[] expected) in Spec().Where(s => s.Expected.Length == 0))
        {
            string[] found = Extract(marked);
            if (found.Length > 0)
            {
                wrong.Add($"line {number}: {marked.Segments.Text}: {string.Join(" | ", found)}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public void Plain_sentences_give_kind_parties_amount_share_and_status()
    {
        var wrong = new List<string>();
        int total = 0;
        foreach ((int number, MarkedText marked, string[] expected) in Spec().Where(s => s.Expected.Length > 0))
        {
            total++;
            string[] found = Extract(marked);
            if (!expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal)))
            {
                wrong.Add($"line {number}: {marked.Segments.Text}\n  expected {string.Join(" | ", expected)}\n  found    {string.Join(" | ", found)}");
            }
        }

        // The classifiers are learned: a floor, not every line.
        wrong.Should().HaveCountLessThanOrEqualTo(total / 10, string.Join('\n', wrong));
    }

    [Fact]
    public void Holds_its_floor_on_the_dev_articles_with_annotated_names_and_amounts()
    {
        int found = 0, gold = 0, right = 0;
        foreach (AnnotatedDocument document in AnnotatedCorpus.Read(Conventions.Repository.PathOf("data", "articles", "dev.jsonl")))
        {
            DealContext context = DealTrainer.ContextOf(document);
            List<DealCandidate> deals = Extractor.Join(context);
            found += deals.Count;
            gold += document.Deals!.Value.Length;
            right += document.Deals!.Value.Count(d => deals.Exists(deal => SharesParty(deal, d, context)));
        }

        (200.0 * right / (found + gold)).Should().BeGreaterThan(68, "F1 of deals with one party right ({0} of {1}, {2} found)", right, gold, found);
    }

    [Fact]
    public void A_text_without_names_has_no_deals() => Extract(MarkedText.Parse("Der Konzern kauft den Rivalen.")).Should().BeEmpty();

    private static bool SharesParty(DealCandidate deal, GoldDeal gold, DealContext context) =>
        deal.Buyers.Exists(b => gold.Buyers.Contains(context.Entities[b].Name)) || deal.Targets.Exists(t => gold.Targets.Contains(context.Entities[t].Name))
        || deal.Sellers.Exists(s => gold.Sellers.Contains(context.Entities[s].Name));

    private static IEnumerable<(int Number, MarkedText Marked, string[] Expected)> Spec() => MarkedText.Spec("Deals").Select(line =>
    {
        JsonNode spec = JsonNode.Parse(line.Json)!;
        return (line.Number, MarkedText.Parse(spec["text"]!.GetValue<string>()), spec["deals"]!.AsArray().Select(d => d!.GetValue<string>()).ToArray());
    });

    private static string[] Extract(MarkedText marked) =>
    [
        .. Extractor.Extract(marked.Segments, marked.Entities, ReferenceResolver.Resolve(marked.Segments, marked.Entities).All, marked.Amounts).Select(d => Describe(d, marked)),
    ];

    // "acquisition announced: A, B > T < S; 5 Mio. Euro; 30 %"
    private static string Describe(Deal deal, MarkedText marked)
    {
        string Names(ImmutableArray<int> ids) => string.Join(", ", ids.Select(id => marked.Entities[id].Name).Order(StringComparer.Ordinal));
        string kind = JsonSerializer.Serialize(deal.Kind).Trim('"'), status = JsonSerializer.Serialize(deal.Status).Trim('"');
        string amount = deal.Amount is { } id ? $"; {marked.Amounts[id].Text}" : "";
        string share = deal.StakePercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"; {percent} %") : "";
        return $"{kind} {status}: {Names(deal.Buyers)} > {Names(deal.Targets)} < {Names(deal.Sellers)}{amount}{share}";
    }
}
