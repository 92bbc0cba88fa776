using System.Text.Json.Serialization;

namespace TextInsights.Training;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnnotatedDocument))]
internal sealed partial class AnnotatedDocumentJson : JsonSerializerContext;
