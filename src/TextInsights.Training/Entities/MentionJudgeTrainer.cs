using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>
/// Trains the judge of proposed names with ML.NET. What it learns from are proposals of chains that did not see the documents:
/// chains that learn from all but one part of each corpus propose for that part.
/// </summary>
internal static class MentionJudgeTrainer
{
    private const int Parts = 3;

    /// <param name="run">The training.</param>
    /// <param name="chainExamples">Makes examples of documents.</param>
    /// <param name="corpora">What people annotated: of this the judge learns.</param>
    /// <param name="silver">What each chain learns from beside them.</param>
    /// <param name="epochs">Passes of each chain.</param>
    public static byte[] Train(TrainingRun run, ChainExamples chainExamples, ImmutableArray<TrainingCorpus> corpora, ImmutableArray<ChainExample> silver, int epochs)
    {
        var examples = new List<LinearExample>();
        for (int part = 0; part < Parts; part++)
        {
            ChainModel chain = chainExamples.Train(run, [.. silver, .. chainExamples.Read(run, Select(corpora, number => number != part))], epochs);
            foreach (TrainingCorpus corpus in Select(corpora, number => number == part))
            {
                bool[] known = [.. Enumerable.Range(0, 4).Select(t => corpora.First(c => c.Name == corpus.Name).Documents.Any(d => d.Mentions!.Value.Any(m => (int)m.Type == t)))];
                foreach (AnnotatedDocument document in corpus.Documents)
                {
                    Add(document, chain, chainExamples, known, examples);
                }
            }
        }

        run.Step($"entities: judge learns from {examples.Count} proposals");
        var ml = new MLContext(TrainingRun.Seed);
        const int Slots = 1 << MentionFeatures.SlotBits;
        var options = new LinearTrainerOptions(L1: 0.05f, L2: 0.5f, Iterations: run.Iterations(60), MinimumCount: 2);
        ITransformer model = LinearModelTrainer.Train(ml, examples, Slots, MentionJudge.Labels, options);
        return ModelWriter.ToZip(ml, model, LinearModelTrainer.ToDataView(ml, [], Slots, MentionJudge.Labels.Length).Schema);
    }

    // The documents of each corpus that are in certain parts; neighbours are in different parts.
    private static ImmutableArray<TrainingCorpus> Select(ImmutableArray<TrainingCorpus> corpora, Func<int, bool> isIn) =>
        [.. corpora.Select(c => c with { Documents = [.. c.Documents.Where((_, i) => isIn(i % Parts))] })];

    // Proposals over ignored stretches, of types that the corpus does not annotate, teach nothing.
    private static void Add(
        AnnotatedDocument document, ChainModel chain, ChainExamples chainExamples, bool[] known, List<LinearExample> examples)
    {
        SegmentedText text = GoldStages.Segment(document);
        DocumentAtoms atoms = chainExamples.AtomsOf(text);
        ImmutableArray<RecognizedMention> proposed = ChainTagger.Tag(chain, text, atoms);
        var features = new MentionFeatures(text, atoms, proposed);
        var buffer = new FeatureBuffer(MentionFeatures.SlotBits);
        for (int m = 0; m < proposed.Length; m++)
        {
            RecognizedMention mention = proposed[m];
            GoldMention? gold = document.Mentions!.Value.FirstOrDefault(g => g.Start == mention.Span.Start && g.End == mention.Span.End)
                ?? (document.Parts ?? []).FirstOrDefault(p => p.Start == mention.Span.Start && p.End > mention.Span.End); // "VW" in "VW-Werk"
            bool open = !known[(int)mention.Type] || (document.Ignored ?? []).Any(i => i.Start < mention.Span.End && mention.Span.Start < i.End);
            if (gold is not null || !open)
            {
                features.Fill(m, buffer);
                examples.Add(LinearExample.From(buffer, gold is null ? 0 : 1 + (uint)gold.Type));
            }
        }
    }
}
