using TextInsights.Features;

namespace TextInsights.Relations;

/// <summary>Hashes templates and their values into a buffer.</summary>
internal readonly ref struct DealFeatureWriter(FeatureBuffer buffer)
{
    private const int LongestWord = 40;

    public void Add(uint template, uint a, uint b = 77, uint c = 77, uint d = 77) =>
        buffer.Add(FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Combine(FeatureHash.Combine(template, a), b), c), d));

    public void AddValue(uint template, uint a, double value) => buffer.Add(FeatureHash.Combine(FeatureHash.Combine(template, a), 99), (float)value);

    /// <summary>The word without case.</summary>
    public static uint Folded(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, LongestWord)];
        word[..lower.Length].ToLowerInvariant(lower);
        return FeatureHash.Of(lower);
    }
}
