using System.Collections.Immutable;

namespace TextInsights.Sentiments;

/// <summary>The judgements of one text: per sentence and per entity in their order (null where none is due), and of the whole.</summary>
internal sealed record TextSentiment(ImmutableArray<Sentiment?> Sentences, ImmutableArray<Sentiment?> Entities, Sentiment Document);
