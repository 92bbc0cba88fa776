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

    /// <summary>Measures how far a second annotation of the same documents agrees with the first.</summary>
    /// <param name="gold">Annotated documents with unique ids.</param>
    /// <param name="second">The same texts, annotated by somebody else.</param>
    /// <exception cref="ArgumentException">A document of <paramref name="second"/> has another text than the one with its id in <paramref name="gold"/>.</exception>
    public static EvaluationReport Agreement(IEnumerable<AnnotatedDocument> gold, IEnumerable<AnnotatedDocument> second)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<string, AnnotatedDocument> byId = second.ToDictionary(d => d.Id, StringComparer.Ordinal);
        AnnotatedDocument[] both = [.. gold.Where(g => byId.ContainsKey(g.Id))];
        if (both.FirstOrDefault(g => byId[g.Id].Text != g.Text) is { } other)
        {
            throw new ArgumentException($"Document '{other.Id}' has another text in the second annotation.", nameof(second));
        }

        return Evaluate(both, both.ToDictionary(g => g.Id, g => AnnotationResult.Of(byId[g.Id]), StringComparer.Ordinal));
    }
}
