using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace TextInsights.Serialization;

/// <summary>The source-generated contract between the result types and JSON; services add it to their resolver chain.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnalyzedDocument))]
public sealed partial class TextInsightsJson : JsonSerializerContext
{
    /// <summary>One line per document, umlauts as they are.</summary>
    public static TextInsightsJson Compact { get; } = new(CreateOptions(indented: false));

    /// <summary>Broken and indented for people.</summary>
    public static TextInsightsJson Indented { get; } = new(CreateOptions(indented: true));

    // Every letter may stand as it is; what HTML or JSON treat specially is still escaped.
    private static JsonSerializerOptions CreateOptions(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = indented,
    };
}
