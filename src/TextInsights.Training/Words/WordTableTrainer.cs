using System.Collections.Immutable;
using System.Security.Cryptography;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Learns from running text which words stand in the same surroundings: text → vectors → groups → <c>models/words</c>.</summary>
internal static class WordTableTrainer
{
    private const int MinimumCount = 4;
    private const int Fine = 1024;
    private const int Middle = 256;
    private const int Coarse = 64;

    public static void Train(TrainingRun run)
    {
        if (run.Input.CorporaDirectory is not { } corpora)
        {
            CopyPackaged(run);
            return;
        }

        string[] files = [.. Directory.GetFiles(Path.Combine(corpora, "unlabelled"), "*.txt.gz").Order(StringComparer.Ordinal)];
        IEnumerable<string> annotated = new[] { run.Input.Corpus("germeval2014")!, run.Input.Corpus("smartdata")!, run.Input.Data }
            .SelectMany(c => c.Documents).SelectMany(d => d.Text.Split('\n'));
        var corpus = WordCorpus.Read(files.SelectMany(WordCorpus.Lines).Concat(annotated), MinimumCount);
        run.Step($"words: {corpus.Words.Length} words in a text of {corpus.Text.Length}");
        var options = new WordVectorOptions();
        options = options with { Epochs = run.Iterations(options.Epochs) };
        float[] vectors = new WordVectorTrainer(corpus, options).Train(epoch => run.Step($"words: pass {epoch} of {options.Epochs}"));
        (int[] groups, uint[] coarser) = Group(vectors, options.Dimensions);
        var words = WordTable.Read(WordTable.ToBytes(corpus.Words, groups, new byte[groups.Length], coarser));
        IReadOnlyDictionary<string, int[]> kinds = CountKinds(run, words, files);
        Write(run, WithKinds(corpus.Words, groups, kinds, coarser), [.. files.Select(f => new ModelCorpus(Path.GetFileName(f), 1, HashOf(f)))]);
    }

    /// <summary>Takes the table of the package, where there is no running text to learn from.</summary>
    public static void CopyPackaged(TrainingRun run)
    {
        run.Step("words: the table of the package stays");
        ModelManifest packed = ModelFolder.Embedded.ReadManifest(WordTable.ModelName, WordTable.Schema);
        Write(run, ModelFolder.Embedded.ReadFile(WordTable.ModelName, packed, WordTable.FileName), packed.Corpora);
    }

    private static (int[] Groups, uint[] Coarser) Group(float[] vectors, int dimensions)
    {
        (int[] fine, float[] centers) = WordClustering.Cluster(vectors, dimensions, Fine, iterations: 12);
        (int[] middle, float[] middleCenters) = WordClustering.Cluster(centers, dimensions, Middle, iterations: 20);
        (int[] coarse, _) = WordClustering.Cluster(middleCenters, dimensions, Coarse, iterations: 20);
        return ([.. fine.Select(f => f + 1)], [0, .. middle.Select(m => (uint)(m + 1) | ((uint)(coarse[m] + 1) << 16))]);
    }

    private static IReadOnlyDictionary<string, int[]> CountKinds(TrainingRun run, WordTable words, string[] files)
    {
        var lists = NameLists.Embedded();
        var examples = new ChainExamples(words, lists, EntityFeatures.FillSurroundings);
        ChainModel chain = examples.Train(run, examples.Read(run, ChainExamples.Corpora(run.Input)), epochs: 3);
        var counter = new WordKindCounter(chain, words, lists);
        int number = 0;
        foreach (string line in files.SelectMany(WordCorpus.Lines))
        {
            counter.Read(line);
            if (++number % 100_000 == 0)
            {
                run.Step($"words: kinds counted in {number} lines");
            }
        }

        return counter.Counts;
    }

    // Words that are too rare for a group may still have a kind.
    private static byte[] WithKinds(string[] known, int[] groups, IReadOnlyDictionary<string, int[]> kinds, uint[] coarser)
    {
        HashSet<string> grouped = [.. known];
        string[] rare = [.. kinds.Where(k => k.Value.Sum() >= 2 && !grouped.Contains(k.Key)).Select(k => k.Key).Order(StringComparer.Ordinal)];
        string[] words = [.. known, .. rare];
        return WordTable.ToBytes(words, [.. groups, .. new int[rare.Length]],
            [.. words.Select(w => kinds.TryGetValue(w, out int[]? counts) ? WordKind.Pack(counts) : (byte)0)], coarser);
    }

    private static void Write(TrainingRun run, byte[] table, ImmutableArray<ModelCorpus> corpora) =>
        ModelWriter.Write(run.Output, WordTable.ModelName, new Dictionary<string, byte[]> { [WordTable.FileName] = table }, new(
            WordTable.Schema, [], [], TrainingRun.Seed, ModelWriter.Versions, corpora, ImmutableSortedDictionary<string, double>.Empty));

    private static string HashOf(string file)
    {
        using FileStream stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
