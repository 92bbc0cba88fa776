using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TextInsights.Training;

/// <summary>Measures of every task that a file of annotated documents allows to measure; null for the others.</summary>
/// <param name="Entities">Names.</param>
/// <param name="Amounts">Monetary amounts.</param>
/// <param name="Valuations">Companies' worth.</param>
/// <param name="Deals">Transactions.</param>
/// <param name="Sentiment">Judgements of documents and organisations.</param>
/// <param name="Headings">Headings, line by line.</param>
/// <param name="Advertisements">Stretches of advertisement.</param>
public sealed record EvaluationReport(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EntityMeasures? Entities,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AmountMeasures? Amounts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValuationMeasures? Valuations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DealMeasures? Deals,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SentimentMeasures? Sentiment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PrecisionRecall? Headings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PrecisionRecall? Advertisements)
{
    /// <summary>The report as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, EvaluationJson.Readable.EvaluationReport);

    /// <summary>Every measure by its path in the JSON, such as <c>amounts.detected.F1</c>; null where there was nothing to measure.</summary>
    public IReadOnlyDictionary<string, double?> ToMeasures()
    {
        var measures = new Dictionary<string, double?>(StringComparer.Ordinal);
        Collect("", JsonSerializer.SerializeToNode(this, EvaluationJson.Readable.EvaluationReport), measures);
        return measures;
    }

    private static void Collect(string path, JsonNode? node, Dictionary<string, double?> measures)
    {
        if (node is JsonObject parent)
        {
            foreach ((string name, JsonNode? child) in parent)
            {
                Collect(path.Length == 0 ? name : $"{path}.{name}", child, measures);
            }
        }
        else
        {
            measures[path] = node?.GetValue<double>();
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EvaluationReport))]
internal sealed partial class EvaluationJson : JsonSerializerContext
{
    /// <summary>Indented, and "+" as it is.</summary>
    public static EvaluationJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        IndentSize = 1,
    });
}
