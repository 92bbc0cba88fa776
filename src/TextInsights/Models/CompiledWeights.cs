using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace TextInsights.Models;

/// <summary>
/// The weights of an ML.NET model as they lie in memory, in a file beside its zip: loading them takes a tenth of the time that
/// ML.NET takes to find its components. Training writes both; a test compares them bit by bit.
/// </summary>
internal static class CompiledWeights
{
    private const uint Magic = 0x31574954; // "TIW1"
    private const int MostSlots = 1 << 24;

    /// <summary>Brotli over: magic, slots, classes, rows, biases, gaps between the slots that have a row, rows.</summary>
    public static byte[] ToBytes(LinearModel model)
    {
        int classes = model.Biases.Length;
        var gaps = new List<int>();
        for (int slot = 0, last = -1; slot < model.FeatureCount; slot++)
        {
            if (model.RowOf[slot] != 0)
            {
                gaps.Add(slot - last);
                last = slot;
            }
        }

        float[] rows = new float[gaps.Count * classes];
        int row = 0;
        foreach (int offset in model.RowOf)
        {
            if (offset != 0)
            {
                model.Weights.Slice(offset, classes).CopyTo(rows.AsSpan(classes * row++));
            }
        }

        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.SmallestSize)))
        {
            writer.Write(Magic);
            writer.Write(model.FeatureCount);
            writer.Write(classes);
            writer.Write(gaps.Count);
            writer.Write(MemoryMarshal.AsBytes(model.Biases));
            writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(gaps)));
            writer.Write(MemoryMarshal.AsBytes<float>(rows));
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ModelException">The bytes are something else, or for another number of classes.</exception>
    public static LinearModel Read(string file, byte[] packed, ImmutableArray<string> labels)
    {
        try
        {
            using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            Span<byte> header = stackalloc byte[16];
            stream.ReadExactly(header);
            int slots = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
            int classes = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
            int count = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic || slots is < 1 or > MostSlots || count < 0 || count > slots)
            {
                throw new InvalidDataException("another format");
            }

            if (classes != labels.Length)
            {
                throw new InvalidDataException($"{classes} classes, {labels.Length} expected");
            }

            float[] biases = new float[classes];
            stream.ReadExactly(MemoryMarshal.AsBytes(biases.AsSpan()));
            int[] rowOf = RowsOf(stream, slots, classes, count);
            float[] weights = new float[(count + 1) * classes];
            stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan(classes)));
            return TensorPrimitives.IsFiniteAll<float>(weights) && TensorPrimitives.IsFiniteAll<float>(biases)
                ? new LinearModel(labels, rowOf, weights, biases)
                : throw new InvalidDataException("a weight is no number");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            throw new ModelException(file, $"no compiled weights ({e.Message}).", e);
        }
    }

    private static int[] RowsOf(BrotliStream stream, int slots, int classes, int count)
    {
        int[] gaps = new int[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(gaps.AsSpan()));
        int[] rowOf = new int[slots];
        long slot = -1;
        for (int i = 0; i < count; i++)
        {
            slot += gaps[i];
            if (gaps[i] < 1 || slot >= slots)
            {
                throw new InvalidDataException("slots out of order");
            }

            rowOf[slot] = (i + 1) * classes;
        }

        return rowOf;
    }
}
