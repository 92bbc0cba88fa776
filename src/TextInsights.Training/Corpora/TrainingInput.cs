using System.Collections.Immutable;
using System.Security.Cryptography;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>What to train from.</summary>
/// <param name="DataPath">A file of annotated documents, or a folder with <c>train.jsonl</c> (and further <c>*.jsonl</c> but never one whose name begins with "dev").</param>
/// <param name="CorporaDirectory">Folder of the foreign corpora (germeval2014, smartdata, facts, unlabelled), or null to train from the data alone.</param>
public sealed record TrainingInput(string DataPath, string? CorporaDirectory = null)
{
    /// <summary>Documents that are learned from beside the data; null for none. See <see cref="ModelTrainer.Adapt"/>.</summary>
    internal TrainingCorpus? Own { get; init; }

    /// <summary>How often each of <see cref="Own"/> counts.</summary>
    internal int OwnWeight { get; init; } = 1;

    /// <summary>The user's own annotated documents.</summary>
    internal TrainingCorpus Data => Own is null ? Read() : TrainingCorpus.Weigh(Read(), Own, OwnWeight);

    private TrainingCorpus Read() => Directory.Exists(DataPath)
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

    /// <summary>A corpus and copies of another one, whose ids are set apart. Copies keep one id, by which cross-validation keeps them together.</summary>
    public static TrainingCorpus Weigh(TrainingCorpus corpus, TrainingCorpus own, int weight) => new(
        $"{corpus.Name} and own documents {weight} times",
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(corpus.Sha256 + own.Sha256))),
        [.. corpus.Documents, .. Enumerable.Repeat(own.Documents.Select(d => d with { Id = $"own/{d.Id}" }), weight).SelectMany(d => d)]);

    public ModelCorpus ToManifest() => new(Name, Documents.Length, Sha256);
}
