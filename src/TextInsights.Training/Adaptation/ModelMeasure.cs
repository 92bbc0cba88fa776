using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Entities;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>A model that own documents can adapt.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Learns">Whether it can learn from a document.</param>
/// <param name="Measures">What it is judged by.</param>
internal sealed record ModelMeasure(string Model, Predicate<AnnotatedDocument> Learns, Func<EvaluationReport, IEnumerable<double?>> Measures)
{
    /// <summary>All of them, in the order in which they build on each other. Word table and subwords learn from running text and stay.</summary>
    public static ImmutableArray<ModelMeasure> All { get; } =
    [
        new(AdvertisementClassifier.ModelName, d => d.Advertisements is { IsEmpty: false }, r => [r.Advertisements?.F1]),
        new(EntityRecognizer.ModelName, d => d.Mentions is { IsEmpty: false }, r => [r.Entities?.All.F1]),
        new(RoleClassifier.ModelName, d => d.Amounts is { IsEmpty: false }, r => [r.Amounts?.Role]),
        new(SubjectResolver.ModelName, d => d.Mentions is not null && d.Amounts is { } amounts && amounts.Any(a => a.SubjectAnnotated), r => [r.Amounts?.Subject?.Value]),
        new(ValuationExtractor.ModelName, d => d.Valuations is { IsEmpty: false }, r => [r.Valuations?.Found.F1, r.Valuations?.Status.Value]),
        new(DealClassifier.ModelName, d => d.Deals is { IsEmpty: false }, r => [r.Deals?.AParty.F1, r.Deals?.AllParties.F1]),
        new(SentimentClassifier.Model, d => d.Sentiment is not null, r => [r.Sentiment?.Document?.MacroF1, r.Sentiment?.Entity?.MacroF1]),
    ];

    /// <summary>The mean of the measures that a report has; null if it has none.</summary>
    public double? Of(EvaluationReport report) => Measures(report).Average();
}
