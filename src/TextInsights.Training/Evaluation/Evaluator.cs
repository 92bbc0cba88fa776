using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Measures predictions against annotated documents.</summary>
public static class Evaluator
{
    /// <summary>Measures every task that the documents are annotated for.</summary>
    /// <param name="gold">Annotated documents with unique ids.</param>
    /// <param name="predicted">Results by document id; a document without a result is one where nothing was found.</param>
    public static EvaluationReport Evaluate(IEnumerable<AnnotatedDocument> gold, IReadOnlyDictionary<string, AnalyzedDocument> predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        ImmutableArray<ScoredDocument> documents = [.. gold.Select(g => new ScoredDocument(g, predicted.GetValueOrDefault(g.Id)))];
        return new EvaluationReport(
            EntityEvaluation.Measure(documents),
            AmountEvaluation.Measure(documents),
            ValuationEvaluation.Measure(documents),
            DealEvaluation.Measure(documents),
            SentimentEvaluation.Measure(documents),
            RegionEvaluation.Headings(documents),
            RegionEvaluation.Advertisements(documents));
    }
}
