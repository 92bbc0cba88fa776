using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TextInsights.Models;

/// <summary>What a model folder says of itself: which features it needs, what it learned from, how good it was.</summary>
/// <param name="Schema">Id of the feature extractor that the model was trained with; must equal the running one.</param>
/// <param name="Labels">Class names in the order of the scores.</param>
/// <param name="Files">The files with length and checksum.</param>
/// <param name="Seed">Seed of everything random in training.</param>
/// <param name="Versions">Versions of TextInsights and the packages that trained it.</param>
/// <param name="Corpora">What it learned from.</param>
/// <param name="Measures">Named figures on the dev parts, in percent.</param>
internal sealed record ModelManifest(
    string Schema,
    ImmutableArray<string> Labels,
    ImmutableArray<ModelFile> Files,
    int Seed,
    ImmutableSortedDictionary<string, string> Versions,
    ImmutableArray<ModelCorpus> Corpora,
    ImmutableSortedDictionary<string, double> Measures)
{
    public static ModelManifest Parse(string file, ReadOnlySpan<byte> json)
    {
        try
        {
            ModelManifest manifest = JsonSerializer.Deserialize(json, ModelJson.Default.ModelManifest) ?? throw new JsonException("null");
            return manifest.Files.IsDefault || manifest.Labels.IsDefault || manifest.Schema is null
                ? throw new JsonException("schema, labels or files are missing")
                : manifest;
        }
        catch (JsonException e)
        {
            throw new ModelException(file, $"no manifest ({e.Message}).", e);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, ModelJson.Default.ModelManifest);
}

/// <summary>One file of a model.</summary>
internal sealed record ModelFile(string Name, long Length, string Sha256);

/// <summary>One corpus that a model learned from; the hash is SHA-256 of the file.</summary>
internal sealed record ModelCorpus(string Name, int Documents, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ModelJson : JsonSerializerContext;
