using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Entities;
using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Trains the models of TextInsights by name.</summary>
public static class ModelTrainer
{
    /// <summary>The name that stands for every model.</summary>
    public const string All = "all";

    /// <summary>Every model, in the order in which <see cref="All"/> trains them: a model may build on those before it.</summary>
    internal static ImmutableArray<TrainableModel> Models { get; } =
    [
        new(AdvertisementClassifier.ModelName, "finds advertisements", AdvertisementTrainer.Train),
        new(WordTable.ModelName, "learns from running text which words stand in the same surroundings", WordTableTrainer.Train),
        new(EntityRecognizer.ModelName, "finds names", EntityTrainer.Train),
        new(Subwords.Model, "learns the parts that words are made of", TokenizerTrainer.Train),
        new(RoleClassifier.ModelName, "tells what amounts are", RoleTrainer.Train),
        new(SubjectResolver.ModelName, "tells which organisation an amount is about", SubjectTrainer.Train),
        new(ValuationExtractor.ModelName, "tells how certain and current a valuation is", ValuationTrainer.Train),
        new(DealClassifier.ModelName, "tells who buys what", DealTrainer.Train),
        new(SentimentClassifier.Model, "judges sentences, organisations and documents", SentimentTrainer.Train),
    ];

    /// <summary>Names that <see cref="Train"/> takes, <see cref="All"/> last.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Models.Select(m => m.Name), All];

    /// <summary>Trains one model, or all. A model folder is replaced only when its new files are complete.</summary>
    /// <param name="model">One of <see cref="Names"/>.</param>
    /// <param name="input">What to train from.</param>
    /// <param name="output">Folder that gets one subfolder per model.</param>
    /// <param name="maximumIterations">Most passes over the data; null takes what each model needs. Fewer are faster and worse.</param>
    /// <param name="progress">Told what is being done; null for silence.</param>
    /// <param name="cancellationToken">Ends the training between steps.</param>
    /// <exception cref="ArgumentException"><paramref name="model"/> is not one of <see cref="Names"/>.</exception>
    /// <exception cref="CorpusException">Lines of the input are broken; every one is listed with file, line and field.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static void Train(
        string model,
        TrainingInput input,
        string output,
        int? maximumIterations = null,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (maximumIterations is { } iterations)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations, nameof(maximumIterations));
        }

        if (!Names.Contains(model))
        {
            throw new ArgumentException($"'{model}' is no model: one of {string.Join(", ", Names)} is expected.", nameof(model));
        }

        var run = new TrainingRun(input, output, maximumIterations ?? int.MaxValue, progress, cancellationToken);
        foreach (TrainableModel trainable in Models.Where(m => model == All || m.Name == model))
        {
            run.Step($"{trainable.Name}: {trainable.Description}");
            trainable.Train(run);
        }
    }

    /// <summary>
    /// Adapts the models of the package to own annotated documents. A part of them is held out; each model learns from the rest and from
    /// the articles inside this package, and is taken if neither it nor the whole is worse on the held-out part. The corpora that the package's models also
    /// learned from are not in the package: the entity model goes on from its weights, the others learn anew.
    /// </summary>
    /// <param name="dataPath">A file of annotated documents, or a folder of such files in which those that begin with "dev" are left out.</param>
    /// <param name="output">Folder that gets a complete set of models, written when all is done.</param>
    /// <param name="options">Settings; null takes the defaults.</param>
    /// <param name="progress">Told what is being done; null for silence.</param>
    /// <param name="cancellationToken">Ends the work between steps; nothing is written then.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    /// <exception cref="CorpusException">Lines of the input are broken; every one is listed with file, line and field.</exception>
    /// <exception cref="InvalidDataException">There are too few documents.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static AdaptationReport Adapt(
        string dataPath, string output, AdaptationOptions? options = null, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataPath);
        ArgumentNullException.ThrowIfNull(output);
        options ??= new AdaptationOptions();
        options.Check();
        using var adaptation = new Adaptation(dataPath, options, progress, cancellationToken);
        return adaptation.Run(output);
    }
}
