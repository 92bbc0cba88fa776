using System.Collections.Immutable;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>
/// Cuts a text into tokens, left to right, each code unit looked at a bounded number of times. What German writes as one
/// word stays one token: compounds with hyphens, abbreviations with their dot, numbers with their separators, addresses.
/// </summary>
internal static class GermanTokenizer
{
    public static TokenizedText Tokenize(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>((text.Length / 6) + 4);
        TokenGap gap = TokenGap.BlankLine;
        bool quoted = false; // inside single quotes, whose closing one looks like an apostrophe
        for (int i = 0; i < text.Length;)
        {
            if (IsWhiteSpace(text[i]))
            {
                gap = SkipWhiteSpace(text, ref i, gap);
                continue;
            }

            quoted &= gap != TokenGap.BlankLine;
            (int end, TokenKind kind) = Next(text, i, new NumberContext(tokens, gap));
            if (kind == TokenKind.Word && !quoted && WordScanner.TakesGenitiveApostrophe(text, i, end))
            {
                end++;
            }
            else if (end == i + 1 && text[i] is '\'' or '‚' or '‘' or '’' or '›' or '‹')
            {
                quoted = !quoted && end < text.Length && !IsWhiteSpace(text[end]);
            }

            tokens.Add(new Token(i, end, kind, gap));
            gap = TokenGap.None;
            i = end;
        }

        return new TokenizedText(text, tokens.DrainToImmutable());
    }

    private static TokenGap SkipWhiteSpace(string text, ref int i, TokenGap gap)
    {
        int lines = 0;
        for (; i < text.Length && IsWhiteSpace(text[i]); i++)
        {
            if (IsLineBreak(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                lines++;
            }
        }

        TokenGap found = lines switch { 0 => TokenGap.Space, 1 => TokenGap.LineBreak, _ => TokenGap.BlankLine };
        return found > gap ? found : gap;
    }

    private static (int End, TokenKind Kind) Next(string text, int start, NumberContext context)
    {
        char c = text[start];
        if (IsFormat(c))
        {
            return (RunEnd(text, start, IsFormat), TokenKind.Symbol);
        }

        if (IsWordPart(c))
        {
            return AddressScanner.StartsAddress(text, start) ? AddressScanner.Url(text, start) : WordScanner.Scan(text, start, start);
        }

        if (IsDigit(c) || IsFraction(c))
        {
            return NumberScanner.Scan(text, start, context);
        }

        return c switch
        {
            '@' or '#' when start + 1 < text.Length && IsLetter(text[start + 1]) => AddressScanner.Handle(text, start),
            '<' or '&' when AddressScanner.MarkupEnd(text, start) is > 0 and int end => (end, TokenKind.Symbol),
            '.' => (RunEnd(text, start, static c => c == '.'), TokenKind.Punctuation),
            _ when char.IsSurrogate(c) => (char.IsSurrogatePair(text, start) ? start + 2 : start + 1, TokenKind.Symbol),
            _ => (start + 1, IsSymbol(c) ? TokenKind.Symbol : TokenKind.Punctuation),
        };
    }

    private static int RunEnd(string text, int start, Func<char, bool> belongs)
    {
        int end = start + 1;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }
}
