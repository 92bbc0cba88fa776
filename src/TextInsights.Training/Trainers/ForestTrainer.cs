using System.Runtime.InteropServices;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>Rows of small numbers in groups of candidates; of each group one row is right.</summary>
internal sealed class RankingExamples(int featureCount)
{
    private readonly List<byte> _rows = [];
    private readonly List<int> _groups = [0];
    private readonly List<int> _right = [];

    /// <summary>Length of a row.</summary>
    public int FeatureCount { get; } = featureCount;

    /// <summary>Number of rows.</summary>
    public int RowCount => _rows.Count / FeatureCount;

    /// <summary>First row of each group, and the number of rows.</summary>
    public ReadOnlySpan<int> Groups => CollectionsMarshal.AsSpan(_groups);

    /// <summary>The right row of each group.</summary>
    public ReadOnlySpan<int> Right => CollectionsMarshal.AsSpan(_right);

    /// <summary>All rows, one behind the other.</summary>
    public ReadOnlySpan<byte> Rows => CollectionsMarshal.AsSpan(_rows);

    public void AddRow(ReadOnlySpan<byte> row) => _rows.AddRange(row);

    /// <summary>Ends a group. A right candidate of -1 is none of them: the group is taken back.</summary>
    public void EndGroup(int right)
    {
        if (right < 0)
        {
            _rows.RemoveRange(_groups[^1] * FeatureCount, _rows.Count - (_groups[^1] * FeatureCount));
            return;
        }

        _right.Add(_groups[^1] + right);
        _groups.Add(RowCount);
    }
}

/// <summary>Settings of <see cref="ForestTrainer"/>.</summary>
/// <param name="Trees">Number of trees.</param>
/// <param name="Rate">How much of what a tree says is believed.</param>
/// <param name="Penalty">Weight of the penalty on the leaves.</param>
/// <param name="Share">Which part of the numbers each tree may ask about, another part each: trees that differ err less together.</param>
internal sealed record ForestOptions(int Trees = 200, double Rate = 0.1, double Penalty = 10, double Share = 1);

/// <summary>
/// Learns a <see cref="DecisionForest"/> that gives the right candidate of each group the highest score: gradient boosting of the
/// softmax over the candidates. Own learner, because ML.NET's trees are a package more; one thread and sums in a fixed order, so that
/// the same rows give the same trees.
/// </summary>
internal static class ForestTrainer
{
    private const int Depth = DecisionForest.Depth;
    private const uint Draw = 77; // seed

    public static DecisionForest Train(RankingExamples examples, ForestOptions options)
    {
        int n = examples.RowCount, width = examples.FeatureCount;
        byte[] columns = Transpose(examples.Rows, n, width);
        int[] bins = new int[width];
        for (int f = 0; f < width; f++)
        {
            bins[f] = n == 0 ? 1 : 1 + columns.AsSpan(f * n, n).ToArray().Max();
        }

        float[] scores = new float[n], gradients = new float[n], curvatures = new float[n];
        byte[] leafOf = new byte[n];
        var features = new List<byte>();
        var thresholds = new List<byte>();
        var leaves = new List<float>();
        for (int tree = 0; tree < options.Trees && n > 0; tree++)
        {
            int[] asked = [.. Enumerable.Range(0, width).Where(f => IsDrawn(tree, f, options.Share))];
            Derive(examples, scores, gradients, curvatures);
            Array.Clear(leafOf);
            for (int depth = 0; depth < Depth; depth++)
            {
                (int feature, int threshold) = BestQuestion(columns, asked, bins, n, leafOf, 1 << depth, gradients, curvatures, options.Penalty);
                features.Add((byte)feature);
                thresholds.Add((byte)threshold);
                ReadOnlySpan<byte> column = columns.AsSpan(feature * n, n);
                for (int i = 0; i < n; i++)
                {
                    leafOf[i] |= (byte)(column[i] > threshold ? 1 << depth : 0);
                }
            }

            float[] values = Values(leafOf, gradients, curvatures, options);
            leaves.AddRange(values);
            for (int i = 0; i < n; i++)
            {
                scores[i] += values[leafOf[i]];
            }
        }

        return new DecisionForest(width, [.. features], [.. thresholds], [.. leaves]);
    }

