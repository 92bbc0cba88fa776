using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Trains the name model: tokens of the corpora → features → ML.NET → <c>models/entities</c>.</summary>
internal static class EntityTrainer
{
    private const int Seed = 1;

    public static void Train(TrainingInput input, string output, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ImmutableArray<TrainingCorpus> corpora = [.. new[] { input.Corpus("germeval2014"), input.Corpus("smartdata"), input.Data }.OfType<TrainingCorpus>()];
        HashSet<string> leftOut = [.. input.DevOf("facts")?.Documents.Select(d => d.Id) ?? []];
        var examples = new List<LinearExample>();
        foreach (TrainingCorpus corpus in corpora)
        {
            foreach (AnnotatedDocument document in corpus.Documents)
            {
                if (document.Mentions is not null && !leftOut.Contains(document.Id))
                {
                    AddExamples(document, examples);
                }
            }

            progress?.Report($"entities: {corpus.Name} read, {examples.Count} tokens");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var ml = new MLContext(Seed);
        var options = new LinearTrainerOptions(L1: 0.2f, L2: 0.05f, Iterations: 60, MinimumCount: 2);
        ITransformer model = LinearModelTrainer.Train(ml, examples, 1 << EntityRecognizer.SlotBits, EntityLabels.Names, options);
        DataViewSchema schema = LinearModelTrainer.ToDataView(ml, [], 1 << EntityRecognizer.SlotBits, EntityLabels.Count).Schema;
        progress?.Report("entities: trained");
        ModelWriter.Write(output, EntityRecognizer.ModelName, new Dictionary<string, byte[]> { ["model.zip"] = ModelWriter.ToZip(ml, model, schema) }, new(
            EntityFeatures.Schema, EntityLabels.Names, [], Seed, ModelWriter.Versions, [.. corpora.Select(c => c.ToManifest())],
            ImmutableSortedDictionary<string, double>.Empty));
    }

    private static void AddExamples(AnnotatedDocument document, List<LinearExample> examples)
    {
        SegmentedText text = GoldStages.Segment(document);
        byte[] labels = EntityGold.Labels(document, text);
        var atoms = new SentenceAtoms();
        var features = new FeatureBuffer(EntityRecognizer.SlotBits);
        foreach (SentenceRange sentence in text.Sentences)
        {
            atoms.Read(text, sentence);
            for (int i = 0; i < sentence.TokenCount; i++)
            {
                EntityFeatures.Fill(atoms.Padded, i + EntityFeatures.Reach, features);
                examples.Add(LinearExample.From(features, labels[sentence.FirstToken + i]));
            }
        }
    }
}
