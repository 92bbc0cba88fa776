namespace TextInsights.Training;

/// <summary>Trains the models of TextInsights by name.</summary>
public static class ModelTrainer
{
    /// <summary>Trains one model, or all.</summary>
    /// <param name="model">entities, roles, sentiment, tokenizer or all.</param>
    /// <param name="input">What to train from.</param>
    /// <param name="output">Folder that gets one subfolder per model.</param>
    /// <param name="progress">Told what is being done; null for silence.</param>
    /// <param name="cancellationToken">Ends the training between steps.</param>
    public static void Train(string model, TrainingInput input, string output, IProgress<string>? progress = null, CancellationToken cancellationToken = default) =>
        throw new ArgumentException($"'{model}' is no model: entities, roles, sentiment, tokenizer or all.", nameof(model));
}
