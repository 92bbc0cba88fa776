namespace TextInsights.Features;

/// <summary>Writes hashes of features, each made of a template's number and what stands there.</summary>
internal ref struct HashWriter(Span<uint> hashes)
{
    private readonly Span<uint> _hashes = hashes;

    public int Count { get; private set; }

    // A value of 0 means "there is none".
    public void Add(uint template, uint value)
    {
        if (value != 0)
        {
            _hashes[Count++] = FeatureHash.Combine(template, value);
        }
    }

    // For values that may be missing: the pair is there if both are.
    public void AddPair(uint template, uint first, uint second) => Add(template, first == 0 || second == 0 ? 0 : FeatureHash.Combine(first, second));

    public void Add(uint template, uint first, uint second) => Add(template, FeatureHash.Combine(first, second));
}
