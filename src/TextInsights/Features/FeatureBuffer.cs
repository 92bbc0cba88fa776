namespace TextInsights.Features;

/// <summary>
/// The hashed sparse features of one example, reused from example to example. A feature is a hash of its template and
/// its value; its slot is the top bits of the hash, so that training and inference agree without a dictionary.
/// </summary>
internal sealed class FeatureBuffer(int bits)
{
    private int[] _indices = new int[256];
    private float[] _values = new float[256];
    private int[] _rows = [];
    private float[] _weighing = []; // values of the features that have a row
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

    /// <summary>Looks up the features that weigh anything in a model.</summary>
    /// <param name="slots">Which features have a row.</param>
    /// <param name="width">Length of a row.</param>
    /// <param name="rows">Where their rows begin; until the next look-up.</param>
    /// <param name="values">Their values.</param>
    public void Locate(SlotRows slots, int width, out ReadOnlySpan<int> rows, out ReadOnlySpan<float> values)
    {
        if (_rows.Length < _indices.Length)
        {
            _rows = new int[_indices.Length];
            _weighing = new float[_indices.Length];
        }

        int found = 0;
        for (int i = 0; i < _count; i++)
        {
            // Half of them have no row, so a branch would be guessed wrong as often: what has none is overwritten by the next.
            int row = slots.Of((uint)_indices[i]);
            _rows[found] = (row - 1) * width;
            _weighing[found] = _values[i];
            found += row == 0 ? 0 : 1;
        }

        rows = _rows.AsSpan(0, found);
        values = _weighing.AsSpan(0, found);
    }
}
