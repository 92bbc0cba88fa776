using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Entities;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;
using TextInsights.Sentiments;

namespace TextInsights;

/// <summary>Reads German business news. Immutable and thread-safe: load it once and share it; loading takes far longer than reading an article.</summary>
public sealed class TextAnalyzer : ITextAnalyzer
{
    private readonly EntityRecognizer _entityRecognizer;
    private readonly EntityResolver _entityResolver;
    private readonly AmountRecognizer _amountRecognizer;
    private readonly RoleClassifier _roleClassifier;
    private readonly ValuationExtractor _valuationExtractor;
    private readonly DealExtractor _dealExtractor;
    private readonly SentimentClassifier _sentimentClassifier;

    /// <summary>Loads the models.</summary>
    /// <param name="options">Settings; null takes the defaults, among them the models inside the package.</param>
    /// <exception cref="ModelException">A model file is missing, damaged or made for another version.</exception>
    public TextAnalyzer(TextAnalyzerOptions? options = null)
    {
        ModelFolder models = options?.ModelsDirectory is { } directory ? ModelFolder.At(directory) : ModelFolder.Embedded;
        _entityRecognizer = EntityRecognizer.Load(models);
        _entityResolver = new EntityResolver();
        _amountRecognizer = new AmountRecognizer();
        _roleClassifier = RoleClassifier.Load(models);
        _valuationExtractor = new ValuationExtractor();
        _dealExtractor = new DealExtractor();
        _sentimentClassifier = SentimentClassifier.Load(models);
    }

    /// <inheritdoc/>
    public AnalyzedDocument Analyze(string text, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        TokenizedText tokens = GermanTokenizer.Tokenize(text);
        SegmentedText segments = SentenceSplitter.Split(tokens);
        ImmutableArray<RecognizedMention> mentions = _entityRecognizer.Recognize(segments);
        ImmutableArray<Entity> entities = _entityResolver.Resolve(segments, mentions);
        ImmutableArray<EntityReference> references = ReferenceResolver.Resolve(segments, entities);
        ImmutableArray<RecognizedAmount> recognized = _amountRecognizer.Recognize(segments);
        ImmutableArray<MonetaryAmount> amounts = _roleClassifier.Classify(segments, entities, references, recognized);
        ImmutableArray<Valuation> valuations = _valuationExtractor.Extract(segments, references, amounts);
        ImmutableArray<Deal> deals = _dealExtractor.Extract(segments, entities, amounts);
        TextSentiment sentiment = _sentimentClassifier.Classify(segments, entities);
        return Assemble(id, segments, entities, amounts, valuations, deals, sentiment);
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
            deals,
            sentiment.Document);
}
