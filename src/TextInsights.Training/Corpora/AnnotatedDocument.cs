using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>A text with what people say is in it: a line of a training or evaluation file. Absent lists mean "not annotated", empty ones "there is nothing".</summary>
public sealed record AnnotatedDocument
{
    /// <summary>Name of the document, unique in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The text that all offsets refer to.</summary>
    public required string Text { get; init; }

    /// <summary>Where the target of a targeted judgement begins (GerNTSA): there <see cref="Sentiment"/> is about that stretch, not about the text.</summary>
    public int? Start { get; init; }

    /// <summary>Where the target of a targeted judgement ends.</summary>
    public int? End { get; init; }

    /// <summary>Names in the text, in text order.</summary>
    public ImmutableArray<GoldMention>? Mentions { get; init; }

    /// <summary>Spans where predicted mentions do not count.</summary>
    public ImmutableArray<GoldSpan>? Ignored { get; init; }

    /// <summary>Words derived from a name (GermEval: "Berliner").</summary>
    public ImmutableArray<GoldMention>? Derived { get; init; }

    /// <summary>Compounds that contain a name (GermEval: "VW-Werk").</summary>
    public ImmutableArray<GoldMention>? Parts { get; init; }

    /// <summary>Monetary amounts.</summary>
    public ImmutableArray<GoldAmount>? Amounts { get; init; }

    /// <summary>Companies' worth.</summary>
    public ImmutableArray<GoldValuation>? Valuations { get; init; }

    /// <summary>Transactions.</summary>
    public ImmutableArray<GoldDeal>? Deals { get; init; }

    /// <summary>Judgement of the whole text.</summary>
    public SentimentLabel? Sentiment { get; init; }

    /// <summary>Judgement of each organisation that the text is about.</summary>
    public ImmutableArray<GoldEntitySentiment>? EntitySentiments { get; init; }

    /// <summary>Heading spans as [start, end].</summary>
    public ImmutableArray<ImmutableArray<int>>? Headings { get; init; }

    /// <summary>Advertisement spans as [start, end].</summary>
    public ImmutableArray<ImmutableArray<int>>? Advertisements { get; init; }

    /// <summary>Takes what the analyzer found as annotation, to be corrected by hand: annotating goes faster that way.</summary>
    /// <param name="id">Name of the document, unique in its file.</param>
    /// <param name="text">The text that was analyzed.</param>
    /// <param name="result">What was found in it.</param>
    /// <exception cref="InvalidDataException">The result belongs to another text.</exception>
    public static AnnotatedDocument FromResult(string id, string text, AnalyzedDocument result)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(result);
        return ResultAnnotation.Of(id, text, result);
    }

    /// <summary>The document as a line that <see cref="AnnotatedCorpus.Read"/> reads; spans also show their text, which is for people.</summary>
    public string ToJson() => AnnotationWriter.Write(this);
}

/// <summary>A name in the text.</summary>
public sealed record GoldMention(int Start, int End, EntityType Type, string? Name);

/// <summary>A stretch of the text.</summary>
public sealed record GoldSpan(int Start, int End);

/// <summary>A monetary amount in the text; see <see cref="MonetaryAmount"/>. The subject is a name, or null for none.</summary>
public sealed record GoldAmount(
    int Start,
    int End,
    Currency? Currency,
    decimal? Minimum,
    decimal? Maximum,
    AmountQualifier Qualifier,
    AmountRole Role,
    AmountRate? Rate,
    string? Subject)
{
    /// <summary>Whether the annotation says what the amount is about: a null <see cref="Subject"/> then means "about nobody".</summary>
    public bool SubjectAnnotated { get; init; } = Subject is not null;
}

/// <summary>A company's worth; the amount is an index into the document's amounts.</summary>
public sealed record GoldValuation(string Company, int Amount, ValuationKind Kind, ValuationStatus Status);

/// <summary>A transaction; parties are names, the amount is an index into the document's amounts.</summary>
public sealed record GoldDeal(
    DealKind Kind,
    ImmutableArray<string> Buyers,
    ImmutableArray<string> Targets,
    ImmutableArray<string> Sellers,
    int? Amount,
    decimal? StakePercent,
    DealStatus Status,
    string? Evidence);

/// <summary>Judgement of an organisation.</summary>
public sealed record GoldEntitySentiment(string Entity, SentimentLabel Sentiment);
