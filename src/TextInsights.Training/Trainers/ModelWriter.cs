using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.ML;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Writes a model folder: the files and the manifest that vouches for them. Equal models give equal bytes.</summary>
internal static class ModelWriter
{
    // Zip entries carry a time; a fixed one keeps equal models equal.
    private static readonly DateTimeOffset FixedTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The ML.NET zip of a trained pipeline, with fixed time stamps.</summary>
    public static byte[] ToZip(MLContext ml, ITransformer transformer, DataViewSchema schema)
    {
        using var raw = new MemoryStream();
        ml.Model.Save(transformer, schema, raw);
        raw.Position = 0;
        using var stamped = new MemoryStream();
        using (var source = new ZipArchive(raw, ZipArchiveMode.Read))
        using (var target = new ZipArchive(stamped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.SmallestSize);
                copy.LastWriteTime = FixedTime;
                using Stream from = entry.Open();
                using Stream to = copy.Open();
                from.CopyTo(to);
            }
        }

        return stamped.ToArray();
    }

    /// <summary>Writes all files of a model and, beside each ML.NET zip, its compiled weights into <c>output/model</c>.</summary>
    public static void Write(string output, string model, IReadOnlyDictionary<string, byte[]> files, ModelManifest manifest) =>
        WriteFiles(output, model, files.Concat(files.Where(f => f.Key.EndsWith(".zip", StringComparison.Ordinal))
            .Select(f => KeyValuePair.Create(LinearModel.CompiledName(f.Key), Compile(f.Value)))).ToDictionary(), manifest);

    /// <summary>
    /// Writes files as they are: all of them beside their places first, then renamed, the manifest last, so that an interrupted run
    /// leaves the old model whole.
    /// </summary>
    public static void WriteFiles(string output, string model, IReadOnlyDictionary<string, byte[]> files, ModelManifest manifest)
    {
        string directory = Path.Combine(output, model);
        Directory.CreateDirectory(directory);
        ModelManifest complete = manifest with
        {
            Files = [.. files.OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new ModelFile(f.Key, f.Value.Length, Convert.ToHexStringLower(SHA256.HashData(f.Value))))],
        };
        (string Path, byte[] Bytes)[] targets =
        [
            .. files.Select(f => (Path.Combine(directory, f.Key), f.Value)),
            (Path.Combine(directory, "manifest.json"), System.Text.Encoding.UTF8.GetBytes(complete.ToJson() + "\n")),
        ];
        foreach ((string path, byte[] bytes) in targets)
        {
            File.WriteAllBytes(path + ".new", bytes);
        }

        foreach ((string path, _) in targets)
        {
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    private static byte[] Compile(byte[] zip)
    {
        ITransformer transformer = new MLContext().Model.Load(new MemoryStream(zip), out _);
        string[] labels = [.. Enumerable.Range(0, LinearModel.ClassCountOf(transformer)).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        return CompiledWeights.ToBytes(LinearModel.FromTransformer(transformer, [.. labels]));
    }

    /// <summary>Versions that a manifest records.</summary>
    public static ImmutableSortedDictionary<string, string> Versions { get; } = ImmutableSortedDictionary.CreateRange(
    [
        KeyValuePair.Create("TextInsights", PackageVersion(typeof(TextAnalyzer))),
        KeyValuePair.Create("Microsoft.ML", PackageVersion(typeof(MLContext))),
    ]);

    // Assembly versions stay behind: Microsoft.ML 5.0.1 has 1.0.0.
    private static string PackageVersion(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
