using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TextInsights.Models;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Learns the subword vocabulary from the unlabelled corpora, or from the data's texts where there are none.</summary>
internal static class TokenizerTrainer
{
    private const int Merges = 8000;
    private const int MinimumCount = 5;

    public static void Train(TrainingRun run)
    {
        (Dictionary<string, long> counts, ModelCorpus corpus) = run.Input.CorporaDirectory is { } corpora
            ? CountFiles(Directory.GetFiles(Path.Combine(corpora, "unlabelled"), "*.txt.gz").Order(StringComparer.Ordinal), run)
            : CountData(run.Input.Data);
        int minimum = run.Input.CorporaDirectory is null ? 1 : MinimumCount;
        var frequent = counts.Where(c => c.Value >= minimum).ToDictionary();
        run.Step($"merging over {frequent.Count} words");
        BytePairVocabulary vocabulary = BytePairTrainer.Train(frequent, Merges, run.CancellationToken);
        var files = new Dictionary<string, byte[]>
        {
            ["vocab.json"] = vocabulary.ToVocabularyFile(Subwords.Unknown),
            ["merges.txt"] = vocabulary.ToMergesFile(),
        };
        ModelWriter.Write(run.Output, Subwords.Model, files, new ModelManifest(
            Subwords.Schema, [], [], TrainingRun.Seed, ModelWriter.Versions, [corpus], ImmutableSortedDictionary<string, double>.Empty));
    }

    private static (Dictionary<string, long> Counts, ModelCorpus Corpus) CountFiles(IEnumerable<string> files, TrainingRun run)
    {
        var counts = new Dictionary<string, long>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int lines = 0;
        foreach (string file in files)
        {
            run.Step($"counting the words of {Path.GetFileName(file)}");
            hash.AppendData(File.ReadAllBytes(file));
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                Count(line, counts);
                lines++;
            }
        }

        return (counts, new ModelCorpus("unlabelled", lines, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    private static (Dictionary<string, long> Counts, ModelCorpus Corpus) CountData(TrainingCorpus data)
    {
        var counts = new Dictionary<string, long>();
        foreach (AnnotatedDocument document in data.Documents)
        {
            Count(document.Text, counts);
        }

        return (counts, data.ToManifest());
    }

    // Runs of letters, folded as at inference; a hyphen joins parts that are cut anyway.
    private static void Count(string text, Dictionary<string, long> counts)
    {
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> folded = stackalloc char[SentimentLexicon.LongestWord];
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsLetter(text[i]))
            {
                continue;
            }

            int length = SentimentLexicon.Fold(text.AsSpan(start, i - start), folded);
            if (length > 1)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(lookup, folded[..length], out _)++;
            }

            start = i + 1;
        }
    }

    // Letters of western European languages: others would fill the vocabulary with single signs.
    private static bool IsLetter(char c) => char.IsLetter(c) && c < '\u0180';
}
