using System.Collections.Immutable;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Trains the name model: tokens of the corpora → features → chain → <c>models/entities</c>.</summary>
internal static class EntityTrainer
{
    private const int Epochs = 4;
    private const int Orders = 3;

    public static void Train(TrainingRun run)
    {
        if (!File.Exists(Path.Combine(run.Output, WordTable.ModelName, "manifest.json")))
        {
            WordTableTrainer.CopyPackaged(run);
        }

        var words = WordTable.Load(ModelFolder.At(run.Output));
        var lists = NameLists.Embedded();
        ImmutableArray<TrainingCorpus> annotated = ChainExamples.Corpora(run.Input);
        var examples = new ChainExamples(words, lists, EntityFeatures.Fill);
        ImmutableArray<TrainingCorpus> silver = SilverNames.Read(run.Input) is { } found ? [found] : [];
        ImmutableArray<ChainExample> silverExamples = [.. examples.Read(run, silver)];
        byte[] judge = MentionJudgeTrainer.Train(run, examples, annotated, silverExamples, Epochs);
        ChainModel chain = examples.Train(run, [.. silverExamples, .. examples.Read(run, annotated)], Epochs, orders: Orders);
        ModelWriter.Write(run.Output, EntityRecognizer.ModelName, new Dictionary<string, byte[]> { [ChainModel.FileName] = chain.ToBytes(), ["model.zip"] = judge }, new(
            EntityFeatures.Schema, MentionJudge.Labels, [], TrainingRun.Seed, ModelWriter.Versions,
            [.. annotated.Concat(silver).Select(c => c.ToManifest())], ImmutableSortedDictionary<string, double>.Empty));
    }

    /// <summary>Lets the chain that lies in the output folder go on learning from the data; its words and its judge stay.</summary>
    public static void Adapt(TrainingRun run)
    {
        ModelFolder folder = ModelFolder.At(run.Output);
        ModelManifest manifest = folder.ReadManifest(EntityRecognizer.ModelName, EntityFeatures.Schema);
        var examples = new ChainExamples(WordTable.Load(folder), NameLists.Embedded(), EntityFeatures.Fill);
        ImmutableArray<TrainingCorpus> corpora = ChainExamples.Corpora(run.Input);
        ChainModel chain = examples.Train(run, examples.Read(run, corpora), Epochs, ChainModel.Load(folder, manifest, EntityRecognizer.ModelName));
        var files = manifest.Files.ToDictionary(f => f.Name, f => folder.ReadFile(EntityRecognizer.ModelName, manifest, f.Name));
        files[ChainModel.FileName] = chain.ToBytes();
        ModelWriter.WriteFiles(run.Output, EntityRecognizer.ModelName, files, manifest with { Versions = ModelWriter.Versions, Corpora = [.. manifest.Corpora, .. corpora.Select(c => c.ToManifest())] });
    }
}
