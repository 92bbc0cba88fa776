namespace TextInsights.Segmentation;

/// <summary>Binary search in what is already in order.</summary>
internal static class LowerBound
{
    /// <summary>Index of the first item whose key is at least a value; the number of items if there is none.</summary>
    public static int Of<T>(ReadOnlySpan<T> items, Func<T, int> key, int value)
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = key(items[middle]) < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
