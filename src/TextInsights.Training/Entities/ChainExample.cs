namespace TextInsights.Training;

/// <summary>A sentence for the chain trainer.</summary>
/// <param name="Offsets">Where the features of token i begin in <paramref name="Features"/>; one more than there are tokens.</param>
/// <param name="Features">Feature slots (or, once compacted, rows) of all tokens.</param>
/// <param name="Allowed">Per token the classes that the annotation allows, a bit each; all bits where nothing was annotated.</param>
internal sealed record ChainExample(int[] Offsets, int[] Features, ushort[] Allowed)
{
    public int Length => Allowed.Length;
}
