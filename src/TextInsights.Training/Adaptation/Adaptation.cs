using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TextInsights.Entities;
using TextInsights.Models;

namespace TextInsights.Training;

/// <summary>
/// Adapts the models of the package, one after the other: each learns from the package's articles and the user's documents, and is
/// taken if on documents that were held out neither its own measures nor those of all models together are worse then.
/// </summary>
internal sealed class Adaptation : IDisposable
{
    private const int LeastDocuments = 5;

    private readonly AdaptationOptions _options;
    private readonly IProgress<string>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly string _work = Directory.CreateTempSubdirectory("textinsights-adapt-").FullName;
    private readonly ImmutableArray<AnnotatedDocument> _learned;
    private readonly ImmutableArray<AnnotatedDocument> _heldOut;
    private readonly TrainingInput _input;

    public Adaptation(string dataPath, AdaptationOptions options, IProgress<string>? progress, CancellationToken cancellation)
    {
        (_options, _progress, _cancellation) = (options, progress, cancellation);
        TrainingCorpus own = new TrainingInput(dataPath).Data;
        if (own.Documents.Length < LeastDocuments)
        {
            throw new InvalidDataException($"'{dataPath}' has {own.Documents.Length} documents: at least {LeastDocuments} are needed, for a part of them is held out to measure on.");
        }

        int heldOut = Math.Max(1, (int)Math.Round(own.Documents.Length * options.HeldOutShare));
        // By the ids' hashes: the same documents in every run, in whatever order they stand.
        AnnotatedDocument[] shuffled = [.. own.Documents.OrderBy(d => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(d.Id))), StringComparer.Ordinal)];
        _heldOut = [.. shuffled.Take(heldOut)];
        _learned = [.. own.Documents.Except(_heldOut)];
        string articles = Path.Combine(_work, "articles");
        PackagedArticles.WriteTo(articles);
        _input = new TrainingInput(articles) { Own = own with { Documents = _learned }, OwnWeight = options.Weight };
    }

    public AdaptationReport Run(string output)
    {
        string current = Path.Combine(_work, "current");
        ModelFiles.Copy(ModelFolder.Embedded, current);
        Step($"before: the models of the package on {_heldOut.Length} held-out documents");
        EvaluationReport before = Evaluate(current), now = before;
        var models = ImmutableArray.CreateBuilder<AdaptedModel>();
        foreach (ModelMeasure measure in ModelMeasure.All)
        {
            int documents = _learned.Count(d => measure.Learns(d));
            if (documents == 0)
            {
                models.Add(new(measure.Model, false, measure.Of(now), null, "none of your documents is annotated for it"));
                continue;
            }

            if (measure.Of(now) is not { } old)
            {
                models.Add(new(measure.Model, false, null, null, "the held-out documents have nothing to measure it by"));
                continue;
            }

            string candidate = Path.Combine(_work, measure.Model);
            ModelFiles.Copy(ModelFolder.At(current), candidate);
            Train(measure.Model, candidate);
            EvaluationReport then = Evaluate(candidate);
            double? adapted = measure.Of(then);
            bool isBetter = adapted >= old, isTaken = isBetter && Overall(then) >= Overall(now);
            models.Add(new(measure.Model, isTaken, old, adapted,
                isTaken ? $"adapted with {documents} of your documents"
                : isBetter ? "others are worse with it on the held-out documents: the package's model stays"
                : "worse on the held-out documents: the package's model stays"));
            if (isTaken)
            {
                ModelFiles.Remember(candidate, measure.Model, ("held-out documents, before", old), ("held-out documents, adapted", adapted!.Value));
                (current, now) = (candidate, then);
            }
        }

        _cancellation.ThrowIfCancellationRequested();
        ModelFiles.Copy(ModelFolder.At(current), output);
        return new AdaptationReport(_learned.Length, _heldOut.Length, before, now, models.ToImmutable());
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);

    private void Train(string model, string folder)
    {
        var run = new TrainingRun(_input, folder, _options.MaximumIterations ?? int.MaxValue, _progress, _cancellation);
        if (model == EntityRecognizer.ModelName)
        {
            EntityTrainer.Adapt(run); // the corpora that it learned from are not in the package: it goes on from its weights
        }
        else
        {
            run.Step($"{model}: learns anew from the package's articles and {_learned.Length} of your documents");
            ModelTrainer.Models.Single(m => m.Name == model).Train(run);
        }
    }

    // A model may do its own work better and lead those astray that build on it.
    private static double? Overall(EvaluationReport report) => ModelMeasure.All.Average(m => m.Of(report));

    private EvaluationReport Evaluate(string folder)
    {
        var analyzer = new TextAnalyzer(new TextAnalyzerOptions { ModelsDirectory = folder });
        return Evaluator.Evaluate(_heldOut, _heldOut.ToDictionary(d => d.Id, d => analyzer.Analyze(d.Text, d.Id)));
    }

    private void Step(string what)
    {
        _cancellation.ThrowIfCancellationRequested();
        _progress?.Report(what);
    }
}
