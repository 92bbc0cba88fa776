using System.Collections.Immutable;
using System.Text.Json;
using TextInsights.Amounts;
using TextInsights.Models;
using TextInsights.Relations;

namespace TextInsights.Tests.Relations;

public class ValuationSpecTests
{
    private static readonly RoleClassifier Classifier = RoleClassifier.Load(ModelFolder.Embedded);
    private static readonly ValuationExtractor Extractor = ValuationExtractor.Load(ModelFolder.Embedded);

    /// <summary>Every line or a share of them: the stage is learned, a line may be wrong, the share must not fall.</summary>
    [Fact]
    public void Valuations_of_the_spec_hold_their_floor()
    {
        int lines = 0;
        var wrong = new List<string>();
        foreach ((int number, string json) in MarkedText.Spec("Valuations"))
        {
            lines++;
            JsonElement line = JsonDocument.Parse(json).RootElement;
            MarkedText marked = MarkedText.Parse(line.GetProperty("text").GetString()!);
            string expected = string.Join("; ", line.GetProperty("valuations").EnumerateArray()
                .Select(v => $"{v.GetProperty("company")} {v.GetProperty("amount")} {v.GetProperty("kind")} {v.GetProperty("status")}").Order(StringComparer.Ordinal));
            string found = string.Join("; ", Extract(marked).Order(StringComparer.Ordinal));
            if (!string.Equals(expected, found, StringComparison.OrdinalIgnoreCase))
            {
                wrong.Add($"line {number}: '{expected}' expected, '{found}' found in: {marked.Segments.Text}");
            }
        }

        wrong.Should().HaveCountLessThanOrEqualTo(lines * 15 / 100);
    }

    private static IEnumerable<string> Extract(MarkedText marked)
    {
        ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(marked.Segments, marked.Entities).Sure;
        ImmutableArray<MonetaryAmount> amounts = Classifier.Classify(
            marked.Segments, marked.Entities, references, new AmountRecognizer().Recognize(marked.Segments));
        return Extractor.Extract(marked.Segments, references, amounts)
            .Select(v => $"{marked.Entities[v.Company].Name} {amounts[v.Amount].Text} {v.Kind} {v.Status}");
    }
}
