using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using TextInsights.Features;

namespace TextInsights.Models;

/// <summary>
/// The weights of an ML.NET model as they lie in memory, in a file beside its zip: loading them takes a tenth of the time that
/// ML.NET takes to find its components. Training writes both; a test compares them bit by bit.
/// </summary>
internal static class CompiledWeights
{
    private const uint Magic = 0x31574954; // "TIW1"
    private const int MostSlots = 1 << 20;
    private const int MostWeights = 1 << 23;
    private const float LargestWeight = 1e6f; // far above what training gives, and sums of it are still numbers

    /// <summary>Brotli over: magic, slots, classes, rows, biases, gaps between the slots that have a row, rows.</summary>
    public static byte[] ToBytes(LinearModel model)
    {
        int classes = model.Biases.Length;
        var gaps = new List<int>();
        for (int slot = 0, last = -1; slot < model.Rows.SlotCount; slot++)
        {
            if (model.Rows.Of((uint)slot) != 0)
            {
                gaps.Add(slot - last);
                last = slot;
            }
        }

        return PackedFile.Write(writer =>
        {
            writer.Write(Magic);
            writer.Write(model.Rows.SlotCount);
            writer.Write(classes);
            writer.Write(gaps.Count);
            writer.Write(MemoryMarshal.AsBytes(model.Biases));
            writer.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(gaps)));
            writer.Write(MemoryMarshal.AsBytes(model.Weights));
        });
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="ModelException">The bytes are something else, or for another number of classes.</exception>
    public static LinearModel Read(string file, byte[] packed, ImmutableArray<string> labels) =>
        PackedFile.Read(file, packed, "compiled weights", reader => Read(reader, labels));

    private static LinearModel Read(BinaryReader reader, ImmutableArray<string> labels)
    {
        uint magic = reader.ReadUInt32();
        int slots = reader.ReadInt32(), classes = reader.ReadInt32(), count = reader.ReadInt32();
        if (magic != Magic || slots is < SlotRows.Word or > MostSlots || slots % SlotRows.Word != 0 || count < 0 || count > slots)
        {
            throw new InvalidDataException("another format");
        }

        if ((long)count * classes > MostWeights)
        {
            throw new InvalidDataException("more weights than any model has");
        }

        if (classes != labels.Length)
        {
            throw new InvalidDataException($"{classes} classes, {labels.Length} expected");
        }

        Stream stream = reader.BaseStream;
        float[] biases = new float[classes];
        stream.ReadExactly(MemoryMarshal.AsBytes(biases.AsSpan()));
        SlotRows rows = ReadSlots(stream, slots, count);
        float[] weights = new float[count * classes];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return AreSensible(weights) && AreSensible(biases)
            ? new LinearModel(labels, rows, weights, biases)
            : throw new InvalidDataException("a weight is no number or far too large");
    }

    private static bool AreSensible(ReadOnlySpan<float> weights) =>
        TensorPrimitives.IsFiniteAll(weights) && (weights.IsEmpty || Math.Abs(TensorPrimitives.MaxMagnitude(weights)) <= LargestWeight);

    private static SlotRows ReadSlots(Stream stream, int slots, int count)
    {
        int[] gaps = new int[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(gaps.AsSpan()));
        ulong[] used = new ulong[slots / SlotRows.Word];
        long slot = -1;
        foreach (int gap in gaps)
        {
            slot += gap;
            if (gap < 1 || slot >= slots)
            {
                throw new InvalidDataException("slots out of order");
            }

            used[slot / SlotRows.Word] |= 1UL << (int)(slot % SlotRows.Word);
        }

        return new SlotRows(used);
    }
}
