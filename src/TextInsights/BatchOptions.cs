namespace TextInsights;

/// <summary>Settings for reading many documents; see <see cref="TextAnalyzerExtensions.AnalyzeAsync"/>.</summary>
public sealed record BatchOptions
{
    private const int DocumentsPerThread = 16;

    /// <summary>Most documents that are read at the same time; at least 1. Default: the number of processors.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Most documents that are taken from the source before their results are taken from the stream; bounds the memory. At least
    /// <see cref="MaxDegreeOfParallelism"/>. Default (null): 16 times <see cref="MaxDegreeOfParallelism"/>.
    /// </summary>
    public int? MaxDocumentsAhead { get; init; }

    /// <summary>Told after each document, in order, before its result is given out; null (the default) for silence.</summary>
    public IProgress<BatchProgress>? Progress { get; init; }

    /// <summary>The bound on documents after a check of all settings.</summary>
    internal int ValidDocumentsAhead()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDegreeOfParallelism, 1);
        int ahead = MaxDocumentsAhead ?? (int)Math.Min(int.MaxValue, (long)MaxDegreeOfParallelism * DocumentsPerThread);
        ArgumentOutOfRangeException.ThrowIfLessThan(ahead, MaxDegreeOfParallelism, nameof(MaxDocumentsAhead));
        return ahead;
    }
}

/// <summary>How far the reading of many documents has come.</summary>
/// <param name="Documents">Documents done, failed ones included.</param>
/// <param name="Failed">Documents that failed.</param>
/// <param name="Characters">UTF-16 code units of all texts done.</param>
public readonly record struct BatchProgress(long Documents, long Failed, long Characters);
