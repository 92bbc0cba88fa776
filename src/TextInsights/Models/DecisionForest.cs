using System.Runtime.InteropServices;

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
        float sum = 0;
        ReadOnlySpan<byte> features = _features, thresholds = _thresholds;
        for (int tree = 0, q = 0; q < features.Length; tree += LeafCount, q += Depth)
        {
            int leaf = (row[features[q]] > thresholds[q] ? 1 : 0)
                | (row[features[q + 1]] > thresholds[q + 1] ? 2 : 0)
                | (row[features[q + 2]] > thresholds[q + 2] ? 4 : 0)
                | (row[features[q + 3]] > thresholds[q + 3] ? 8 : 0);
            sum += _leaves[tree + leaf];
        }

        return sum;
    }

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
        return features.All(f => f < count) && leaves.All(float.IsFinite)
            ? new DecisionForest(count, features, thresholds, leaves)
            : throw new InvalidDataException("a question or a leaf is damaged");
    }
}
