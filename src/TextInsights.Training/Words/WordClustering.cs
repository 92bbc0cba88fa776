using System.Numerics.Tensors;

namespace TextInsights.Training;

/// <summary>Groups word vectors by direction (spherical k-means). The first vectors, those of the most frequent words, count most.</summary>
internal static class WordClustering
{
    /// <summary>Returns the group of each vector and the groups' centres.</summary>
    public static (int[] Groups, float[] Centers) Cluster(float[] vectors, int dimensions, int count, int iterations)
    {
        int rows = vectors.Length / dimensions;
        float[] unit = [.. vectors];
        for (int row = 0; row < rows; row++)
        {
            Normalize(unit.AsSpan(row * dimensions, dimensions));
        }

        count = Math.Min(count, rows);
        float[] centers = new float[count * dimensions];
        for (int k = 0; k < count; k++)
        {
            int from = (int)((long)k * Math.Min(rows, 20 * count) / count); // spread over the frequent words
            unit.AsSpan(from * dimensions, dimensions).CopyTo(centers.AsSpan(k * dimensions, dimensions));
        }

        int[] groups = new int[rows];
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            Parallel.For(0, (rows + 255) / 256, block => // each row on its own: the result does not depend on threads
            {
                for (int row = block * 256; row < Math.Min(rows, (block + 1) * 256); row++)
                {
                    groups[row] = Nearest(unit.AsSpan(row * dimensions, dimensions), centers, dimensions, count);
                }
            });
            Array.Clear(centers);
            for (int row = 0; row < rows; row++)
            {
                Span<float> center = centers.AsSpan(groups[row] * dimensions, dimensions);
                TensorPrimitives.Add(center, unit.AsSpan(row * dimensions, dimensions), center);
            }

            for (int k = 0; k < count; k++)
            {
                Normalize(centers.AsSpan(k * dimensions, dimensions));
            }
        }

        return (groups, centers);
    }

    private static int Nearest(ReadOnlySpan<float> vector, float[] centers, int dimensions, int count)
    {
        int best = 0;
        float bestScore = float.NegativeInfinity;
        for (int k = 0; k < count; k++)
        {
            float score = TensorPrimitives.Dot(vector, centers.AsSpan(k * dimensions, dimensions));
            if (score > bestScore)
            {
                bestScore = score;
                best = k;
            }
        }

        return best;
    }

    private static void Normalize(Span<float> vector)
    {
        float norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
        {
            TensorPrimitives.Multiply(vector, 1 / norm, vector);
        }
    }
}
