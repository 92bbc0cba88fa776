namespace TextInsights.Training;

/// <summary>One run of <see cref="ModelTrainer"/>: what its trainers share.</summary>
/// <param name="Input">What to train from.</param>
/// <param name="Output">Folder that gets one subfolder per model.</param>
/// <param name="MaximumIterations">Most passes over the data.</param>
/// <param name="Progress">Told what is being done.</param>
/// <param name="CancellationToken">Ends the training between steps.</param>
internal sealed record TrainingRun(
    TrainingInput Input, string Output, int MaximumIterations, IProgress<string>? Progress, CancellationToken CancellationToken)
{
    /// <summary>Seed of everything random in training, as the manifests record it.</summary>
    public const int Seed = 1;

    /// <summary>The passes a model usually needs, or fewer where the caller wants to be quick.</summary>
    public int Iterations(int usual) => Math.Min(usual, MaximumIterations);

    /// <summary>Says what begins now; ends the run if it was cancelled.</summary>
    public void Step(string what)
    {
        CancellationToken.ThrowIfCancellationRequested();
        Progress?.Report(what);
    }
}
