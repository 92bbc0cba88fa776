using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;

namespace TextInsights.Training;

/// <summary>Trains the model that tells what an amount is.</summary>
internal static class RoleTrainer
{
    private const int Folds = 5;

    /// <summary>Settings that suit this task.</summary>
    public static LinearTrainerOptions Options { get; } = new(L1: 0.02f, L2: 1, Iterations: 60);

    /// <summary>Class names in the order of the scores.</summary>
    public static ImmutableArray<string> Labels { get; } = [.. Enum.GetNames<AmountRole>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        TrainingCorpus? facts = run.Input.Corpus("facts");
        ImmutableArray<RoleSample> articles = [.. data.Documents.Where(d => d.Amounts is not null).Select(RoleSample.From)];
        ImmutableArray<RoleSample> further = Further(run.Input);
        LinearTrainerOptions options = Options with { Iterations = run.Iterations(Options.Iterations) };

        WordTable words = WordsOf(run);
        int right = 0, total = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            run.Step($"roles: cross-validation, fold {fold + 1} of {Folds}");
            int left = fold;
            RoleClassifier classifier = Fit([.. articles.Where((_, i) => i % Folds != left), .. further], words, options);
            foreach (RoleSample article in articles.Where((_, i) => i % Folds == left))
            {
                total += article.Roles.Length;
                right += CountRight(classifier, article);
            }
        }

        run.Step("roles: training");
        LinearModelTrainer.TrainAndWrite(run, RoleClassifier.ModelName, RoleFeatures.Schema, Examples([.. articles, .. further], words), RoleFeatures.Bits, Labels, options,
            facts is null ? [data.ToManifest()] : [data.ToManifest(), facts.ToManifest()],
            ImmutableSortedDictionary<string, double>.Empty.Add("accuracy, 5-fold cross-validation over articles", Math.Round(100.0 * right / Math.Max(1, total), 1)));
    }

    /// <summary>What roles are learned from beside articles.</summary>
    public static ImmutableArray<RoleSample> Further(TrainingInput input) =>
        [.. RoleSample.Sentences(), .. (input.Corpus("facts") is { } facts ? WithMentions(facts.Documents, input) : []).Select(RoleSample.From)];

    /// <summary>The words that the run has trained, or those of the package.</summary>
    public static WordTable WordsOf(TrainingRun run) => WordTable.Load(
        run.Output.Length > 0 && File.Exists(Path.Combine(run.Output, WordTable.ModelName, "manifest.json")) ? ModelFolder.At(run.Output) : ModelFolder.Embedded);

    /// <summary>A classifier learned from samples, without a file.</summary>
    public static RoleClassifier Fit(ImmutableArray<RoleSample> samples, WordTable words, LinearTrainerOptions options) =>
        new(LinearModel.FromTransformer(LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), Examples(samples, words), 1 << RoleFeatures.Bits, Labels, options), Labels), words);

    /// <summary>How many roles of a sample the classifier gets right.</summary>
    public static int CountRight(RoleClassifier classifier, RoleSample sample)
    {
        ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(sample.Text, sample.Entities).Sure;
        return classifier.Classify(sample.Text, sample.Entities, references, sample.Amounts).Where((amount, i) => amount.Role == sample.Roles[i]).Count();
    }

    /// <summary>The annotation of facts has no names; the corpora that its texts come from have them.</summary>
    public static ImmutableArray<AnnotatedDocument> WithMentions(ImmutableArray<AnnotatedDocument> documents, TrainingInput input)
    {
        var mentions = new Dictionary<string, ImmutableArray<GoldMention>?>();
        foreach (string source in (string[])["germeval2014", "smartdata"])
        {
            foreach (AnnotatedDocument document in input.Corpus(source)?.Documents ?? [])
            {
                mentions.TryAdd(document.Id, document.Mentions);
            }
        }

        return [.. documents.Select(d => d with { Mentions = mentions.GetValueOrDefault(d.Id) })];
    }

    /// <summary>One example an amount, with the gold role of the amount before.</summary>
    public static List<LinearExample> Examples(ImmutableArray<RoleSample> samples, WordTable words)
    {
        var examples = new List<LinearExample>();
        var features = new FeatureBuffer(RoleFeatures.Bits);
        foreach (RoleSample sample in samples)
        {
            var context = new RoleContext(sample.Text, sample.Entities, sample.Amounts, words);
            for (int i = 0; i < sample.Roles.Length; i++)
            {
                RoleFeatures.Extract(context, i, sample.Roles.AsSpan(0, i), features);
                examples.Add(LinearExample.From(features, (uint)sample.Roles[i]));
            }
        }

        return examples;
    }
}
