using System.Collections.Immutable;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Trains the name model: tokens of the corpora → features → chain → <c>models/entities</c>.</summary>
internal static class EntityTrainer
{
    private const int MinimumCount = 2;

    public static void Train(TrainingRun run)
    {
        TrainingInput input = run.Input;
        ImmutableArray<TrainingCorpus> corpora = [.. new[] { input.Corpus("germeval2014"), input.Corpus("smartdata"), input.Data }.OfType<TrainingCorpus>()];
        HashSet<string> leftOut = [.. input.DevOf("facts")?.Documents.Select(d => d.Id) ?? []];
        var examples = new List<ChainExample>();
        foreach (TrainingCorpus corpus in corpora)
        {
            AnnotatedDocument[] documents = [.. corpus.Documents.Where(d => d.Mentions is not null && !leftOut.Contains(d.Id))];
            var guideline = EntityGuideline.Of(documents, othersAnnotateMore: corpora.Length > 1);
            foreach (AnnotatedDocument document in documents)
            {
                AddExamples(document, guideline, examples);
            }

            run.Step($"entities: {corpus.Name} read, {examples.Count} sentences");
        }

        int[] rowOf = ChainRows.Number(examples, MinimumCount, out int rows);
        var trainer = new ChainTrainer(rows, new ChainTrainerOptions(Epochs: run.Iterations(6)));
        trainer.Train([.. examples.Select(e => ChainRows.Compact(e, rowOf))], (epoch, loss) => run.Step($"entities: pass {epoch}, loss {loss:F0}"));
        ChainModel chain = ChainRows.Quantize(trainer, rowOf);
        ModelWriter.Write(run.Output, EntityRecognizer.ModelName, new Dictionary<string, byte[]> { [ChainModel.FileName] = chain.ToBytes() }, new(
            EntityFeatures.Schema, EntityLabels.Names, [], TrainingRun.Seed, ModelWriter.Versions, [.. corpora.Select(c => c.ToManifest())],
            ImmutableSortedDictionary<string, double>.Empty));
    }

    private static void AddExamples(AnnotatedDocument document, EntityGuideline guideline, List<ChainExample> examples)
    {
        SegmentedText text = GoldStages.Segment(document);
        ushort[] allowed = EntityGold.Allowed(document, text, guideline);
        var atoms = new SentenceAtoms();
        Span<uint> hashes = stackalloc uint[EntityFeatures.Most];
        foreach (SentenceRange sentence in text.Sentences)
        {
            atoms.Read(text, sentence);
            int[] offsets = new int[sentence.TokenCount + 1];
            var features = new List<int>();
            for (int i = 0; i < sentence.TokenCount; i++)
            {
                foreach (uint hash in hashes[..EntityFeatures.Fill(atoms.Padded, i + EntityFeatures.Reach, hashes)])
                {
                    features.Add((int)(hash >> (32 - ChainModel.SlotBits)));
                }

                offsets[i + 1] = features.Count;
            }

            examples.Add(new ChainExample(offsets, [.. features], allowed[sentence.FirstToken..sentence.EndToken]));
        }
    }
}
