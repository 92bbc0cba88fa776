using System.Collections.Immutable;
using Microsoft.ML;
using TextInsights.Relations;

namespace TextInsights.Training;

/// <summary>
/// Extractors of deals that have not learned from the document they read: sentiment must learn from deals that are as good
/// and as bad as those it will get of a new text.
/// </summary>
internal sealed class CrossFittedDeals
{
    private readonly ImmutableArray<DealExtractor> _folds;
    private readonly HashSet<string> _seen;
    private readonly DealExtractor _whole;

    private CrossFittedDeals(ImmutableArray<DealExtractor> folds, DealExtractor whole, HashSet<string> seen)
    {
        _folds = folds;
        _whole = whole;
        _seen = seen;
    }

    /// <summary>Learns one extractor a fold and one of all documents.</summary>
    public static CrossFittedDeals Learn(TrainingRun run, IReadOnlyList<AnnotatedDocument> documents)
    {
        var folds = ImmutableArray.CreateBuilder<DealExtractor>();
        for (int fold = 0; fold < CrossFitted.FoldCount; fold++)
        {
            run.Step($"deals without part {fold + 1} of {CrossFitted.FoldCount}");
            folds.Add(Extractor([.. documents.Where(d => CrossFitted.FoldOf(d.Id) != fold)]));
        }

        return new CrossFittedDeals(folds.DrainToImmutable(), Extractor(documents), [.. documents.Select(d => d.Id)]);

        // Without the check, which only says how sure a deal is, and without the second look at parties, which a fold would have to be cut
        // up once more for: these deals are a little worse than those of a new text.
        DealExtractor Extractor(IReadOnlyList<AnnotatedDocument> some) =>
            new(DealTrainer.TrainReaders(new MLContext(TrainingRun.Seed), some, run.MaximumIterations).ToClassifier());
    }

    /// <summary>The extractor that did not see a document.</summary>
    public DealExtractor Without(string id) => _seen.Contains(id) ? _folds[CrossFitted.FoldOf(id)] : _whole;
}
