using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>What the role features read of a document: names and amounts by token, triggers by sentence.</summary>
internal sealed class RoleContext
{
    private readonly bool[] _isName; // by character
    private readonly Dictionary<int, TriggerHit[]> _triggers = [];
    private readonly List<StemHit> _found = [];

    public RoleContext(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<RecognizedAmount> amounts, WordTable words)
    {
        Text = text;
        Words = words;
        Amounts = amounts;
        AmountAt = new int[text.Tokens.Length];
        EntityTypeAt = new byte[text.Tokens.Length];
        _isName = new bool[text.Text.Length];
        for (int i = 0; i < amounts.Length; i++)
        {
            AmountAt.AsSpan(amounts[i].FirstToken, amounts[i].EndToken - amounts[i].FirstToken).Fill(i + 1);
        }

        EqualBefore = RepeatedAmounts.Find(amounts, a => (a.Currency, a.Minimum, a.Maximum));
        foreach (Entity entity in entities)
        {
            foreach (Mention mention in entity.Mentions)
            {
                _isName.AsSpan(mention.Start, mention.End - mention.Start).Fill(true);
                for (int i = text.TokenAt(mention.Start); i < text.Tokens.Length && text.Tokens[i].End <= mention.End; i++)
                {
                    EntityTypeAt[i] = (byte)(1 + entity.Type);
                }
            }
        }
    }

    public SegmentedText Text { get; }

    /// <summary>What is known of words from running text.</summary>
    public WordTable Words { get; }

    public ImmutableArray<RecognizedAmount> Amounts { get; }

    /// <summary>By token: number of the amount there + 1.</summary>
    public int[] AmountAt { get; }

    /// <summary>By amount: the last amount before it of the same value, or -1. "Die 12 Milliarden Euro" speaks of what was told before.</summary>
    public int[] EqualBefore { get; }

    /// <summary>By token: 1 + type of the entity that covers it wholly.</summary>
    public byte[] EntityTypeAt { get; }

    /// <summary>The triggers of a sentence in text order.</summary>
    public ReadOnlySpan<TriggerHit> TriggersOf(int sentence)
    {
        if (!_triggers.TryGetValue(sentence, out TriggerHit[]? hits))
        {
            _triggers.Add(sentence, hits = RoleTriggers.Find(Text, Text.Sentences[sentence], _isName, _found));
        }

        return hits;
    }
}
