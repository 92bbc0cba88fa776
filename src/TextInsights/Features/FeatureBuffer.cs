using System.Runtime.InteropServices;

namespace TextInsights.Features;

/// <summary>
/// The hashed sparse features of one example, reused from example to example. A feature is a hash of its template and
/// its value; its slot is the top bits of the hash, so that training and inference agree without a dictionary.
/// </summary>
internal sealed class FeatureBuffer(int bits)
{
    private readonly List<int> _indices = [];
    private readonly List<float> _values = [];

    /// <summary>Number of slots.</summary>
    public int SlotCount => 1 << bits;

    public ReadOnlySpan<int> Indices => CollectionsMarshal.AsSpan(_indices);

    public ReadOnlySpan<float> Values => CollectionsMarshal.AsSpan(_values);

    public void Clear()
    {
        _indices.Clear();
        _values.Clear();
    }

    /// <summary>Adds a feature; equal features add up.</summary>
    public void Add(uint hash, float value = 1)
    {
        _indices.Add((int)(hash >> (32 - bits)));
        _values.Add(value);
    }
}
