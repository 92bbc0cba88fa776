using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>Joins tokens to sentences and says which are headings or advertisements.</summary>
internal static class SentenceSplitter
{
    public static SegmentedText Split(TokenizedText text)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceRange>();
        int first = 0;
        for (int i = 0; i < text.Tokens.Length; i++)
        {
            if (i + 1 == text.Tokens.Length || IsBoundary(text, i))
            {
                sentences.Add(new SentenceRange(first, i + 1, KindOf(text, first, i + 1)));
                first = i + 1;
            }
        }

        return new SegmentedText(text.Text, text.Tokens, sentences.DrainToImmutable());
    }

    // Whether a sentence ends behind token i.
    private static bool IsBoundary(TokenizedText text, int i)
    {
        Token next = text.Tokens[i + 1];
        if (next.Gap >= TokenGap.LineBreak)
        {
            return next.Gap == TokenGap.BlankLine || !char.IsLower(text.Text[next.Start]);
        }

        if (next.Gap == TokenGap.None || !StartsSentence(text, i + 1))
        {
            return false;
        }

        int last = i;
        while (last > 0 && text[last] is ['"' or '“' or '”' or '«' or '»' or '‘' or '’' or ')' or ']'] && text.Tokens[last].Gap == TokenGap.None)
        {
            last--;
        }

        return text[last] is ['.', ..] or ['!'] or ['?'] or ['…'];
    }

    private static bool StartsSentence(TokenizedText text, int token)
    {
        char c = text.Text[text.Tokens[token].Start];
        return char.IsUpper(c) || char.IsDigit(c) || c is '"' or '„' or '“' or '»' or '«' or '(' or '‚' or '–' or '-' or '@' or '#';
    }

    private static SentenceKind KindOf(TokenizedText text, int first, int end)
    {
        bool startsLine = text.Tokens[first].Gap >= TokenGap.LineBreak;
        bool endsLine = end < text.Tokens.Length && text.Tokens[end].Gap >= TokenGap.LineBreak;
        bool closed = text[end - 1] is ['.', ..] or [':'] or [','] or [';'];
        return startsLine && endsLine && !closed && end - first <= 16 ? SentenceKind.Heading : SentenceKind.Body;
    }
}
