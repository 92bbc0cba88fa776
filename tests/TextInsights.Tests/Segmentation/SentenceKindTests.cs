using System.Text.Json;
using TextInsights.Models;
using TextInsights.Segmentation;
using TextInsights.Tests.Conventions;

namespace TextInsights.Tests.Segmentation;

public class SentenceKindTests
{
    // A paragraph before and one behind, so that a line stands where headings and advertisements stand.
    private const string Before = "Der Maschinenbauer Haldner hat im vergangenen Quartal 120 Millionen Euro umgesetzt. "
        + "Das waren acht Prozent mehr als im Vorjahr, wie der Konzern am Dienstag mitteilte.\n";

    private const string Behind = "\nAn der Börse legte die Aktie um drei Prozent zu. Analysten hatten mit weniger gerechnet. "
        + "Für das Gesamtjahr erwartet der Vorstand einen Umsatz von einer halben Milliarde Euro.";

    private static readonly AdvertisementClassifier Classifier = AdvertisementClassifier.Load(ModelFolder.Embedded);

    public static TheoryData<int, string> Specs()
    {
        var lines = new TheoryData<int, string>();
        foreach ((int number, string line) in MarkedText.Spec("SentenceKinds"))
        {
            lines.Add(number, line);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void AreAsTheSpecSays(int number, string line)
    {
        using JsonDocument spec = JsonDocument.Parse(line);
        if (spec.RootElement.TryGetProperty("line", out JsonElement single))
        {
            SentenceKind kind = Enum.Parse<SentenceKind>(spec.RootElement.GetProperty("kind").GetString()!, ignoreCase: true);
            (SentenceKind[] inside, SentenceKind[] around) = KindsInArticle(single.GetString()!);
            inside.Distinct().Should().Equal([kind], "SentenceKinds.jsonl, line {0}: {1}", number, single);
            around.Should().OnlyContain(k => k == SentenceKind.Body, "SentenceKinds.jsonl, line {0} stands in an article", number);
        }
        else
        {
            string text = spec.RootElement.GetProperty("text").GetString()!;
            string.Concat(Segment(text).Sentences.Select(s => char.ToLowerInvariant(s.Kind.ToString()[0])))
                .Should().Be(spec.RootElement.GetProperty("kinds").GetString(), "SentenceKinds.jsonl, line {0}: {1}", number, text);
        }
    }

    // These lines were written after the cues and are no training data: nearer to what strangers write.
    [Fact]
    public void AreRightForMostAdvertisementsNeverSeen()
    {
        bool[] found = [.. MarkedText.Spec("UnseenAdvertisements").Select(spec =>
        {
            using JsonDocument json = JsonDocument.Parse(spec.Json);
            return KindsInArticle(json.RootElement.GetProperty("line").GetString()!).Inside.All(k => k == SentenceKind.Advertisement);
        })];

        found.Count(f => f).Should().BeGreaterThanOrEqualTo(found.Length / 2);
    }

    [Fact]
    public void AreRightInTheSampleArticle()
    {
        string text = File.ReadAllText(Repository.PathOf("data", "samples", "ki-beteiligung.txt"));
        SegmentedText segments = Segment(text);
        string[] Of(SentenceKind kind) => [.. segments.Sentences.Where(s => s.Kind == kind).Select(s => segments.SpanOf(s).Of(text).ToString())];

        Of(SentenceKind.Heading).Should().Equal(
            "Vom Stromvertrag zur Beteiligung", "Aufatmen an der Börse", "Gedränge um die nächste Milliarde", "Zwei Firmen, ein Schicksal");
        Of(SentenceKind.Advertisement).Should().HaveCount(3)
            .And.Subject.Last().Should().Be("Jetzt gratis KI-Ratgeber herunterladen");
        segments.Sentences[0].Kind.Should().Be(SentenceKind.Body, "the article has no title");
    }

    [Fact]
    public void AreBodyInATextOfOneParagraph()
    {
        Segment("Der Konzern wirbt mit Rabatten. Kunden können das Abo kostenlos testen.").Sentences.Should().OnlyContain(s => s.Kind == SentenceKind.Body);
    }

    private static SegmentedText Segment(string text) => Classifier.Classify(SentenceSplitter.Split(GermanTokenizer.Tokenize(text)));

    private static (SentenceKind[] Inside, SentenceKind[] Around) KindsInArticle(string line)
    {
        SegmentedText segments = Segment(Before + line + Behind);
        var span = new TextSpan(Before.Length, Before.Length + line.Length);
        ILookup<bool, SentenceKind> kinds = segments.Sentences.ToLookup(s => segments.SpanOf(s).Overlaps(span), s => s.Kind);
        return ([.. kinds[true]], [.. kinds[false]]);
    }
}
