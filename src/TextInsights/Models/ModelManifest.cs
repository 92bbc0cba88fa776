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
    /// <summary>No file of a model is longer; memory is not taken for what claims to be.</summary>
    public const int MostBytes = 1 << 28;

    public static ModelManifest Parse(string file, ReadOnlySpan<byte> json)
    {
        try
        {
            ModelManifest manifest = JsonSerializer.Deserialize(json, ModelJson.Default.ModelManifest) ?? throw new JsonException("null");
            if (manifest.Files.IsDefault || manifest.Labels.IsDefault || manifest.Schema is null)
            {
                throw new JsonException("schema, labels or files are missing");
            }

            if (manifest.Labels.Contains(null!) || manifest.Files.Any(f => f is null || !IsPlainName(f.Name) || f.Length is < 0 or > MostBytes || f.Sha256 is null)
                || manifest.Files.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != manifest.Files.Length)
            {
                throw new JsonException("a label, or a file's name, length or checksum, is none");
            }

            return manifest with
            {
                Versions = manifest.Versions ?? ImmutableSortedDictionary<string, string>.Empty,
                Corpora = manifest.Corpora.IsDefault ? [] : [.. manifest.Corpora.Where(corpus => corpus is not null)],
                Measures = manifest.Measures ?? ImmutableSortedDictionary<string, double>.Empty,
            };
        }
        catch (JsonException e)
        {
            throw new ModelException(file, $"no manifest ({e.Message}).", e);
        }
    }

    // A manifest may come from anywhere, and adapting copies its files: a name must not lead out of the folder.
    private static bool IsPlainName(string? name) => name is { Length: > 0 and < 100 } && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    public string ToJson() => JsonSerializer.Serialize(this, ModelJson.Default.ModelManifest);
}

/// <summary>One file of a model.</summary>
internal sealed record ModelFile(string Name, long Length, string Sha256);

/// <summary>One corpus that a model learned from; the hash is SHA-256 of the file.</summary>
internal sealed record ModelCorpus(string Name, int Documents, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ModelManifest))]
internal sealed partial class ModelJson : JsonSerializerContext;
