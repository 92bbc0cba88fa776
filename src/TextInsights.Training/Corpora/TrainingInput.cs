using System.Collections.Immutable;
using System.Security.Cryptography;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>What to train from.</summary>
/// <param name="DataPath">A file of annotated documents, or a folder with <c>train.jsonl</c> (and further <c>*.jsonl</c> but never one whose name begins with "dev").</param>
/// <param name="CorporaDirectory">Folder of the foreign corpora (germeval2014, smartdata, facts, unlabelled), or null to train from the data alone.</param>
public sealed record TrainingInput(string DataPath, string? CorporaDirectory = null)
{
    /// <summary>The user's own annotated documents.</summary>
    internal TrainingCorpus Data => Directory.Exists(DataPath)
        ? TrainingCorpus.Join("articles", [.. Directory.GetFiles(DataPath, "*.jsonl").Where(f => !Path.GetFileName(f).StartsWith("dev", StringComparison.Ordinal)).Order(StringComparer.Ordinal)])
        : TrainingCorpus.Join("articles", [DataPath]);

    /// <summary>The training part of a foreign corpus ("germeval2014"); null where the corpora are not at hand.</summary>
    internal TrainingCorpus? Corpus(string name) =>
        CorporaDirectory is null ? null : TrainingCorpus.Join(name, [Path.Combine(CorporaDirectory, name, "train.jsonl")]);

    /// <summary>The dev part of a foreign corpus, for ids that must be left out; null where the corpora are not at hand.</summary>
    internal TrainingCorpus? DevOf(string name) =>
        CorporaDirectory is null ? null : TrainingCorpus.Join(name, [Path.Combine(CorporaDirectory, name, "dev.jsonl")]);
}

/// <summary>Documents with the name and hash that go into the manifest.</summary>
internal sealed record TrainingCorpus(string Name, string Sha256, ImmutableArray<AnnotatedDocument> Documents)
{
    public static TrainingCorpus Join(string name, string[] files)
    {
        if (files.Length == 0)
        {
            throw new InvalidDataException($"There is no .jsonl file to read {name} from.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return new TrainingCorpus(name, Convert.ToHexStringLower(hash.GetHashAndReset()), [.. files.SelectMany(f => AnnotatedCorpus.Read(f))]);
    }

    public ModelCorpus ToManifest() => new(Name, Documents.Length, Sha256);
}