    private static bool IsDrawn(int tree, int feature, double share) =>
        FeatureHash.Combine(FeatureHash.Combine(Draw, (uint)tree), (uint)feature) % 100 < share * 100;

    private static byte[] Transpose(ReadOnlySpan<byte> rows, int n, int width)
    {
        byte[] columns = new byte[rows.Length];
        for (int i = 0; i < n; i++)
        {
            for (int f = 0; f < width; f++)
            {
                columns[(f * n) + i] = rows[(i * width) + f];
            }
        }

        return columns;
    }

    // First and second derivatives of the logarithm of the right candidate's share.
    private static void Derive(RankingExamples examples, float[] scores, float[] gradients, float[] curvatures)
    {
        ReadOnlySpan<int> groups = examples.Groups;
        for (int g = 0; g + 1 < groups.Length; g++)
        {
            double best = double.MinValue, sum = 0;
            for (int i = groups[g]; i < groups[g + 1]; i++)
            {
                best = Math.Max(best, scores[i]);
            }

            for (int i = groups[g]; i < groups[g + 1]; i++)
            {
                sum += Math.Exp(scores[i] - best);
            }

            for (int i = groups[g]; i < groups[g + 1]; i++)
            {
                double share = Math.Exp(scores[i] - best) / sum;
                gradients[i] = (float)((i == examples.Right[g] ? 1 : 0) - share);
                curvatures[i] = (float)(share * (1 - share));
            }
        }
    }

    // The question that, asked in every leaf so far, parts gradients best.
    private static (int Feature, int Threshold) BestQuestion(
        byte[] columns, int[] asked, int[] bins, int n, byte[] leafOf, int leafCount, float[] gradients, float[] curvatures, double penalty)
    {
        (int Feature, int Threshold) best = (0, 0);
        double bestGain = double.MinValue;
        var sums = new (double G, double H)[leafCount * 256];
        var left = new (double G, double H)[leafCount];
        var total = new (double G, double H)[leafCount];
        foreach (int f in asked)
        {
            Array.Clear(sums);
            ReadOnlySpan<byte> column = columns.AsSpan(f * n, n);
            for (int i = 0; i < n; i++)
            {
                ref (double G, double H) sum = ref sums[(leafOf[i] << 8) | column[i]];
                sum.G += gradients[i];
                sum.H += curvatures[i];
            }

            Array.Clear(left);
            for (int leaf = 0; leaf < leafCount; leaf++)
            {
                total[leaf] = default;
                for (int bin = 0; bin < bins[f]; bin++)
                {
                    total[leaf].G += sums[(leaf << 8) | bin].G;
                    total[leaf].H += sums[(leaf << 8) | bin].H;
                }
            }

            for (int threshold = 0; threshold + 1 < bins[f]; threshold++)
            {
                double gain = 0;
                for (int leaf = 0; leaf < leafCount; leaf++)
                {
                    left[leaf].G += sums[(leaf << 8) | threshold].G;
                    left[leaf].H += sums[(leaf << 8) | threshold].H;
                    double g = total[leaf].G - left[leaf].G;
                    gain += (left[leaf].G * left[leaf].G / (left[leaf].H + penalty)) + (g * g / (total[leaf].H - left[leaf].H + penalty));
                }

                if (gain > bestGain)
                {
                    (best, bestGain) = ((f, threshold), gain);
                }
            }
        }

        return best;
    }

    private static float[] Values(byte[] leafOf, float[] gradients, float[] curvatures, ForestOptions options)
    {
        var sums = new (double G, double H)[DecisionForest.LeafCount];
        for (int i = 0; i < leafOf.Length; i++)
        {
            sums[leafOf[i]].G += gradients[i];
            sums[leafOf[i]].H += curvatures[i];
        }

        return [.. sums.Select(s => (float)(options.Rate * s.G / (s.H + options.Penalty)))];
    }
}
