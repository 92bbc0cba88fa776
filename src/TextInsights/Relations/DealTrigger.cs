using System.Collections.Immutable;

namespace TextInsights.Relations;

/// <summary>An entry of the trigger lexicon.</summary>
/// <param name="Kind">What the word tells of; null for words that point back to a deal ("die Transaktion").</param>
/// <param name="Frame">Who stands where.</param>
/// <param name="Strong">Whether the word alone is evidence.</param>
/// <param name="Particle">Separable prefix; empty if there is none.</param>
/// <param name="Lemma">The form that names the entry.</param>
internal sealed record DealTriggerEntry(DealKind? Kind, DealFrame Frame, bool Strong, string Particle, string Lemma);

/// <summary>In which form a trigger stands.</summary>
internal enum DealTriggerForm : byte
{
    Finite,
    Infinitive,
    Participle,
    Noun,
    Phrase,
}

/// <summary>A trigger found in a sentence.</summary>
/// <param name="Token">Its token, of a phrase the first.</param>
/// <param name="EndToken">Behind its last token.</param>
/// <param name="Form">Its form.</param>
/// <param name="Entries">Its readings: "kauft … auf" and "kauft" differ, "sichert sich" has two.</param>
internal readonly record struct DealTrigger(int Token, int EndToken, DealTriggerForm Form, ImmutableArray<DealTriggerEntry> Entries);
