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
