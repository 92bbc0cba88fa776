using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TextInsights.Features;
using TextInsights.Models;

namespace TextInsights.Entities;

/// <summary>
/// The weights of the linear-chain model in eight bits, one row of <see cref="EntityLabels.Count"/> per feature slot that weighs
/// anything. Scores are sums of whole numbers: the same on every machine, whatever its vector width.
/// </summary>
internal sealed class ChainModel
{
    /// <summary>Name of the file in the model folder.</summary>
    public const string FileName = "chain.bin";

    public const int SlotBits = 21;
    private const int Count = EntityLabels.Count;
    private const uint Magic = 0x31484354; // "TCH1"
    private readonly SlotRows _slots;
    private readonly sbyte[] _rows; // row 0 is that of all slots without one

    /// <summary>Makes a model of quantized weights.</summary>
    /// <param name="weights">A row per slot.</param>
    /// <param name="transitions">A row per class and a last one for the sentence's start.</param>
    /// <param name="scale">What one step of a weight is worth.</param>
    public ChainModel(ReadOnlySpan<sbyte> weights, short[] transitions, float scale)
        : this(Pack(weights), transitions, scale)
    {
    }

    private ChainModel((ulong[] Used, sbyte[] Rows) packed, short[] transitions, float scale)
    {
        (_slots, _rows) = (new SlotRows(packed.Used), packed.Rows);
        Transitions = transitions;
        Scale = scale;
        Words = new WordScores(this);
    }

    /// <summary>What words add to the scores by themselves.</summary>
    public WordScores Words { get; }

    /// <summary>One weight per class and following class; the last row is the sentence's start. <see cref="short.MinValue"/> forbids.</summary>
    public short[] Transitions { get; }

    /// <summary>Scores times this are log-linear potentials.</summary>
    public float Scale { get; }

    /// <summary>The weights of a slot, one per class.</summary>
    public ReadOnlySpan<sbyte> this[int slot] => _rows.AsSpan(_slots.Of((uint)slot) * Count, Count);

    /// <summary>
    /// Puts where the rows of features lie in place of their hashes. They are scattered over megabytes, and waiting for them is most
    /// of the time of <see cref="Sum"/>: the processor is asked for them here. Features without a row need no waiting.
    /// </summary>
    public unsafe void Locate(Span<uint> features)
    {
        ref sbyte first = ref MemoryMarshal.GetArrayDataReference(_rows);
        foreach (ref uint feature in features)
        {
            feature = (uint)_slots.Of(feature >> (32 - SlotBits)) * Count;
            if (Sse.IsSupported)
            {
                // Only a hint: it does no harm if the array has been moved meanwhile.
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, feature)));
            }
        }
    }

    /// <summary>What features weigh for each class, given where their rows lie.</summary>
    public Vector256<short> Sum(ReadOnlySpan<uint> rows)
    {
        ref sbyte first = ref MemoryMarshal.GetArrayDataReference(_rows);
        Vector256<short> sum = Vector256<short>.Zero;
        foreach (uint row in rows)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref first, row));
            sum += Vector256.Create(low, high);
        }

        return sum;
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
        ulong[] used = new ulong[(1 << SlotBits) / SlotRows.Word];
        stream.ReadExactly(MemoryMarshal.AsBytes(used.AsSpan()));
        sbyte[] rows = new sbyte[(1 + used.Sum(BitOperations.PopCount)) * Count];
        stream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan(Count)));
        return new ChainModel((used, rows), transitions, scale);
    }

    public byte[] ToBytes() => PackedFile.Write(writer =>
    {
        writer.Write(Magic);
        writer.Write(Scale);
        writer.Write(MemoryMarshal.AsBytes(Transitions.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_slots.Used));
        writer.Write(MemoryMarshal.AsBytes(_rows.AsSpan(Count)));
    });

    private static (ulong[] Used, sbyte[] Rows) Pack(ReadOnlySpan<sbyte> weights)
    {
        ulong[] used = new ulong[(1 << SlotBits) / SlotRows.Word];
        var rows = new List<sbyte>();
        rows.AddRange(new sbyte[Count]);
        for (int slot = 0; slot < 1 << SlotBits; slot++)
        {
            ReadOnlySpan<sbyte> row = weights.Slice(slot * Count, Count);
            if (row.ContainsAnyExcept((sbyte)0))
            {
                used[slot / SlotRows.Word] |= 1UL << (slot % SlotRows.Word);
                rows.AddRange(row);
            }
        }

        return (used, [.. rows]);
    }
}
