using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>
/// Trains the models that tell which entity an amount is about. What a later one learns from is found by earlier ones that have not
/// seen the document: in new texts, the amounts before are as uncertain as that.
/// </summary>
internal static class SubjectTrainer
{
    private const int FoldCount = CrossFitted.FoldCount;

    private static readonly LinearTrainerOptions WordOptions = new(L1: 0.02f, L2: 16, Iterations: 60);
    private static readonly ForestOptions ForestOptions = new(Trees: 120, Rate: 0.12, Penalty: 5);

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        run.Step("subjects: training");
        Trained trained = Train(SubjectSample.Of(data.Documents), run.Iterations(WordOptions.Iterations));
        var ml = new MLContext(TrainingRun.Seed);
        ModelWriter.Write(run.Output, SubjectResolver.ModelName, new Dictionary<string, byte[]>
        {
            [SubjectResolver.WordsFile] = ToZip(trained.Words, SubjectFeatures.Bits, SubjectResolver.WordLabels.Length),
            [SubjectResolver.PartiesFile] = ToZip(trained.Parties, PartyFeatures.Bits, PartyProfile.Labels.Length),
            [SubjectResolver.ForestFile] = trained.Forest.ToBytes(),
        }, new ModelManifest(SubjectResolver.Schema, SubjectResolver.WordLabels, [], TrainingRun.Seed, ModelWriter.Versions, [data.ToManifest()],
            ImmutableSortedDictionary<string, double>.Empty));

        byte[] ToZip(ITransformer transformer, int bits, int classes) =>
            ModelWriter.ToZip(ml, transformer, LinearModelTrainer.ToDataView(ml, [], 1 << bits, classes).Schema);
    }

    /// <summary>A resolver learned from documents, without a file.</summary>
    public static SubjectResolver Fit(IEnumerable<AnnotatedDocument> documents)
    {
        Trained trained = Train(SubjectSample.Of(documents), WordOptions.Iterations);
        return new SubjectResolver(WordsOf(trained.Words), PartyTrainer.ToModel(trained.Parties), trained.Forest);
    }

    private static Trained Train(ImmutableArray<SubjectSample> samples, int iterations)
    {
        ImmutableArray<int>[] right = [.. samples.Select(s => s.Subjects)];
        ITransformer parties = PartyTrainer.Fit(samples, iterations);
        LinearModel[] otherParties = [.. Folds().Select(fold => PartyTrainer.ToModel(PartyTrainer.Fit(Without(samples, fold), iterations)))];
        var found = new ImmutableArray<int>[samples.Length];
        for (int fold = 0; fold < FoldCount; fold++)
        {
            LinearModel words = WordsOf(FitWords(WordExamples(Without(samples, fold), Without(right, fold)), iterations));
            Each(fold, i => found[i] = [.. Draft(i, words, fold).Subjects]);
        }

        var rows = new RankingExamples(SubjectRow.Length);
        var drafts = new (SubjectContext Context, SubjectDraft Draft)[samples.Length];
        for (int fold = 0; fold < FoldCount; fold++)
        {
            LinearModel words = WordsOf(FitWords(
                [.. WordExamples(Without(samples, fold), Without(found, fold)), .. WordExamples(Without(samples, fold), Without(right, fold))], iterations));
            Each(fold, i => drafts[i] = (samples[i].ToContext(), Draft(i, words, fold)));
        }

        for (int i = 0; i < samples.Length; i++)
        {
            AddRows(drafts[i].Context, drafts[i].Draft, samples[i].Subjects, rows);
        }

        return new Trained(
            FitWords([.. WordExamples(samples, found), .. WordExamples(samples, right)], iterations), parties, ForestTrainer.Train(rows, ForestOptions));

        SubjectDraft Draft(int sample, LinearModel words, int fold) => new SubjectResolver(words, otherParties[fold], null).Draft(samples[sample].ToContext());

        void Each(int fold, Action<int> act)
        {
            for (int i = fold; i < samples.Length; i += FoldCount)
            {
                act(i);
            }
        }
    }

    private static IEnumerable<int> Folds() => Enumerable.Range(0, FoldCount);

    private static ImmutableArray<T> Without<T>(IReadOnlyList<T> all, int fold) => [.. all.Where((_, i) => i % FoldCount != fold)];

    private static ITransformer FitWords(List<LinearExample> examples, int iterations) => LinearModelTrainer.Train(
        new MLContext(TrainingRun.Seed), examples, 1 << SubjectFeatures.Bits, SubjectResolver.WordLabels, WordOptions with { Iterations = iterations });

    private static LinearModel WordsOf(ITransformer transformer) => LinearModel.FromTransformer(transformer, SubjectResolver.WordLabels);

    private static List<LinearExample> WordExamples(IReadOnlyList<SubjectSample> samples, IReadOnlyList<ImmutableArray<int>> chains)
    {
        var examples = new List<LinearExample>();
        var features = new FeatureBuffer(SubjectFeatures.Bits);
        for (int s = 0; s < samples.Count; s++)
        {
            SubjectSample sample = samples[s];
            var scene = new SubjectScene(sample.ToContext());
            for (int i = 0; i < sample.Amounts.Length; i++)
            {
                scene.MoveTo(i);
                AddPairs(scene, sample.Subjects[i], features, examples);
                scene.Subjects.Add(chains[s][i]);
            }
        }

        return examples;
    }

    // "Rather this one than that one" for the right candidate and each other: what is learned is an order.
    private static void AddPairs(SubjectScene scene, int subject, FeatureBuffer features, List<LinearExample> examples)
    {
        int right = scene.Candidates.IndexOf(subject);
        if (right < 0)
        {
            return;
        }

        SubjectFeatures.Extract(scene, right, features);
        LinearExample better = LinearExample.From(features, 1);
        for (int rank = 0; rank < scene.Candidates.Count; rank++)
        {
            if (rank != right)
            {
                SubjectFeatures.Extract(scene, rank, features);
                LinearExample worse = LinearExample.From(features, 0);
                examples.Add(LinearExample.Difference(better, worse, 1));
                examples.Add(LinearExample.Difference(worse, better, 0));
            }
        }
    }

    private static void AddRows(SubjectContext context, SubjectDraft draft, ImmutableArray<int> subjects, RankingExamples rows)
    {
        var scene = new SubjectScene(context);
        Span<byte> row = stackalloc byte[SubjectRow.Length];
        for (int i = 0; i < subjects.Length; i++)
        {
            scene.MoveTo(i);
            for (int rank = 0; rank < scene.Candidates.Count; rank++)
            {
                SubjectRow.Write(scene, draft, rank, row);
                rows.AddRow(row);
            }

            rows.EndGroup(scene.Candidates.IndexOf(subjects[i]));
            scene.Subjects.Add(draft.SubjectOf(i));
        }
    }

    private sealed record Trained(ITransformer Words, ITransformer Parties, DecisionForest Forest);
}
