using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Entities;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;
using TextInsights.Telemetry;

namespace TextInsights;

/// <summary>Reads German business news. Immutable and thread-safe: load it once and share it; loading takes far longer than reading an article.</summary>
public sealed class TextAnalyzer : ITextAnalyzer
{
    private readonly AdvertisementClassifier _advertisementClassifier;
    private readonly EntityRecognizer _entityRecognizer;
    private readonly GazetteerMatcher _gazetteerMatcher;
    private readonly EntityResolver _entityResolver;
    private readonly AmountRecognizer _amountRecognizer;
    private readonly RoleClassifier _roleClassifier;
    private readonly ValuationExtractor _valuationExtractor;
    private readonly DealExtractor _dealExtractor;
    private readonly SentimentClassifier _sentimentClassifier;

    /// <summary>Loads the models.</summary>
    /// <param name="options">Settings; null takes the defaults, among them the models inside the package.</param>
    /// <exception cref="ArgumentException">A gazetteer has a blank name.</exception>
    /// <exception cref="ModelException">A model file is missing, damaged or made for another version.</exception>
    public TextAnalyzer(TextAnalyzerOptions? options = null)
    {
        ModelFolder models = options?.ModelsDirectory is { } directory ? ModelFolder.At(directory) : ModelFolder.Embedded;
        var listedNames = new ListedNames((options ?? new TextAnalyzerOptions()).ValidGazetteers());
        // All at once: reading words and weights is most of the work, and it splits well.
        Task<EntityRecognizer> recognizer = Task.Run(() => EntityRecognizer.Load(models));
        Task<SentimentClassifier> sentiment = Task.Run(() => SentimentClassifier.Load(models));
        Task<AdvertisementClassifier> advertisements = Task.Run(() => AdvertisementClassifier.Load(models));
        Task<DealClassifier> deals = Task.Run(() => DealClassifier.Load(models));
        Task<RoleClassifier> roles = Task.Run(async () => RoleClassifier.Load(models, (await recognizer.ConfigureAwait(false)).Words));
        Task<ValuationExtractor> valuations = Task.Run(() => ValuationExtractor.Load(models));
        _gazetteerMatcher = new GazetteerMatcher(listedNames);
        _entityResolver = new EntityResolver(new KnownNames(listedNames));
        _amountRecognizer = new AmountRecognizer();
        _roleClassifier = roles.GetAwaiter().GetResult();
        _valuationExtractor = valuations.GetAwaiter().GetResult();
        _dealExtractor = new DealExtractor(deals.GetAwaiter().GetResult());
        _advertisementClassifier = advertisements.GetAwaiter().GetResult();
        _sentimentClassifier = sentiment.GetAwaiter().GetResult();
        _entityRecognizer = recognizer.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public AnalyzedDocument Analyze(string text, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        using AnalysisRecord? record = AnalysisRecord.Begin(text);
        AnalyzedDocument document = Analyze(text, id, record?.Clock);
        record?.Complete(document);
        return document;
    }

    /// <summary>The stages in order; the clock, if there is one, is told when each of them has ended.</summary>
    internal AnalyzedDocument Analyze(string text, string? id, StageClock? clock)
    {
        clock?.Start();
        TokenizedText tokens = clock.Lap(Stage.Tokenizer, GermanTokenizer.Tokenize(text));
        clock?.Count(tokens.Tokens.Length);
        SegmentedText sentences = clock.Lap(Stage.SentenceSplitter, SentenceSplitter.Split(tokens));
        SegmentedText segments = clock.Lap(Stage.AdvertisementClassifier, _advertisementClassifier.Classify(sentences));
        ImmutableArray<RecognizedAmount> recognized = clock.Lap(Stage.AmountRecognizer, _amountRecognizer.Recognize(segments));
        ImmutableArray<RecognizedMention> mentions = clock.Lap(Stage.EntityRecognizer, _gazetteerMatcher.Apply(segments, _entityRecognizer.Recognize(segments, recognized)));
        ImmutableArray<Entity> entities = clock.Lap(Stage.EntityResolver, _entityResolver.Resolve(segments, mentions));
        ResolvedReferences references = clock.Lap(Stage.ReferenceResolver, ReferenceResolver.Resolve(segments, entities));
        ImmutableArray<MonetaryAmount> amounts = clock.Lap(Stage.RoleClassifier, _roleClassifier.Classify(segments, entities, references.Sure, recognized));
        ImmutableArray<Valuation> valuations = clock.Lap(Stage.ValuationExtractor, _valuationExtractor.Extract(segments, references.Sure, amounts));
        ImmutableArray<Deal> deals = clock.Lap(Stage.DealExtractor, _dealExtractor.Extract(segments, entities, references.All, amounts));
        TextSentiment sentiment = clock.Lap(Stage.SentimentClassifier, _sentimentClassifier.Classify(segments, entities, references.All, amounts, deals));
        return clock.Lap(Stage.Assembly, Assemble(id, segments, entities, amounts, valuations, deals, sentiment));
    }

    private static AnalyzedDocument Assemble(
        string? id,
        SegmentedText text,
        ImmutableArray<Entity> entities,
        ImmutableArray<MonetaryAmount> amounts,
        ImmutableArray<Valuation> valuations,
        ImmutableArray<Deal> deals,
        TextSentiment sentiment) => new(
            id,
            [.. text.Sentences.Select((s, i) => text.SpanOf(s) is var span ? new Sentence(span.Start, span.End, s.Kind, sentiment.Sentences[i]) : null!)],
            [.. entities.Select((e, i) => e with { Sentiment = sentiment.Entities[i] })],
            amounts,
            valuations,
            deals.RemoveAll(deal => deal.Confidence < DealExtractor.LeastConfidence),
            sentiment.Document);
}
