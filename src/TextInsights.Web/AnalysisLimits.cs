namespace TextInsights.Web;

/// <summary>What the service takes on; section "Limits" of the configuration.</summary>
internal sealed record AnalysisLimits
{
    /// <summary>Most bytes of a request's body; 1 MiB by default.</summary>
    public int MostBytes { get; init; } = 1 << 20;

    /// <summary>Articles that are read at the same time; by default one a processor.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Articles that may wait for their turn; by default 16 a processor.</summary>
    public int Waiting { get; init; } = 16 * Environment.ProcessorCount;

    /// <summary>What is wrong with the settings; null for nothing.</summary>
    public string? Complaint() => this switch
    {
        { MostBytes: < 1 } => $"Limits:MostBytes is {MostBytes}: at least 1 is expected.",
        { AtOnce: < 1 } => $"Limits:AtOnce is {AtOnce}: at least 1 is expected.",
        { Waiting: < 0 } => $"Limits:Waiting is {Waiting}: at least 0 is expected.",
        _ => null,
    };
}
