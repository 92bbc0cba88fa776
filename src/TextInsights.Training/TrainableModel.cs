namespace TextInsights.Training;

/// <summary>A model and what trains it.</summary>
/// <param name="Name">Name on the command line and of the folder under <c>models/</c>.</param>
/// <param name="Description">What it does, for help and progress: "finds names".</param>
/// <param name="Train">Trains it and writes its folder with <see cref="ModelWriter"/>.</param>
internal sealed record TrainableModel(string Name, string Description, Action<TrainingRun> Train);
