using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Features;
using TextInsights.Lexicons;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Trains the model that finds advertisements among paragraphs.</summary>
internal static class AdvertisementTrainer
{
    private const int Folds = 5;
    private const int Copies = 3; // of each advertisement, since there are few

    private static readonly LinearTrainerOptions Options = new(L1: 0.05f, L2: 0.5f, Iterations: 60);

    public static void Train(TrainingRun run)
    {
        TrainingCorpus data = run.Input.Data;
        ImmutableArray<AnnotatedDocument> articles = [.. data.Documents.Where(d => d.Advertisements is not null)];
        ImmutableArray<TrainingCorpus> corpora = [.. new[] { run.Input.Corpus("smartdata"), run.Input.Corpus("germeval2014") }.OfType<TrainingCorpus>()];
        List<LinearExample> further = [.. Table(), .. corpora.SelectMany(corpus => corpus.Documents).SelectMany(d => Examples(d, learnsAdvertisements: false))];
        LinearTrainerOptions options = Options with { Iterations = run.Iterations(Options.Iterations) };

        var measure = new int[3];
        for (int fold = 0; fold < Folds; fold++)
        {
            run.Step($"advertisements: cross-validation, fold {fold + 1} of {Folds}");
            int left = fold;
            var classifier = new AdvertisementClassifier(Fit([.. articles.Where((_, i) => i % Folds != left).SelectMany(d => Examples(d, true)), .. further], options));
            foreach (AnnotatedDocument article in articles.Where((_, i) => i % Folds == left))
            {
                Count(article, classifier.Classify(GoldStages.Segment(article)), measure);
            }
        }

        run.Step("advertisements: training");
        List<LinearExample> examples = [.. articles.SelectMany(d => Examples(d, true)), .. further];
        var ml = new MLContext(TrainingRun.Seed);
        ITransformer model = LinearModelTrainer.Train(ml, examples, 1 << ParagraphFeatures.Bits, AdvertisementClassifier.Labels, options);
        byte[] zip = ModelWriter.ToZip(ml, model, LinearModelTrainer.ToDataView(ml, examples, 1 << ParagraphFeatures.Bits, AdvertisementClassifier.Labels.Length).Schema);
        ModelWriter.Write(run.Output, AdvertisementClassifier.ModelName, new Dictionary<string, byte[]> { ["model.zip"] = zip }, new ModelManifest(
            ParagraphFeatures.Schema, AdvertisementClassifier.Labels, [], TrainingRun.Seed, ModelWriter.Versions,
            [data.ToManifest(), .. corpora.Select(corpus => corpus.ToManifest())],
            ImmutableSortedDictionary<string, double>.Empty
                .Add("sentences F1, 5-fold cross-validation over articles", Math.Round(200.0 * measure[0] / Math.Max(1, (2 * measure[0]) + measure[1] + measure[2]), 1))));
    }

    /// <summary>A model learned from examples, without a file.</summary>
    public static LinearModel Fit(List<LinearExample> examples, LinearTrainerOptions options) => LinearModel.FromTransformer(
        LinearModelTrainer.Train(new MLContext(TrainingRun.Seed), examples, 1 << ParagraphFeatures.Bits, AdvertisementClassifier.Labels, options),
        AdvertisementClassifier.Labels);

    // One example a paragraph. Corpora hold advertisements that nobody marked: what the rules find there is left out.
    private static IEnumerable<LinearExample> Examples(AnnotatedDocument document, bool learnsAdvertisements)
    {
        SegmentedText text = GoldStages.Segment(document);
        var tokens = new TokenizedText(text.Text, text.Tokens);
        var features = new FeatureBuffer(ParagraphFeatures.Bits);
        int first = 0;
        foreach (TextBlock block in BlockReader.Read(tokens))
        {
            int count = AdvertisementDetector.SentencesOf(block, text.Sentences.AsSpan()[first..]);
            ReadOnlyMemory<SentenceRange> paragraph = text.Sentences.AsMemory().Slice(first, count);
            first += count;
            bool gold = IsGold(document, new TextSpan(text.Tokens[block.FirstToken].Start, text.Tokens[block.EndToken - 1].End));
            if (!learnsAdvertisements && text.Sentences.AsSpan().Slice(first - count, count).ContainsAdvertisement())
            {
                continue;
            }

            ParagraphFeatures.Extract(tokens, paragraph.Span, features);
            for (int copy = 0; copy < (gold ? Copies : 1); copy++)
            {
                yield return LinearExample.From(features, gold ? 1u : 0u);
            }
        }
    }

    private static bool ContainsAdvertisement(this ReadOnlySpan<SentenceRange> sentences)
    {
        foreach (SentenceRange sentence in sentences)
        {
            if (sentence.Kind == SentenceKind.Advertisement)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGold(AnnotatedDocument document, TextSpan span) =>
        document.Advertisements is { } spans && spans.Any(s => new TextSpan(s[0], s[1]).Overlaps(span));

    // The paragraphs of data/regions/paragraphs.tsv, packed into this assembly.
    private static IEnumerable<LinearExample> Table()
    {
        foreach (TsvTable.TsvRow row in PackagedData.Table("regions/paragraphs.tsv").Rows)
        {
            string text = row["text"];
            bool advertisement = row["kind"] == "advertisement";
            var document = new AnnotatedDocument { Id = "", Text = text, Advertisements = advertisement ? [[0, text.Length]] : [] };
            foreach (LinearExample example in Examples(document, learnsAdvertisements: true))
            {
                yield return example;
            }
        }
    }

    // Sentences that are rightly, wrongly, not called advertisements.
    private static void Count(AnnotatedDocument document, SegmentedText predicted, int[] counts)
    {
        foreach (SentenceRange sentence in predicted.Sentences)
        {
            bool gold = IsGold(document, predicted.SpanOf(sentence));
            bool found = sentence.Kind == SentenceKind.Advertisement;
            if (gold || found)
            {
                counts[gold && found ? 0 : found ? 1 : 2]++;
            }
        }
    }
}
