using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Models;
using TextInsights.Segmentation;
using TextInsights.Tests.Conventions;
using TextInsights.Training;

namespace TextInsights.Tests.Entities;

/// <summary>Scores against adding up all features, decoding and marginals against trying out every sequence of classes.</summary>
public sealed class ChainTests
{
    private const int Count = EntityLabels.Count;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_decoder_finds_the_best_sequence_and_its_probability(int seed)
    {
        var random = new Random(seed);
        var model = new ChainModel(new sbyte[Count << ChainModel.SlotBits], [.. Enumerable.Range(0, (Count + 1) * Count).Select(k => Step(random, k))], 1 / 32f);
        short[] scores = [.. Enumerable.Range(0, 3 * Count).Select(_ => (short)random.Next(-100, 100))];
        byte[] labels = new byte[3];
        float[] probabilities = new float[3];
        new ChainDecoder(model).Decode(scores, labels);
        new ChainMarginals(model).Run(scores, labels, probabilities);

        double best = double.NegativeInfinity, total = 0;
        double[] with = new double[3];
        foreach ((int a, int b, int c) in from a in Enumerable.Range(0, Count) from b in Enumerable.Range(0, Count) from c in Enumerable.Range(0, Count) select (a, b, c))
        {
            double score = Weight(model, Count, a) + Weight(model, a, b) + Weight(model, b, c) + scores[a] + scores[Count + b] + scores[(2 * Count) + c];
            double mass = Math.Exp(score / 32);
            best = Math.Max(best, score);
            total += mass;
            with[0] += a == labels[0] ? mass : 0;
            with[1] += b == labels[1] ? mass : 0;
            with[2] += c == labels[2] ? mass : 0;
        }

        double found = Weight(model, Count, labels[0]) + Weight(model, labels[0], labels[1]) + Weight(model, labels[1], labels[2])
            + scores[labels[0]] + scores[Count + labels[1]] + scores[(2 * Count) + labels[2]];
        found.Should().Be(best);
        for (int i = 0; i < 3; i++)
        {
            probabilities[i].Should().BeApproximately((float)(with[i] / total), 1e-3f);
        }
    }

    [Fact]
    public void Scores_kept_by_word_equal_those_of_all_features()
    {
        var random = new Random(1);
        sbyte[] weights = new sbyte[Count << ChainModel.SlotBits];
        random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan(0, weights.Length / 2))); // the other half has no rows
        var chain = new ChainModel(weights, new short[(Count + 1) * Count], 1 / 32f);
        var words = WordTable.Load(ModelFolder.Embedded);
        foreach (AnnotatedDocument document in AnnotatedCorpus.Read(Repository.PathOf("data", "articles", "dev-others.jsonl")).Take(8))
        {
            SegmentedText text = GoldStages.Segment(document);
            var atoms = new DocumentAtoms(text, words, NameLists.Embedded());
            for (int s = 0; s < text.Sentences.Length; s++)
            {
                short[] scores = new short[text.Sentences[s].TokenCount * Count];
                ChainScorer.Score(chain, text, s, atoms, scores);
                scores.Should().Equal(AllFeatures(weights, text, s, atoms), $"of {document.Id}, sentence {s}");
            }
        }
    }

    [Theory]
    [InlineData("VW-Werk", "VW")]
    [InlineData("Deutsche-Bank-Chef", "Deutsche-Bank")]
    [InlineData("Ex-Siemens-Manager", "Siemens")]
    [InlineData("Bundesligaspiel", null)]
    public void The_name_inside_a_compound_ends_at_its_hyphen(string word, string? name) =>
        (InnerName.Find(word) is { } span ? word[span.Start..span.End] : null).Should().Be(name);

    private static short[] AllFeatures(sbyte[] weights, SegmentedText text, int sentence, DocumentAtoms atoms)
    {
        short[] scores = new short[text.Sentences[sentence].TokenCount * Count];
        uint[] hashes = new uint[EntityFeatures.Most];
        for (int i = 0; i < scores.Length; i++)
        {
            int features = EntityFeatures.Fill(atoms, DocumentAtoms.PositionOf(text.Sentences[sentence], sentence) + (i / Count), hashes);
            scores[i] = (short)hashes.Take(features).Sum(hash => weights[((int)(hash >> (32 - ChainModel.SlotBits)) * Count) + (i % Count)]);
        }

        return scores;
    }

    private static double Weight(ChainModel model, int previous, int next) =>
        model.Transitions[(previous * Count) + next] is var t && t == short.MinValue ? double.NegativeInfinity : t;

    private static short Step(Random random, int k) =>
        EntityLabels.MayFollow(k / Count == Count ? EntityLabels.Outside : k / Count, k % Count) ? (short)random.Next(-50, 50) : short.MinValue;
}
