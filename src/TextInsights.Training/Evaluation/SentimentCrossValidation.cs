using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights.Training;

/// <summary>Cross-validates the judgements of documents and organisations. Deals, which they build on, are learned anew as well.</summary>
internal static class SentimentCrossValidation
{
    /// <summary>Articles, with annotated names and amounts.</summary>
    public static CrossValidatedTask Articles { get; } = new(
        "sentiment", (run, learned) => Reader(run, learned, Facts(run.Input), recognized: false), documents => Measure(documents));

    /// <summary>Articles, with what the models at hand recognize: those have learned from the articles, so that names are a little too good.</summary>
    public static CrossValidatedTask Recognized { get; } = new(
        "sentiment-recognized", (run, learned) => Reader(run, learned, Facts(run.Input), recognized: true), documents => Measure(documents));

    /// <summary>The single sentences and short texts of the facts, with annotated names and amounts.</summary>
    public static CrossValidatedTask ShortTexts { get; } = new(
        "sentiment-facts", (run, learned) => Reader(run, run.Input.Data.Documents, learned, recognized: false), documents => Measure(documents), Facts);

    private static ImmutableArray<AnnotatedDocument> Facts(TrainingInput input) => input.Corpus("facts")?.Documents ?? [];

    private static Func<AnnotatedDocument, AnalyzedDocument> Reader(
        TrainingRun run, IReadOnlyList<AnnotatedDocument> articles, IReadOnlyList<AnnotatedDocument> facts, bool recognized)
    {
        var material = SentimentMaterial.Read(run.Input, ModelFolder.Embedded);
        CrossFittedDeals deals = CrossFittedDeals.Learn(run, DealTrainer.WithFurther(articles, RoleTrainer.WithMentions([.. facts], run.Input)));
        ImmutableArray<SentimentDocument> documents = [.. material.Prepare(articles, "articles", deals), .. material.Prepare(facts, "facts", deals)];
        SentimentClassifier classifier = new SentimentLearner(run, material).Learn(documents).ToClassifier(material);
        var analyzer = recognized ? new TextAnalyzer() : null;
        return document => analyzer is null
            ? Read(classifier, material.Prepare([document], "", deals).Single())
            : Read(classifier, deals.Without(document.Id), analyzer, document);
    }

    private static AnalyzedDocument Read(SentimentClassifier classifier, SentimentDocument document)
    {
        TextSentiment found = classifier.Classify(document.Text, document.Entities, document.References, document.Amounts, document.Deals);
        return With(found, new AnalyzedDocument(document.Id, [], document.Entities, document.Amounts, [], document.Deals, found.Document));
    }

    private static AnalyzedDocument Read(SentimentClassifier classifier, DealExtractor dealExtractor, TextAnalyzer analyzer, AnnotatedDocument document)
    {
        AnalyzedDocument analyzed = analyzer.Analyze(document.Text, document.Id);
        SegmentedText text = GoldStages.Segment(document);
        text = text with { Sentences = [.. text.Sentences.Select((s, i) => s with { Kind = analyzed.Sentences[i].Kind })] };
        ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(text, analyzed.Entities).All;
        ImmutableArray<Deal> deals = dealExtractor.Extract(text, analyzed.Entities, references, analyzed.Amounts);
        return With(classifier.Classify(text, analyzed.Entities, references, analyzed.Amounts, deals), analyzed);
    }

    private static AnalyzedDocument With(TextSentiment found, AnalyzedDocument document) => document with
    {
        Entities = [.. document.Entities.Select((e, i) => e with { Sentiment = found.Entities[i] })],
        Sentiment = found.Document,
    };

    private static IReadOnlyDictionary<string, double?> Measure(ImmutableArray<ScoredDocument> documents) =>
        new Dictionary<string, double?>(new EvaluationReport(null, null, null, null, SentimentEvaluation.Measure(documents), null, null).ToMeasures())
        {
            ["sentiment.document.calibration error"] = SentimentEvaluation.CalibrationError(SentimentEvaluation.DocumentPairs(documents)),
            ["sentiment.entity.calibration error"] = SentimentEvaluation.CalibrationError(SentimentEvaluation.EntityPairs(documents)),
        };
}
