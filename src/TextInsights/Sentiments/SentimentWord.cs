using System.Collections.Immutable;

namespace TextInsights.Sentiments;

/// <summary>What the word lists say of a word wherever it stands.</summary>
/// <param name="Inside">Its reading inside a sentence, where a capital tells a noun.</param>
/// <param name="AtStart">Its reading where every word begins with a capital.</param>
/// <param name="Phrases">The phrases that it is the anchor of.</param>
internal readonly record struct SentimentWord(LexicalReading Inside, LexicalReading AtStart, ImmutableArray<PhraseTable.Phrase> Phrases);
