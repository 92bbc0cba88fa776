using System.Collections.Immutable;
using System.Security.Cryptography;

namespace TextInsights.Models;

/// <summary>Where model files come from: the ones packed into the assembly, or a folder on disk. Every file is checked against its manifest.</summary>
internal sealed class ModelFolder
{
    private const string Prefix = "models/";
    private const string ManifestName = "manifest.json";

    private readonly string? _directory;

    private ModelFolder(string? directory) => _directory = directory;

    /// <summary>The models that are packed into this assembly.</summary>
    public static ModelFolder Embedded => new(null);

    /// <summary>The models of a folder laid out as <c>models/</c> of the repository.</summary>
    public static ModelFolder At(string directory) => new(Path.GetFullPath(directory));

    /// <summary>Names of all models that have a manifest, such as "entities" or "sentiment/sentence", in order.</summary>
    public ImmutableArray<string> ModelNames
    {
        get
        {
            IEnumerable<string> files = _directory is null
                ? typeof(ModelFolder).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..])
                : Directory.EnumerateFiles(_directory, ManifestName, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_directory, f).Replace('\\', '/'));
            return [.. files.Where(f => f.EndsWith("/" + ManifestName, StringComparison.Ordinal)).Select(f => f[..^(ManifestName.Length + 1)]).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Reads the manifest of a model ("entities").</summary>
    public ModelManifest ReadManifest(string model) => ModelManifest.Parse($"{model}/{ManifestName}", ReadBytes($"{model}/{ManifestName}"));

    /// <summary>Reads the manifest of a model and checks its schema and, of a folder on disk, all its files, also those that only training reads.</summary>
    public ModelManifest ReadManifest(string model, string expectedSchema)
    {
        ModelManifest manifest = ReadManifest(model);
        foreach (ModelFile file in _directory is null ? [] : manifest.Files)
        {
            ReadFile(model, manifest, file.Name);
        }

        return manifest.Schema == expectedSchema
            ? manifest
            : throw new ModelException($"{model}/{ManifestName}", $"made for schema '{manifest.Schema}', this version needs '{expectedSchema}'.");
    }

    /// <summary>Reads a file of a model and compares it with length and SHA-256 in the manifest.</summary>
    public byte[] ReadFile(string model, ModelManifest manifest, string name)
    {
        string file = $"{model}/{name}";
        ModelFile expected = manifest.Files.FirstOrDefault(f => f.Name == name)
            ?? throw new ModelException(file, "not listed in its manifest.");
        byte[] bytes = ReadBytes(file, expected.Length);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hash == expected.Sha256
            ? bytes
            : throw new ModelException(file, $"altered: SHA-256 {expected.Sha256} expected, {hash} found.");
    }

    private byte[] ReadBytes(string file, long? expectedLength = null)
    {
        try
        {
            using Stream stream = Open(file) ?? throw new ModelException(file, "missing.");
            if (expectedLength is { } expected && stream.Length != expected)
            {
                throw new ModelException(file, $"altered: {expected} bytes expected, {stream.Length} found.");
            }

            if (stream.Length > ModelManifest.MostBytes)
            {
                throw new ModelException(file, $"{stream.Length} bytes long, which no model is.");
            }

            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(file, "missing or unreadable.", e);
        }
    }

    private Stream? Open(string file) => _directory is null
        ? typeof(ModelFolder).Assembly.GetManifestResourceStream(Prefix + file)
        : new FileStream(Path.Combine(_directory, file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete); // new models may be put there meanwhile
}
