using System.Runtime.Intrinsics;

namespace TextInsights.Entities;

/// <summary>Finds the best sequence of classes of a sentence (Viterbi). Buffers are reused from sentence to sentence.</summary>
internal sealed class ChainDecoder(ChainModel model)
{
    private const int Count = EntityLabels.Count;
    private readonly int[] _transitions = Widen(model.Transitions);
    private int[] _best = [];
    private byte[] _from = [];

    /// <summary>Decodes; <paramref name="scores"/> has <see cref="EntityLabels.Count"/> per token.</summary>
    public void Decode(ReadOnlySpan<short> scores, Span<byte> labels)
    {
        if (_from.Length < scores.Length)
        {
            _best = new int[scores.Length];
            _from = new byte[scores.Length];
        }

        for (int label = 0; label < Count; label++)
        {
            _best[label] = scores[label] + _transitions[(Count * Count) + label];
        }

        for (int i = 1; i < labels.Length; i++)
        {
            Span<int> here = _best.AsSpan(i * Count, Count);
            ReadOnlySpan<int> before = _best.AsSpan((i - 1) * Count, Count);
            Vector256<int> bestLow = Vector256.Create(int.MinValue), bestHigh = bestLow, fromLow = default, fromHigh = default;
            for (int previous = 0; previous < Count; previous++)
            {
                Vector256<int> state = Vector256.Create(before[previous]), index = Vector256.Create(previous);
                Better(state + Vector256.Create(_transitions.AsSpan(previous * Count, 8)), index, ref bestLow, ref fromLow);
                Better(state + Vector256.Create(_transitions.AsSpan((previous * Count) + 8, 8)), index, ref bestHigh, ref fromHigh);
            }

            bestLow.CopyTo(here);
            bestHigh.CopyTo(here[8..]);
            for (int label = 0; label < Count; label++)
            {
                here[label] += scores[(i * Count) + label];
                _from[(i * Count) + label] = (byte)(label < 8 ? fromLow[label] : fromHigh[label - 8]);
            }
        }

        Trace(labels);
    }

    private static void Better(Vector256<int> candidate, Vector256<int> index, ref Vector256<int> best, ref Vector256<int> from)
    {
        Vector256<int> better = Vector256.GreaterThan(candidate, best);
        best = Vector256.ConditionalSelect(better, candidate, best);
        from = Vector256.ConditionalSelect(better, index, from);
    }

    private void Trace(Span<byte> labels)
    {
        int row = (labels.Length - 1) * Count;
        int last = 0;
        for (int label = 1; label < Count; label++)
        {
            if (_best[row + label] > _best[row + last])
            {
                last = label;
            }
        }

        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = _from[(i * Count) + last];
        }
    }

    // Forbidden steps get a score that no sentence can make up for.
    private static int[] Widen(short[] transitions) => [.. transitions.Select(t => t == short.MinValue ? -100_000_000 : t)];
}
