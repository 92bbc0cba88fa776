namespace TextInsights.Entities;

/// <summary>Finds the best sequence of classes in which every name begins before it goes on.</summary>
internal static class Viterbi
{
    /// <summary>Decodes a sentence; <paramref name="scores"/> has <see cref="EntityLabels.Count"/> per token and is overwritten.</summary>
    public static void Decode(Span<float> scores, Span<byte> labels)
    {
        const int Count = EntityLabels.Count;
        byte[] back = new byte[labels.Length * Count];
        for (int i = 0; i < labels.Length; i++)
        {
            Span<float> here = scores.Slice(i * Count, Count);
            for (int label = 0; label < Count; label++)
            {
                float best = float.NegativeInfinity;
                int from = EntityLabels.Outside;
                for (int previous = 0; previous < Count; previous++)
                {
                    float score = i == 0 ? (previous == EntityLabels.Outside ? 0 : float.NegativeInfinity) : scores[((i - 1) * Count) + previous];
                    if (score > best && EntityLabels.MayFollow(previous, label))
                    {
                        best = score;
                        from = previous;
                    }
                }

                here[label] += best;
                back[(i * Count) + label] = (byte)from;
            }
        }

        int last = 0;
        for (int label = 1; labels.Length > 0 && label < Count; label++)
        {
            if (scores[((labels.Length - 1) * Count) + label] > scores[((labels.Length - 1) * Count) + last])
            {
                last = label;
            }
        }

        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * Count) + last];
        }
    }
}
