using System.Collections.Immutable;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>The sentence of an amount that is a company's worth, with what its words tell of kind and status.</summary>
internal sealed class ValuationContext
{
    private const int Reach = 50; // tokens on either side, in a very long sentence

    private readonly List<StemHit> _cues = [];

    public ValuationContext(SegmentedText text, ImmutableArray<MonetaryAmount> amounts)
    {
        Text = text;
        Amounts = amounts;
    }

    public SegmentedText Text { get; }

    public ImmutableArray<MonetaryAmount> Amounts { get; }

    public int Amount { get; private set; }

    public int Sentence { get; private set; }

    /// <summary>First token of the amount.</summary>
    public int First { get; private set; }

    /// <summary>Token behind the amount.</summary>
    public int End { get; private set; }

    /// <summary>First token of the clause that the amount stands in.</summary>
    public int ClauseFirst { get; private set; }

    /// <summary>Token behind that clause.</summary>
    public int ClauseEnd { get; private set; }

    /// <summary>The cues of the sentence; payloads are rows of <see cref="ValuationCues"/>.</summary>
    public IReadOnlyList<StemHit> Cues => _cues;

    /// <summary>Goes to an amount.</summary>
    public void MoveTo(int amount)
    {
        Amount = amount;
        First = Text.TokenAt(Amounts[amount].Start);
        End = Text.TokenAt(Amounts[amount].End - 1) + 1;
        Sentence = Text.SentenceOf(First);
        SentenceRange range = Text.Sentences[Sentence];
        range = range with { FirstToken = Math.Max(range.FirstToken, First - Reach), EndToken = Math.Min(range.EndToken, End + Reach) };
        _cues.Clear();
        ValuationCues.Stems.Find(Text, range.FirstToken, range.EndToken, [], _cues);

        ClauseFirst = First;
        while (ClauseFirst > range.FirstToken && !IsBoundary(ClauseFirst - 1))
        {
            ClauseFirst--;
        }

        ClauseEnd = End;
        while (ClauseEnd < range.EndToken && !IsBoundary(ClauseEnd))
        {
            ClauseEnd++;
        }
    }

    /// <summary>Whether a word of the sentence gives a cue; with <paramref name="near"/>, of the clause.</summary>
    public bool Has(ValuationCue cue, bool near)
    {
        foreach (StemHit hit in _cues)
        {
            if (ValuationCues.Of(hit.Payload) == cue && (!near || (hit.Token >= ClauseFirst && hit.Token < ClauseEnd)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBoundary(int token) => Text[token] is [',' or ';' or '–' or ':' or '(' or ')'];
}
