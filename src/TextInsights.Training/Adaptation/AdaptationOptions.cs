namespace TextInsights.Training;

/// <summary>Settings of <see cref="ModelTrainer.Adapt"/>.</summary>
public sealed record AdaptationOptions
{
    /// <summary>How often each of your documents counts beside the articles of the package, which count once; from 1 to 20. Default: 3.</summary>
    public int Weight { get; init; } = 3;

    /// <summary>Share of your documents that is held out to measure on; from 0.05 to 0.5. Default: 0.2.</summary>
    public double HeldOutShare { get; init; } = 0.2;

    /// <summary>Most passes over the data; null (the default) takes what each model needs. Fewer are faster and worse.</summary>
    public int? MaximumIterations { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Weight, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Weight, 20);
        if (!(HeldOutShare is >= 0.05 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(HeldOutShare), HeldOutShare, "From 0.05 to 0.5 is expected.");
        }

        if (MaximumIterations is { } iterations)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations, nameof(MaximumIterations));
        }
    }
}
