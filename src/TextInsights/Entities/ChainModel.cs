using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TextInsights.Models;

namespace TextInsights.Entities;

/// <summary>
/// The weights of the linear-chain model in eight bits, one row of <see cref="EntityLabels.Count"/> per feature slot. Scores are
/// sums of whole numbers: the same on every machine, whatever its vector width.
/// </summary>
internal sealed class ChainModel
{
    /// <summary>Name of the file in the model folder.</summary>
    public const string FileName = "chain.bin";

    public const int SlotBits = 20;
    private const int Count = EntityLabels.Count;
    private const uint Magic = 0x31484354; // "TCH1"
    private readonly sbyte[] _weights;

    /// <summary>Makes a model of quantized weights.</summary>
    /// <param name="weights">A row per slot.</param>
    /// <param name="transitions">A row per class and a last one for the sentence's start.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public ChainModel(sbyte[] weights, short[] transitions, float scale)
    {
        _weights = weights;
        Transitions = transitions;
        Scale = scale;
    }

    /// <summary>One weight per class and following class; the last row is the sentence's start. <see cref="short.MinValue"/> forbids.</summary>
    public short[] Transitions { get; }

    /// <summary>The weights, a row per slot.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>Scores times this are log-linear potentials.</summary>
    public float Scale { get; }

    /// <summary>Writes the score of each class, given the hashes of a token's features.</summary>
    public void Score(ReadOnlySpan<uint> hashes, Span<short> scores)
    {
        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        Vector256<short> sum = Vector256<short>.Zero;
        foreach (uint hash in hashes)
        {
            Vector128<sbyte> row = Vector128.LoadUnsafe(ref weights, (hash >> (32 - SlotBits)) * (nuint)Count);
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(row);
            sum += Vector256.Create(low, high);
        }

        sum.CopyTo(scores);
    }

    /// <summary>Asks the processor for the rows that <see cref="Score"/> will read: they lie scattered over 16 MB, and waiting for them is most of its time.</summary>
    public unsafe void Prefetch(ReadOnlySpan<uint> hashes)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        foreach (uint hash in hashes)
        {
            // Only a hint: it does no harm if the array has been moved meanwhile.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref weights, (hash >> (32 - SlotBits)) * (nuint)Count)));
        }
    }

    public static ChainModel Load(ModelFolder folder, ModelManifest manifest, string model)
    {
        return PackedFile.Read($"{model}/{FileName}", folder.ReadFile(model, manifest, FileName), "chain model", Read);
    }

    private static ChainModel Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
        {
            throw new InvalidDataException("wrong magic number");
        }

        Stream stream = reader.BaseStream;
        float scale = reader.ReadSingle();
        if (scale is not (> 1e-6f and < 1e3f))
        {
            throw new InvalidDataException("no scale");
        }

        short[] transitions = new short[(Count + 1) * Count];
        stream.ReadExactly(MemoryMarshal.AsBytes(transitions.AsSpan()));
        byte[] used = new byte[(1 << SlotBits) / 8];
        stream.ReadExactly(used);
        sbyte[] rows = new sbyte[used.Sum(b => BitOperations.PopCount(b)) * Count];
        stream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        sbyte[] weights = new sbyte[(1 << SlotBits) * Count];
        int row = 0;
        for (int slot = 0; slot < 1 << SlotBits; slot++)
        {
            if ((used[slot >> 3] & (1 << (slot & 7))) != 0)
            {
                rows.AsSpan(row, Count).CopyTo(weights.AsSpan(slot * Count));
                row += Count;
            }
        }

        return new ChainModel(weights, transitions, scale);
    }

    public byte[] ToBytes() => PackedFile.Write(writer =>
    {
        writer.Write(Magic);
        writer.Write(Scale);
        writer.Write(MemoryMarshal.AsBytes(Transitions.AsSpan()));
        byte[] used = new byte[(1 << SlotBits) / 8];
        for (int slot = 0; slot < 1 << SlotBits; slot++)
        {
            if (_weights.AsSpan(slot * Count, Count).ContainsAnyExcept((sbyte)0))
            {
                used[slot >> 3] |= (byte)(1 << (slot & 7));
            }
        }

        writer.Write(used);
        for (int slot = 0; slot < 1 << SlotBits; slot++)
        {
            if ((used[slot >> 3] & (1 << (slot & 7))) != 0)
            {
                writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan(slot * Count, Count)));
            }
        }
    });
}
