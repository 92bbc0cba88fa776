using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Proposes names a second time: wherever the words of a name stand elsewhere in the text and the chain saw none.</summary>
internal static class NameSpreader
{
    /// <summary>The probability of such proposals: the chain spoke against them, the judge decides.</summary>
    public const double Probability = 0.02;

    /// <summary>All proposals in text order.</summary>
    public static ImmutableArray<RecognizedMention> Spread(SegmentedText text, DocumentAtoms atoms, ImmutableArray<RecognizedMention> proposed)
    {
        var names = new Dictionary<uint, List<RecognizedMention>>(); // by first word
        foreach (RecognizedMention name in proposed)
        {
            if (IsWhole(text, name))
            {
                uint key = atoms.Of(text, name.FirstToken).Word;
                if (!names.TryGetValue(key, out List<RecognizedMention>? same))
                {
                    names.Add(key, same = []);
                }

                if (same.Count < 8 && !same.Exists(s => s.EndToken - s.FirstToken == name.EndToken - name.FirstToken))
                {
                    same.Add(name);
                }
            }
        }

        if (names.Count == 0)
        {
            return proposed;
        }

        var all = ImmutableArray.CreateBuilder<RecognizedMention>(proposed.Length);
        int next = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            ReadOnlySpan<TokenAtoms> tokens = atoms.Atoms.Slice(DocumentAtoms.PositionOf(sentence, s), sentence.TokenCount);
            for (int i = 0; i < tokens.Length;)
            {
                int token = sentence.FirstToken + i;
                if (next < proposed.Length && proposed[next].FirstToken == token)
                {
                    all.Add(proposed[next]);
                    i = proposed[next++].EndToken - sentence.FirstToken;
                    continue;
                }

                int free = next < proposed.Length ? Math.Min(tokens.Length, proposed[next].FirstToken - sentence.FirstToken) : tokens.Length;
                RecognizedMention? found = Find(names, text, atoms, tokens[i..free], token);
                if (found is { } mention)
                {
                    all.Add(mention);
                }

                i = found is { } f ? f.EndToken - sentence.FirstToken : i + 1;
            }
        }

        return all.ToImmutable();
    }

    private static RecognizedMention? Find(
        Dictionary<uint, List<RecognizedMention>> names, SegmentedText text, DocumentAtoms atoms, ReadOnlySpan<TokenAtoms> tokens, int first)
    {
        ref readonly TokenAtoms start = ref tokens[0];
        if (start.Form is WordForm.Lower or WordForm.Punctuation or WordForm.Number)
        {
            return null;
        }

        if (start.Head != 0 && names.TryGetValue(start.Head, out List<RecognizedMention>? heads)
            && heads.Find(h => h.EndToken - h.FirstToken == 1) is { EndToken: > 0 } head && InnerName.Find(text[first]) is { Start: 0 } inner)
        {
            return new RecognizedMention(first, first + 1, new TextSpan(text.Tokens[first].Start, text.Tokens[first].Start + inner.End), head.Type, Probability);
        }

        if (!names.TryGetValue(start.Word, out List<RecognizedMention>? same) && (start.Bare == 0 || !names.TryGetValue(start.Bare, out same)))
        {
            return null;
        }

        RecognizedMention? best = null;
        int longest = 0;
        foreach (RecognizedMention name in same)
        {
            int length = name.EndToken - name.FirstToken;
            if (length > longest && length <= tokens.Length && Matches(text, atoms, name, tokens[..length]))
            {
                longest = length;
                best = new RecognizedMention(first, first + length, new TextSpan(text.Tokens[first].Start, text.Tokens[first + length - 1].End), name.Type, Probability);
            }
        }

        return best;
    }

    private static bool Matches(SegmentedText text, DocumentAtoms atoms, RecognizedMention name, ReadOnlySpan<TokenAtoms> tokens)
    {
        for (int k = 1; k < tokens.Length; k++)
        {
            uint word = atoms.Of(text, name.FirstToken + k).Word;
            if (tokens[k].Word != word && tokens[k].Bare != word)
            {
                return false;
            }
        }

        return true;
    }

    // Names that end or begin inside a token have no words to look for.
    private static bool IsWhole(SegmentedText text, RecognizedMention name) =>
        text.Tokens[name.FirstToken].Start == name.Span.Start && text.Tokens[name.EndToken - 1].End == name.Span.End;
}
