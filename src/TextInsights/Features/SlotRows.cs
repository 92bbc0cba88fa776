using System.Numerics;
using System.Runtime.CompilerServices;

namespace TextInsights.Features;

/// <summary>
/// Which feature slots have a row of weights, and which: the rows stand in the order of their slots, so that a bit per slot and a
/// number per 64 slots tell it. An array of row numbers would be 20 times as large and fall out of the processor's nearest cache.
/// </summary>
internal sealed class SlotRows
{
    /// <summary>Slots that share a word of bits.</summary>
    public const int Word = 64;

    private readonly ulong[] _used;
    private readonly int[] _before; // rows of the slots before those of a word

    /// <summary>Makes rows for slots.</summary>
    /// <param name="used">A bit per slot: whether it has a row.</param>
    public SlotRows(ulong[] used)
    {
        _used = used;
        _before = new int[used.Length];
        for (int word = 1; word < used.Length; word++)
        {
            _before[word] = _before[word - 1] + BitOperations.PopCount(used[word - 1]);
        }

        Count = _before[^1] + BitOperations.PopCount(used[^1]);
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Number of slots.</summary>
    public int SlotCount => _used.Length * Word;

    /// <summary>A bit per slot: whether it has a row.</summary>
    public ReadOnlySpan<ulong> Used => _used;

    /// <summary>The number of a slot's row, from 1 on; 0 if it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Of(uint slot)
    {
        ulong bits = _used[slot / Word] << (int)(~slot % Word); // the slot's own bit comes to the top, those behind it fall out
        int row = _before[slot / Word] + BitOperations.PopCount(bits);
        return (long)bits < 0 ? row : 0;
    }
}
