using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TextInsights.Models;

/// <summary>
/// Small decision trees whose values add up. Each tree asks the same few questions ("is feature f above t?") whatever the answers,
/// so that reading one needs no jumps: the answers are the bits of the number of its leaf.
/// </summary>
internal sealed class DecisionForest
{
    /// <summary>Questions of a tree.</summary>
    public const int Depth = 4;

    /// <summary>Leaves of a tree.</summary>
    public const int LeafCount = 1 << Depth;

    private const int RowsAtOnce = 16;
    private const uint Magic = 0x31464954; // "TIF1"
    private const int MostTrees = 10_000;

    private readonly byte[] _features; // of the questions, tree by tree
    private readonly byte[] _thresholds;
    private readonly float[] _leaves;

    public DecisionForest(int featureCount, byte[] features, byte[] thresholds, float[] leaves)
    {
        FeatureCount = featureCount;
        _features = features;
        _thresholds = thresholds;
        _leaves = leaves;
    }

    /// <summary>Length of a row of features, at most 256.</summary>
    public int FeatureCount { get; }

    /// <summary>Number of trees.</summary>
    public int TreeCount => _leaves.Length / LeafCount;

    /// <summary>Reads the forest of a model.</summary>
    /// <exception cref="ModelException">The file is missing, damaged or for other features.</exception>
    public static DecisionForest Load(ModelFolder models, string model, ModelManifest manifest, string file, int featureCount) =>
        Read($"{model}/{file}", models.ReadFile(model, manifest, file), featureCount);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ModelException">The bytes are something else, or for other features.</exception>
    public static DecisionForest Read(string file, byte[] packed, int featureCount) =>
        PackedFile.Read(file, packed, "forest", reader => Read(reader, featureCount));

    /// <summary>Brotli over: magic, features, trees, features of the questions, thresholds, leaves.</summary>
    public byte[] ToBytes() => PackedFile.Write(writer =>
    {
        writer.Write(Magic);
        writer.Write(FeatureCount);
        writer.Write(TreeCount);
        writer.Write(_features);
        writer.Write(_thresholds);
        writer.Write(MemoryMarshal.AsBytes<float>(_leaves));
    });

    /// <summary>The sum over all trees for a row of features.</summary>
    public float Score(ReadOnlySpan<byte> row)
    {
        Span<float> sum = stackalloc float[1];
        Score(row, sum);
        return sum[0];
    }

    /// <summary>The sums for several rows, which stand one behind the other.</summary>
    public void Score(ReadOnlySpan<byte> rows, Span<float> sums)
    {
        Span<byte> columns = stackalloc byte[FeatureCount * RowsAtOnce];
        for (int first = 0; first < sums.Length; first += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, sums.Length - first);
            for (int row = 0; row < count; row++)
            {
                for (int feature = 0; feature < FeatureCount; feature++)
                {
                    columns[(feature * RowsAtOnce) + row] = rows[((first + row) * FeatureCount) + feature];
                }
            }

            ScoreColumns(columns, sums.Slice(first, count));
        }
    }

    // Each question is asked of all rows at once; the sums go from tree to tree in order, as they would row by row.
    private void ScoreColumns(ReadOnlySpan<byte> columns, Span<float> sums)
    {
        sums.Clear();
        Span<byte> leaf = stackalloc byte[RowsAtOnce];
        for (int tree = 0, q = 0; q < _features.Length; tree += LeafCount, q += Depth)
        {
            ((Answers(columns, q) & Vector128.Create((byte)1))
                | (Answers(columns, q + 1) & Vector128.Create((byte)2))
                | (Answers(columns, q + 2) & Vector128.Create((byte)4))
                | (Answers(columns, q + 3) & Vector128.Create((byte)8))).CopyTo(leaf);
            ReadOnlySpan<float> leaves = _leaves.AsSpan(tree, LeafCount);
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += leaves[leaf[i]];
            }
        }
    }

    private Vector128<byte> Answers(ReadOnlySpan<byte> columns, int question) =>
        Vector128.GreaterThan(Vector128.Create(columns.Slice(_features[question] * RowsAtOnce, RowsAtOnce)), Vector128.Create(_thresholds[question]));

    private static DecisionForest Read(BinaryReader reader, int featureCount)
    {
        uint magic = reader.ReadUInt32();
        int count = reader.ReadInt32(), trees = reader.ReadInt32();
        if (magic != Magic || count is < 1 or > 256 || trees is < 0 or > MostTrees)
        {
            throw new InvalidDataException("another format");
        }

        if (count != featureCount)
        {
            throw new InvalidDataException($"{count} features, {featureCount} expected");
        }

        byte[] features = new byte[trees * Depth], thresholds = new byte[trees * Depth];
        float[] leaves = new float[trees * LeafCount];
        Stream stream = reader.BaseStream;
        stream.ReadExactly(features);
        stream.ReadExactly(thresholds);
        stream.ReadExactly(MemoryMarshal.AsBytes(leaves.AsSpan()));
        return features.All(f => f < count) && leaves.All(leaf => Math.Abs(leaf) <= 1e6f)
            ? new DecisionForest(count, features, thresholds, leaves)
            : throw new InvalidDataException("a question or a leaf is damaged");
    }
}
