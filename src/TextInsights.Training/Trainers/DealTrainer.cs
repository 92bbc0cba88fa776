using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Trains the models of deal extraction from annotated documents.</summary>
internal static class DealTrainer
{
    private const int FoldCount = 5;

    private static readonly LinearTrainerOptions Options = new(L1: 0.05f, L2: 6, Iterations: 60);
    private static readonly ForestOptions ForestOptions = new(Trees: 150, Rate: 0.1, Penalty: 5, Share: 0.5);

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        TrainingCorpus? facts = run.Input.Corpus("facts");
        var ml = new MLContext(TrainingRun.Seed);
        TrainedDeals trained = Train(ml, WithFurther(data.Documents, run.Input), run.MaximumIterations, run.CancellationToken);
        Dictionary<string, byte[]> files = trained.Models.ToDictionary(m => m.File, m => ModelWriter.ToZip(ml, m.Transformer, m.Schema));
        files[DealClassifier.ForestFile] = trained.Forest!.ToBytes();
        ModelWriter.Write(run.Output, DealClassifier.ModelName, files, new ModelManifest(
            DealFeatures.Schema, [.. trained.Models.Select(m => m.File)], [], TrainingRun.Seed, ModelWriter.Versions,
            facts is null ? [data.ToManifest()] : [data.ToManifest(), facts.ToManifest()], ImmutableSortedDictionary<string, double>.Empty));
    }

    /// <summary>The articles with deals annotated, and what deals are learned from beside articles.</summary>
    public static ImmutableArray<AnnotatedDocument> WithFurther(IEnumerable<AnnotatedDocument> articles, TrainingInput input) =>
        WithFurther(articles, input.Corpus("facts") is { } facts ? RoleTrainer.WithMentions(facts.Documents, input) : []);

    /// <summary>The same with some of the facts, which must have names.</summary>
    public static ImmutableArray<AnnotatedDocument> WithFurther(IEnumerable<AnnotatedDocument> articles, ImmutableArray<AnnotatedDocument> facts) =>
        [.. articles.Where(d => d.Deals is not null), .. DealSentences.Read(), .. facts];

    /// <summary>
    /// Learns everything: kinds, parties and status from the documents, the second look at parties from what these find in documents
    /// that they have not seen, the checks from deals that neither has seen.
    /// </summary>
    public static TrainedDeals Train(MLContext ml, IReadOnlyList<AnnotatedDocument> documents, int iterations, CancellationToken cancellationToken)
    {
        LinearTrainerOptions options = Within(iterations);
        var readers = new TrainedDeals[FoldCount];
        var questions = new DealPartyExamples();
        for (int fold = 0; fold < FoldCount; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            readers[fold] = TrainReaders(ml, [.. documents.Where((_, i) => i % FoldCount != fold)], options);
            DealClassifier classifier = readers[fold].ToClassifier();
            foreach (AnnotatedDocument document in documents.Where((_, i) => i % FoldCount == fold))
            {
                questions.Add(fold, document, ContextOf(document), classifier);
            }
        }

        var checks = new List<LinearExample>();
        for (int fold = 0; fold < FoldCount; fold++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            DecisionForest others = ForestTrainer.Train(questions.Gather(without: fold), ForestOptions);
            var extractor = new DealExtractor((readers[fold] with { Forest = others }).ToClassifier());
            foreach (AnnotatedDocument document in documents.Where((_, i) => i % FoldCount == fold))
            {
                AddChecks(document, extractor, checks);
            }
        }

        TrainedDeals whole = TrainReaders(ml, documents, options);
        return new TrainedDeals([.. whole.Models, Fit(ml, DealClassifier.CheckFile, checks, DealClassifier.CheckLabels, options with { L2 = 2 })],
            ForestTrainer.Train(questions.Gather(), ForestOptions));
    }

    /// <summary>The models that find deals, without the second look at parties and the check of what is found.</summary>
    public static TrainedDeals TrainReaders(MLContext ml, IReadOnlyList<AnnotatedDocument> documents, int iterations) =>
        TrainReaders(ml, documents, Within(iterations));

    private static LinearTrainerOptions Within(int iterations) => Options with { Iterations = Math.Min(Options.Iterations, iterations) };

    private static TrainedDeals TrainReaders(MLContext ml, IReadOnlyList<AnnotatedDocument> documents, LinearTrainerOptions options)
    {
        var examples = new DealExamples();
        foreach (AnnotatedDocument document in documents)
        {
            examples.Add(document, ContextOf(document));
        }

        return new TrainedDeals(
        [
            Fit(ml, DealClassifier.KindFile, examples.Kinds, DealClassifier.KindLabels, options),
            Fit(ml, DealClassifier.RoleFile, examples.Roles, DealClassifier.RoleLabels, options),
            Fit(ml, DealClassifier.StatusFile, examples.Statuses, DealClassifier.StatusLabels, options),
            FitProfiles(ml, documents, options),
        ], null);
    }

    /// <summary>A document as the stages before would give it if they were never wrong.</summary>
    public static DealContext ContextOf(AnnotatedDocument document)
    {
        SegmentedText text = GoldStages.Segment(document);
        ImmutableArray<Entity> entities = GoldStages.Entities(document);
        return new DealContext(text, entities, ReferenceResolver.Resolve(text, entities).All, GoldStages.Amounts(document, entities));
    }

    private static void AddChecks(AnnotatedDocument document, DealExtractor extractor, List<LinearExample> checks)
    {
        DealContext context = ContextOf(document);
        List<DealCandidate> deals = extractor.Join(context);
        var buffer = new FeatureBuffer(DealFeatures.Bits);
        for (int i = 0; i < deals.Count; i++)
        {
            buffer.Clear();
            DealFeatures.AddDeal(context, i, deals, buffer);
            checks.Add(LinearExample.From(buffer, (uint)CheckOf(document, context, deals[i])));
        }
    }

    private static DealCheck CheckOf(AnnotatedDocument document, DealContext context, DealCandidate deal)
    {
        var check = DealCheck.Wrong;
        foreach (GoldDeal gold in document.Deals ?? [])
        {
            int right = Right(context, deal.Buyers, gold.Buyers) + Right(context, deal.Targets, gold.Targets) + Right(context, deal.Sellers, gold.Sellers);
            if (gold.Kind == deal.Kind && right == deal.PartyCount && right == gold.Buyers.Length + gold.Targets.Length + gold.Sellers.Length)
            {
                return DealCheck.Right;
            }

            check = right > 0 ? DealCheck.Partly : check;
        }

        return check;
    }

    private static int Right(DealContext context, List<int> entities, ImmutableArray<string> names) => entities.Count(e => names.Contains(context.Entities[e].Name));

    private static TrainedDealModel FitProfiles(MLContext ml, IReadOnlyList<AnnotatedDocument> documents, LinearTrainerOptions options)
    {
        ITransformer transformer = PartyTrainer.Fit(documents.Where(d => d.Mentions is { Length: > 0 }).Select(d => SubjectSample.From(d, withGuesses: true)), options.Iterations);
        return new TrainedDealModel(DealClassifier.ProfileFile, PartyProfile.Labels, transformer,
            LinearModelTrainer.ToDataView(ml, [], 1 << PartyFeatures.Bits, PartyProfile.Labels.Length).Schema);
    }

    private static TrainedDealModel Fit(MLContext ml, string file, List<LinearExample> examples, ImmutableArray<string> labels, LinearTrainerOptions options)
    {
        ITransformer transformer = LinearModelTrainer.Train(ml, examples, 1 << DealFeatures.Bits, labels, options);
        return new TrainedDealModel(file, labels, transformer, LinearModelTrainer.ToDataView(ml, [], 1 << DealFeatures.Bits, labels.Length).Schema);
    }
}

/// <summary>The trained models of deals: kinds, parties, status, profiles, then, if learned, checks; and the second look at parties.</summary>
internal sealed record TrainedDeals(ImmutableArray<TrainedDealModel> Models, DecisionForest? Forest)
{
    /// <summary>The classifier that the models make.</summary>
    public DealClassifier ToClassifier() => new(
        Models[0].Compiled, Models[1].Compiled, Models[2].Compiled, Models[3].Compiled, Forest, Models.Length > 4 ? Models[4].Compiled : null);
}

/// <summary>One trained model, as ML.NET keeps it and as the extractor scores it.</summary>
internal sealed record TrainedDealModel(string File, ImmutableArray<string> Labels, ITransformer Transformer, DataViewSchema Schema)
{
    public LinearModel Compiled { get; } = LinearModel.FromTransformer(Transformer, Labels);
}
