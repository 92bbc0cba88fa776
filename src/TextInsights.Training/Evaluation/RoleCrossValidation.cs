using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Cross-validates roles, subjects and valuations together, with annotated names and amounts.</summary>
internal static class RoleCrossValidation
{
    public static CrossValidatedTask Task { get; } = new("roles", Learn, Measure);

    private static Func<AnnotatedDocument, AnalyzedDocument> Learn(TrainingRun run, IReadOnlyList<AnnotatedDocument> documents)
    {
        WordTable words = RoleTrainer.WordsOf(run);
        ImmutableArray<RoleSample> samples = [.. documents.Where(d => d.Amounts is not null).Select(RoleSample.From), .. RoleTrainer.Further(run.Input)];
        RoleClassifier roles = RoleTrainer.Fit(samples, words, RoleTrainer.Options);
        SubjectResolver subjects = SubjectTrainer.Fit(documents);
        ValuationExtractor valuations = ValuationTrainer.Fit(documents);
        return document => Read(roles, subjects, valuations, document);
    }

    private static AnalyzedDocument Read(RoleClassifier roles, SubjectResolver subjects, ValuationExtractor valuations, AnnotatedDocument document)
    {
        SegmentedText text = GoldStages.Segment(document);
        ImmutableArray<Entity> entities = GoldStages.Entities(document);
        ImmutableArray<EntityReference> references = entities.IsEmpty ? [] : ReferenceResolver.Resolve(text, entities).Sure;
        ImmutableArray<MonetaryAmount> amounts = subjects.Resolve(
            text, entities, references, roles.Classify(text, entities, references, GoldStages.RecognizedAmounts(document, text)));
        return new AnalyzedDocument(
            document.Id, [], entities, amounts, valuations.Extract(text, references, amounts), [], Sentiment.None);
    }

    private static IReadOnlyDictionary<string, double?> Measure(ImmutableArray<ScoredDocument> documents) =>
        new EvaluationReport(null, AmountEvaluation.Measure(documents), ValuationEvaluation.Measure(documents), null, null, null, null).ToMeasures();
}
