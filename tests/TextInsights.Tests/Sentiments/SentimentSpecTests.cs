using System.Collections.Immutable;
using System.Text.Json;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Tests.Sentiments;

/// <summary>
/// Sentences decided as a business journalist would. A line judges the text, or the organisations marked [[so]] in their
/// order. Lines marked as hard are beyond the shipped model; they count in the overall share only. Of the others a few may
/// change sides with every training.
/// </summary>
public sealed class SentimentSpecTests
{
    private const double LowestShare = 0.74;
    private const double MostWrong = 0.07;

    private static readonly Lazy<SentimentClassifier> Classifier = new(() => SentimentClassifier.Load(ModelFolder.Embedded));

    private static readonly ImmutableArray<SpecLine> Lines = [.. File.ReadLines(Path.Combine("Specs", "Sentiment.jsonl")).Select((line, i) => SpecLine.Parse(i + 1, line))];

    [Fact]
    public void Hardly_a_line_that_is_not_hard_is_judged_wrong()
    {
        string[] wrong = [.. Lines.Where(l => !l.IsHard).Select(l => (Line: l, Found: Judge(l))).Where(l => l.Found != l.Line.Expected)
            .Select(l => $"line {l.Line.Number}, {l.Line.Phenomenon}: {l.Line.Expected} expected, {l.Found} found: {l.Line.Text}")];

        ((double)wrong.Length / Lines.Count(l => !l.IsHard)).Should().BeLessThan(MostWrong, string.Join("\n", wrong));
    }

    [Fact]
    public void Most_of_all_lines_are_judged_right() =>
        ((double)Lines.Count(l => Judge(l) == l.Expected) / Lines.Length).Should().BeGreaterThan(LowestShare);

    [Fact]
    public void There_are_enough_lines_of_every_phenomenon()
    {
        Lines.Length.Should().BeGreaterThanOrEqualTo(300);
        Lines.GroupBy(l => l.Phenomenon).Should().OnlyContain(g => g.Count() >= 25);
    }

    private static string Judge(SpecLine line)
    {
        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(line.Text));
        TextSentiment sentiment = Classifier.Value.Classify(
            text, line.Organizations, ReferenceResolver.Resolve(text, line.Organizations).All, [], new DealExtractor(null).Extract(text, line.Organizations, ReferenceResolver.Resolve(text, line.Organizations).All, []));
        return line.Organizations.IsEmpty ? Name(sentiment.Document) : string.Join(", ", sentiment.Entities.Select(Name));
    }

    private static string Name(Sentiment? sentiment) => sentiment?.Label.ToString().ToLowerInvariant() ?? "null";

    private sealed record SpecLine(int Number, string Phenomenon, string Text, ImmutableArray<Entity> Organizations, string Expected, bool IsHard)
    {
        public static SpecLine Parse(int number, string line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            (string text, ImmutableArray<Entity> organizations) = Unmark(root.GetProperty("text").GetString()!);
            string expected = root.TryGetProperty("sentiment", out JsonElement sentiment)
                ? sentiment.GetString()!
                : string.Join(", ", root.GetProperty("organizations").EnumerateArray().Select(o => o.GetString()));
            return new SpecLine(number, root.GetProperty("phenomenon").GetString()!, text, organizations, expected, root.TryGetProperty("hard", out _));
        }

        private static (string Text, ImmutableArray<Entity> Organizations) Unmark(string marked)
        {
            string[] parts = marked.Split("[[").SelectMany(p => p.Split("]]")).ToArray(); // names have odd numbers
            var organizations = ImmutableArray.CreateBuilder<Entity>();
            string text = "";
            for (int i = 0; i < parts.Length; i++)
            {
                if (i % 2 == 1)
                {
                    var mention = new Mention(text.Length, text.Length + parts[i].Length, parts[i], 1);
                    organizations.Add(new Entity(organizations.Count, parts[i], EntityType.Organization, null, 0, [mention], null));
                }

                text += parts[i];
            }

            return (text, organizations.ToImmutable());
        }
    }
}
