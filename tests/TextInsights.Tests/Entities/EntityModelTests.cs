using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;
using TextInsights.Tests.Conventions;
using TextInsights.Training;

namespace TextInsights.Tests.Entities;

/// <summary>What the shipped name model promises.</summary>
public sealed class EntityModelTests
{
    private static readonly ImmutableArray<AnnotatedDocument> Dev = AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "dev.jsonl"));

    [Fact]
    public void Compiled_scores_equal_those_of_the_transformer_on_the_names_of_real_articles()
    {
        ModelManifest manifest = ModelFolder.Embedded.ReadManifest(EntityRecognizer.ModelName, EntityFeatures.Schema);
        var ml = new MLContext();
        ITransformer transformer = ml.Model.Load(new MemoryStream(ModelFolder.Embedded.ReadFile(EntityRecognizer.ModelName, manifest, "model.zip")), out _);
        LinearModel compiled = LinearModel.Load(ModelFolder.Embedded, EntityRecognizer.ModelName, EntityFeatures.Schema);
        List<FeatureBuffer> vectors = [.. Dev.Take(10).SelectMany(VectorsOf)];

        IDataView scored = transformer.Transform(LinearModelTrainer.ToDataView(ml, vectors.Select(v => LinearExample.From(v, 0)), 1 << MentionFeatures.SlotBits, MentionJudge.Labels.Length));
        float[][] expected = [.. ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: false).Select(row => row.Score)];

        expected.Should().HaveCountGreaterThan(100);
        float[] probabilities = new float[MentionJudge.Labels.Length];
        for (int i = 0; i < expected.Length; i++)
        {
            compiled.Probabilities(vectors[i], probabilities);
            for (int label = 0; label < probabilities.Length; label++)
            {
                probabilities[label].Should().BeApproximately(expected[i][label], 1e-5f, $"name {i}, class {label}");
            }
        }
    }

    [Fact]
    public void Names_in_the_articles_are_found()
    {
        var recognizer = EntityRecognizer.Load(ModelFolder.Embedded);
        (int right, int found, int there) all = default, organizations = default;
        foreach (AnnotatedDocument document in Dev)
        {
            var found = recognizer.Recognize(GoldStages.Segment(document), []).Select(m => (m.Span.Start, m.Span.End, m.Type)).ToHashSet();
            var gold = document.Mentions!.Value.Select(m => (m.Start, m.End, m.Type)).ToHashSet();
            Count(ref all, found, gold);
            Count(ref organizations, [.. found.Where(m => m.Type == EntityType.Organization)], [.. gold.Where(m => m.Type == EntityType.Organization)]);
        }

        F1(all).Should().BeGreaterThan(AllFloor);
        F1(organizations).Should().BeGreaterThan(OrganizationFloor);
    }

    [Fact]
    public void Confidence_is_a_probability()
    {
        var recognizer = EntityRecognizer.Load(ModelFolder.Embedded);
        double[] confidences = [.. Dev.SelectMany(d => recognizer.Recognize(GoldStages.Segment(d), [])).Select(m => m.Confidence)];
        confidences.Should().OnlyContain(c => c >= 0 && c <= 1);
        confidences.Max().Should().BeGreaterThan(0.95);
    }

    // The measured values (models/README.md) less one.
    private const double AllFloor = 90.8;
    private const double OrganizationFloor = 91.9;

    private static List<FeatureBuffer> VectorsOf(AnnotatedDocument document)
    {
        ModelManifest manifest = ModelFolder.Embedded.ReadManifest(EntityRecognizer.ModelName, EntityFeatures.Schema);
        SegmentedText text = GoldStages.Segment(document);
        var atoms = new DocumentAtoms(text, WordTable.Load(ModelFolder.Embedded), NameLists.Embedded());
        ImmutableArray<RecognizedMention> proposed = ChainTagger.Tag(ChainModel.Load(ModelFolder.Embedded, manifest, EntityRecognizer.ModelName), text, atoms);
        var features = new MentionFeatures(text, atoms, proposed);
        var vectors = new List<FeatureBuffer>();
        for (int m = 0; m < proposed.Length; m++)
        {
            var buffer = new FeatureBuffer(MentionFeatures.SlotBits);
            features.Fill(m, buffer);
            vectors.Add(buffer);
        }

        return vectors;
    }

    private static void Count(ref (int Right, int Found, int There) counts, HashSet<(int, int, EntityType)> found, HashSet<(int, int, EntityType)> gold)
    {
        counts.Right += found.Count(gold.Contains);
        counts.Found += found.Count;
        counts.There += gold.Count;
    }

    private static double F1((int Right, int Found, int There) counts) => 200.0 * counts.Right / (counts.Found + counts.There);

    private sealed class Scored
    {
        public float[] Score { get; set; } = [];
    }
}
