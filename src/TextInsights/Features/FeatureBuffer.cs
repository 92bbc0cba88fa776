namespace TextInsights.Features;

/// <summary>
/// The hashed sparse features of one example, reused from example to example. A feature is a hash of its template and
/// its value; its slot is the top bits of the hash, so that training and inference agree without a dictionary.
/// </summary>
internal sealed class FeatureBuffer(int bits)
{
    private int[] _indices = new int[256];
    private float[] _values = new float[256];
    private int _count;

    /// <summary>Number of slots.</summary>
    public int SlotCount => 1 << bits;

    public ReadOnlySpan<int> Indices => _indices.AsSpan(0, _count);

    public ReadOnlySpan<float> Values => _values.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Adds a feature; equal features add up.</summary>
    public void Add(uint hash, float value = 1)
    {
        if (_count == _indices.Length)
        {
            Array.Resize(ref _indices, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
        }

        _indices[_count] = (int)(hash >> (32 - bits));
        _values[_count++] = value;
    }
}
