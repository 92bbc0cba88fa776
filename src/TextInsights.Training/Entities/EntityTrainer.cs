using System.Collections.Immutable;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Trains the name model: tokens of the corpora → features → chain → <c>models/entities</c>.</summary>
internal static class EntityTrainer
{
    private const int Epochs = 4;

    public static void Train(TrainingRun run)
    {
        if (!File.Exists(Path.Combine(run.Output, WordTable.ModelName, "manifest.json")))
        {
            WordTableTrainer.CopyPackaged(run);
        }

        var words = WordTable.Load(ModelFolder.At(run.Output));
        var lists = NameLists.Embedded();
        byte[] judge = MentionJudgeTrainer.Train(run, words, lists, Epochs);
        var examples = new ChainExamples(words, lists, EntityFeatures.Fill);
        ChainModel chain = examples.Train(run, examples.Read(run, ChainExamples.Corpora(run.Input)), Epochs);
        ModelWriter.Write(run.Output, EntityRecognizer.ModelName, new Dictionary<string, byte[]> { [ChainModel.FileName] = chain.ToBytes(), ["model.zip"] = judge }, new(
            EntityFeatures.Schema, MentionJudge.Labels, [], TrainingRun.Seed, ModelWriter.Versions,
            [.. ChainExamples.Corpora(run.Input).Select(c => c.ToManifest())], ImmutableSortedDictionary<string, double>.Empty));
    }
}
