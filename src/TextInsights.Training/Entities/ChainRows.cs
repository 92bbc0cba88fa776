using TextInsights.Entities;

namespace TextInsights.Training;

/// <summary>Training works on rows without gaps, frequent features first, so that the processor's cache holds what is used most.</summary>
internal static class ChainRows
{
    private const int Count = EntityLabels.Count;
    private const int LeastWeight = 3; // in steps; a row without one as large says nothing that the found names show, and takes room and time

    /// <summary>The row of each feature slot; 0 for slots that do not occur.</summary>
    public static int[] Number(IReadOnlyList<ChainExample> examples, out int rows)
    {
        int[] counts = new int[1 << ChainModel.SlotBits];
        foreach (ChainExample example in examples)
        {
            foreach (int slot in example.Features)
            {
                counts[slot]++;
            }
        }

        int[] rowOf = new int[counts.Length];
        rows = 1;
        foreach (int slot in Enumerable.Range(0, counts.Length).Where(s => counts[s] > 0).OrderByDescending(s => counts[s]))
        {
            rowOf[slot] = rows++;
        }

        return rowOf;
    }

    /// <summary>The example with rows in place of slots, without those that have none.</summary>
    public static ChainExample Compact(ChainExample example, int[] rowOf)
    {
        int[] offsets = new int[example.Offsets.Length];
        var features = new List<int>(example.Features.Length);
        for (int i = 0; i < example.Length; i++)
        {
            for (int k = example.Offsets[i]; k < example.Offsets[i + 1]; k++)
            {
                if (rowOf[example.Features[k]] is > 0 and int row)
                {
                    features.Add(row);
                }
            }

            offsets[i + 1] = features.Count;
        }

        return new ChainExample(offsets, [.. features], example.Allowed);
    }

    /// <summary>The trained weights in eight bits; slots that did not occur keep those of the chain that training started from.</summary>
    public static ChainModel Quantize(float[] means, float[] transitionMeans, int[] rowOf, ChainModel? start = null)
    {
        const float Scale = 1 / 32f; // weights beyond ±4 are rare and cut
        sbyte[] weights = new sbyte[rowOf.Length * Count];
        for (int slot = 0; slot < rowOf.Length; slot++)
        {
            Span<sbyte> row = weights.AsSpan(slot * Count, Count);
            start?[slot].CopyTo(row);
            for (int label = 0; label < Count && rowOf[slot] > 0; label++)
            {
                float steps = means[(rowOf[slot] * Count) + label] / Scale;
                row[label] = (sbyte)Math.Clamp(MathF.Round(steps), -127, 127);
            }

            if (!row.ContainsAnyExceptInRange((sbyte)(1 - LeastWeight), (sbyte)(LeastWeight - 1)))
            {
                row.Clear();
            }
        }

        short[] transitions = [.. transitionMeans.Select(t => t < -1000 ? short.MinValue : (short)MathF.Round(t / Scale))];
        return new ChainModel(weights, transitions, Scale);
    }
}
