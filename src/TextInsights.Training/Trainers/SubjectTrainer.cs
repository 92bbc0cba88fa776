using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Trains the model that tells which entity an amount is about.</summary>
internal static class SubjectTrainer
{
    private static readonly ImmutableArray<string> Labels = ["no", "yes"];

    private static readonly LinearTrainerOptions Options = new(L1: 0.02f, L2: 16, Iterations: 60);

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        run.Step("subjects: training");
        LinearTrainerOptions options = Options with { Iterations = run.Iterations(Options.Iterations) };
        LinearModelTrainer.TrainAndWrite(
            run, SubjectResolver.ModelName, SubjectFeatures.Schema, Examples(SubjectSample.Of(data.Documents), options), SubjectFeatures.Bits, Labels, options, [data.ToManifest()]);
    }

    /// <summary>A resolver learned from documents, without a file.</summary>
    public static SubjectResolver Fit(IEnumerable<AnnotatedDocument> documents) => Fit(Examples(SubjectSample.Of(documents), Options), Options);

    private static SubjectResolver Fit(List<LinearExample> examples, LinearTrainerOptions options) =>
        new(LinearModel.FromTransformer(LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), examples, 1 << SubjectFeatures.Bits, Labels, options), Labels));

    // Every amount twice: with the right subjects before it, and with those that a resolver finds that has not seen the document.
    // Later, the ones before are as uncertain as that.
    private static List<LinearExample> Examples(ImmutableArray<SubjectSample> samples, LinearTrainerOptions options)
    {
        ImmutableArray<int>[] right = [.. samples.Select(s => s.Subjects)];
        var found = new ImmutableArray<int>[samples.Length];
        for (int fold = 0; fold < CrossFitted.FoldCount; fold++)
        {
            int[] seen = [.. Enumerable.Range(0, samples.Length).Where(i => i % CrossFitted.FoldCount != fold)];
            SubjectResolver resolver = Fit(Examples([.. seen.Select(i => samples[i])], [.. seen.Select(i => right[i])]), options);
            for (int i = fold; i < samples.Length; i += CrossFitted.FoldCount)
            {
                SubjectSample sample = samples[i];
                found[i] = [.. resolver.Resolve(sample.Text, sample.Entities, sample.References, sample.Amounts).Select(a => a.Subject ?? SubjectFeatures.Nobody)];
            }
        }

        return [.. Examples(samples, found), .. Examples(samples, right)];
    }

    private static List<LinearExample> Examples(ImmutableArray<SubjectSample> samples, ImmutableArray<int>[] chains)
    {
        var examples = new List<LinearExample>();
        var features = new FeatureBuffer(SubjectFeatures.Bits);
        for (int s = 0; s < samples.Length; s++)
        {
            SubjectSample sample = samples[s];
            var scene = new SubjectScene(new SubjectContext(sample.Text, sample.Entities, sample.References, sample.Amounts));
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
}
