using System.Collections.Immutable;

namespace TextInsights.Amounts;

/// <summary>Finds amounts that say a value again: "Die 12 Milliarden Euro" speaks of what was told before.</summary>
internal static class RepeatedAmounts
{
    /// <summary>For each amount the last one before it of the same value and currency, or -1.</summary>
    public static int[] Find<T>(ImmutableArray<T> amounts, Func<T, (Currency? Currency, decimal? Minimum, decimal? Maximum)> valueOf)
    {
        int[] before = new int[amounts.Length];
        var last = new Dictionary<(Currency?, decimal?, decimal?), int>(amounts.Length);
        for (int i = 0; i < amounts.Length; i++)
        {
            (Currency?, decimal?, decimal?) value = valueOf(amounts[i]);
            before[i] = last.GetValueOrDefault(value, -1);
            last[value] = i;
        }

        return before;
    }
}
