using TextInsights.Features;

namespace TextInsights.Training;

/// <summary>One training example of a linear model: hashed features and the number of its class.</summary>
internal sealed record LinearExample(int[] Indices, float[] Values, uint Label)
{
    /// <summary>Copies the features out of the buffer; slots are ordered and equal slots added up, as ML.NET's vectors ask.</summary>
    public static LinearExample From(FeatureBuffer features, uint label)
    {
        int[] indices = features.Indices.ToArray();
        float[] values = features.Values.ToArray();
        Array.Sort(indices, values);
        int count = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            if (count > 0 && indices[count - 1] == indices[i])
            {
                values[count - 1] += values[i];
            }
            else
            {
                indices[count] = indices[i];
                values[count++] = values[i];
            }
        }

        return new LinearExample(indices[..count], values[..count], label);
    }

    /// <summary>What sets one example apart from another: its features minus the other's.</summary>
    public static LinearExample Difference(LinearExample first, LinearExample second, uint label)
    {
        var indices = new List<int>();
        var values = new List<float>();
        for (int i = 0, j = 0; i < first.Indices.Length || j < second.Indices.Length;)
        {
            int next = Math.Min(i < first.Indices.Length ? first.Indices[i] : int.MaxValue, j < second.Indices.Length ? second.Indices[j] : int.MaxValue);
            float value = (i < first.Indices.Length && first.Indices[i] == next ? first.Values[i++] : 0)
                - (j < second.Indices.Length && second.Indices[j] == next ? second.Values[j++] : 0);
            if (value != 0)
            {
                indices.Add(next);
                values.Add(value);
            }
        }

        return new LinearExample([.. indices], [.. values], label);
    }

    /// <summary>Puts the features back into a buffer, to be scored.</summary>
    public void CopyTo(FeatureBuffer features)
    {
        features.Clear();
        int shift = 32 - int.Log2(features.SlotCount);
        for (int i = 0; i < Indices.Length; i++)
        {
            features.Add((uint)Indices[i] << shift, Values[i]);
        }
    }
}
