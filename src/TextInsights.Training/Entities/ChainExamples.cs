using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Writes the features of a token; see <see cref="EntityFeatures"/>.</summary>
internal delegate int FeatureFiller(DocumentAtoms document, int position, Span<uint> hashes);

/// <summary>Turns annotated documents into examples of the chain and trains it.</summary>
internal sealed class ChainExamples(WordTable words, NameLists lists, FeatureFiller fill)
{
    private const string SmartData = "smartdata";

    // The user's own articles are few and what the model is for; names found by machine follow the guideline of GermEval, so that
    // the other one is to count more.
    private const int ArticleWeight = 4;
    private const int SmartDataWeight = 2;

    /// <summary>The corpora with annotated names, documents of facts/dev left out.</summary>
    public static ImmutableArray<TrainingCorpus> Corpora(TrainingInput input)
    {
        HashSet<string> leftOut = [.. input.DevOf("facts")?.Documents.Select(d => d.Id) ?? []];
        return
        [
            .. new[] { input.Corpus("germeval2014"), input.Corpus(SmartData), input.Data }.OfType<TrainingCorpus>()
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
            var read = new List<ChainExample>();
            foreach (AnnotatedDocument document in corpus.Documents)
            {
                Add(document, guideline, read);
            }

            run.Step($"entities: {corpus.Name} read, {read.Count} sentences");
            int weight = corpora.Length == 1 ? 1 : corpus == corpora[^1] ? ArticleWeight : corpus.Name == SmartData ? SmartDataWeight : 1;
            for (int copy = 0; copy < weight; copy++)
            {
                examples.AddRange(read);
            }
        }

        return examples;
    }

    /// <summary>
    /// Trains a chain, anew or from the weights of another one: the mean of as many chains as are asked for, each of which reads
    /// the sentences in another order.
    /// </summary>
    public ChainModel Train(TrainingRun run, List<ChainExample> examples, int epochs, ChainModel? start = null, int orders = 1)
    {
        int[] rowOf = ChainRows.Number(examples, out int rows);
        ChainExample[] compact = [.. examples.Select(e => ChainRows.Compact(e, rowOf))];
        ChainTrainerOptions options = start is null ? new ChainTrainerOptions(run.Iterations(epochs)) : ChainTrainerOptions.Adapting(run.Iterations(epochs));
        float[] weights = new float[rows * EntityLabels.Count], transitions = new float[(EntityLabels.Count + 1) * EntityLabels.Count];
        for (int order = 0; order < orders; order++)
        {
            var trainer = new ChainTrainer(rows, options with { Seed = TrainingRun.Seed + order });
            if (start is not null)
            {
                trainer.StartFrom(start, rowOf);
            }

            trainer.Train(compact, (epoch, loss) => run.Step($"entities: pass {epoch} of {options.Epochs}, loss {loss:F0}"));
            TensorPrimitives.MultiplyAdd(trainer.MeanWeights(), 1f / orders, weights, weights);
            TensorPrimitives.MultiplyAdd(trainer.MeanTransitions(), 1f / orders, transitions, transitions);
        }

        return ChainRows.Quantize(weights, transitions, rowOf, start);
    }

    // Where the end of a sentence cuts a name, the rest of it has no beginning: no sequence of classes says that, so it stays open.
    private static ushort[] Possible(ReadOnlySpan<ushort> allowed)
    {
        ushort[] possible = allowed.ToArray();
        int previous = EntityLabels.Outside;
        for (int i = 0; i < possible.Length; i++)
        {
            int label = BitOperations.IsPow2(possible[i]) ? BitOperations.TrailingZeroCount(possible[i]) : -1;
            if (label >= 0 && previous >= 0 && !EntityLabels.MayFollow(previous, label))
            {
                possible[i] = ushort.MaxValue;
                label = -1;
            }

            previous = label;
        }

        return possible;
    }

    /// <summary>What the features of a text are made of.</summary>
    public DocumentAtoms AtomsOf(SegmentedText text) => new(text, words, lists);

    /// <summary>The sentences of a document.</summary>
    public void Add(AnnotatedDocument document, EntityGuideline guideline, List<ChainExample> examples)
    {
        SegmentedText text = GoldStages.Segment(document);
        ushort[] allowed = EntityGold.Allowed(document, text, guideline);
        DocumentAtoms atoms = AtomsOf(text);
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

            examples.Add(new ChainExample(offsets, [.. features], Possible(allowed.AsSpan(sentence.FirstToken, sentence.TokenCount))));
        }
    }
}
