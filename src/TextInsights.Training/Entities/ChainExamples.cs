using System.Collections.Immutable;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Writes the features of a token; see <see cref="EntityFeatures"/>.</summary>
internal delegate int FeatureFiller(DocumentAtoms document, int position, Span<uint> hashes);

/// <summary>Turns annotated documents into examples of the chain and trains it.</summary>
internal sealed class ChainExamples(WordTable words, NameLists lists, FeatureFiller fill)
{
    // The user's own articles are few and what the model is for.
    private const int ArticleWeight = 4;

    /// <summary>The corpora with annotated names, documents of facts/dev left out.</summary>
    public static ImmutableArray<TrainingCorpus> Corpora(TrainingInput input)
    {
        HashSet<string> leftOut = [.. input.DevOf("facts")?.Documents.Select(d => d.Id) ?? []];
        return
        [
            .. new[] { input.Corpus("germeval2014"), input.Corpus("smartdata"), input.Data }.OfType<TrainingCorpus>()
                .Select(c => c with { Documents = [.. c.Documents.Where(d => d.Mentions is not null && !leftOut.Contains(d.Id))] }),
        ];
    }

    /// <summary>Examples of the corpora, in order; the last one is the user's own.</summary>
    public List<ChainExample> Read(TrainingRun run, ImmutableArray<TrainingCorpus> corpora)
    {
        var examples = new List<ChainExample>();
        foreach (TrainingCorpus corpus in corpora)
        {
            var guideline = EntityGuideline.Of(corpus.Documents, othersAnnotateMore: corpora.Length > 1);
            int first = examples.Count;
            foreach (AnnotatedDocument document in corpus.Documents)
            {
                Add(document, guideline, examples);
            }

            run.Step($"entities: {corpus.Name} read, {examples.Count - first} sentences");
            if (corpus == corpora[^1] && corpora.Length > 1)
            {
                List<ChainExample> own = examples[first..];
                for (int copy = 1; copy < ArticleWeight; copy++)
                {
                    examples.AddRange(own);
                }
            }
        }

        return examples;
    }

    /// <summary>Trains a chain, anew or from the weights of another one.</summary>
    public ChainModel Train(TrainingRun run, List<ChainExample> examples, int epochs, ChainModel? start = null)
    {
        int[] rowOf = ChainRows.Number(examples, out int rows);
        var trainer = new ChainTrainer(rows, start is null ? new ChainTrainerOptions(run.Iterations(epochs)) : ChainTrainerOptions.Adapting(run.Iterations(epochs)));
        if (start is not null)
        {
            trainer.StartFrom(start, rowOf);
        }

        trainer.Train([.. examples.Select(e => ChainRows.Compact(e, rowOf))], (epoch, loss) => run.Step($"entities: pass {epoch} of {run.Iterations(epochs)}, loss {loss:F0}"));
        return ChainRows.Quantize(trainer, rowOf, start);
    }

    /// <summary>The sentences of a document.</summary>
    public void Add(AnnotatedDocument document, EntityGuideline guideline, List<ChainExample> examples)
    {
        SegmentedText text = GoldStages.Segment(document);
        ushort[] allowed = EntityGold.Allowed(document, text, guideline);
        var atoms = new DocumentAtoms(text, words, lists);
        Span<uint> hashes = stackalloc uint[EntityFeatures.Most];
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            int start = DocumentAtoms.PositionOf(sentence, s);
            int[] offsets = new int[sentence.TokenCount + 1];
            var features = new List<int>();
            for (int i = 0; i < sentence.TokenCount; i++)
            {
                foreach (uint hash in hashes[..fill(atoms, start + i, hashes)])
                {
                    features.Add((int)(hash >> (32 - ChainModel.SlotBits)));
                }

                offsets[i + 1] = features.Count;
            }

            examples.Add(new ChainExample(offsets, [.. features], allowed[sentence.FirstToken..sentence.EndToken]));
        }
    }
}
