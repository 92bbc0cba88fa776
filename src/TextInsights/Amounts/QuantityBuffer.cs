using System.Buffers;

namespace TextInsights.Amounts;

/// <summary>A growing list over pooled memory, so that a text with many numbers costs no garbage.</summary>
internal sealed class QuantityBuffer : IDisposable
{
    private Quantity[] _items = ArrayPool<Quantity>.Shared.Rent(64);
    private int _count;

    public Span<Quantity> Items => _items.AsSpan(0, _count);

    public void Add(in Quantity quantity)
    {
        if (_count == _items.Length)
        {
            Quantity[] larger = ArrayPool<Quantity>.Shared.Rent(2 * _count);
            _items.CopyTo(larger, 0);
            ArrayPool<Quantity>.Shared.Return(_items, clearArray: true);
            _items = larger;
        }

        _items[_count++] = quantity;
    }

    public void Dispose() => ArrayPool<Quantity>.Shared.Return(_items, clearArray: true);
}
