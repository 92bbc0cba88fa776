using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>Whether a sentence ends between two tokens of a block.</summary>
internal static class SentenceBoundary
{
    private const int LongestClosing = 8; // quotes and brackets looked at behind a full stop
    private const int LongestDateline = 8; // tokens
    private const int LatestDateline = 60; // tokens before it: a title, a byline, a teaser

    private static readonly WordSet CountedUnits = WordSet.Embedded("lexicons/counted_units.tsv");
    private static readonly WordSet SingularVerbs = WordSet.Embedded("lexicons/singular_verbs.tsv");

    /// <summary>Whether a sentence of the block ends behind token <paramref name="i"/>, which is not the last of the block.</summary>
    public static bool IsBehind(TokenizedText text, TextBlock block, int i)
    {
        int next = i + 1;
        if (BlockTag(text[i]) == TagRole.Closes)
        {
            return BlockTag(text[next]) != TagRole.Closes;
        }

        if (BlockTag(text[next]) == TagRole.Opens || (text[next] is ['•'] && BlockReader.IsBullet(text, next)))
        {
            return BlockTag(text[i]) != TagRole.Opens;
        }

        if (text.Tokens[next].Gap == TokenGap.None)
        {
            return text[i] is ['.'] && i > block.FirstToken && text.Tokens[i - 1].Kind == TokenKind.Word && text.Tokens[i - 1].Length > 2
                && SentenceStarters.Contains(text[next]); // "stieg.Der", typed without the space
        }

        int last = i;
        while (last > block.FirstToken && i - last < LongestClosing && text.Tokens[last].Gap == TokenGap.None && IsClosing(text[last]))
        {
            last--;
        }

        ReadOnlySpan<char> end = text[last];
        return text.Tokens[last].Kind switch
        {
            TokenKind.Abbreviation => !IsBracket(text[i]) && EndsWithAbbreviation(text, block, last, next),
            TokenKind.Punctuation when end is ['.'] => StartsSentence(text, next, last == i && IsFullWord(text, last - 1, block)) && !IsDateline(text, block, i),
            TokenKind.Punctuation when end is ['!'] or ['?'] => StartsSentence(text, next, false),
            TokenKind.Punctuation when end is ['…'] or ['.', '.', ..] => EndsWithEllipsis(text, last, next),
            TokenKind.Word => last == i && LostItsLineBreak(text[i], text[next]),
            _ => false,
        };
    }

    // "… herunterladen Diese Allianz …": text copied from a page whose line breaks were lost.
    private static bool LostItsLineBreak(ReadOnlySpan<char> word, ReadOnlySpan<char> next) =>
        word.Length >= 6 && IsLower(word[0]) && word is [.., 'e', 'n'] && word is not "zwischen"
        && next is "Der" or "Die" or "Das" or "Dieser" or "Diese" or "Dieses" or "Ein" or "Eine" or "Es" or "Im" or "Am" or "Doch" or "Auch" or "Damit" or "Zudem";

    private static bool IsClosing(ReadOnlySpan<char> token) =>
        token.Length == 1 ? IsQuote(token[0]) || IsBracket(token) || IsFormat(token[0]) : token.Length > 0 && IsFormat(token[0]);

    private static bool IsBracket(ReadOnlySpan<char> token) => token is [')'] or [']'] or ['}'];

    private static bool StartsSentence(TokenizedText text, int token, bool smallLetters)
    {
        Token first = text.Tokens[token];
        char c = text.Text[first.Start];
        if (IsLower(c))
        {
            return smallLetters || HasInnerCapital(text[token]);
        }

        return IsUpper(c) || IsDigit(c) || IsQuote(c) || IsDash(c) || c is '(' or '[' or '@' or '#' or '•' or '+' or '€' or '$' or '£' || char.IsSurrogate(c)
            || first.Kind is TokenKind.Url or TokenKind.Symbol;
    }

    // "eBay", "iPhone": names that begin sentences with a small letter.
    private static bool HasInnerCapital(ReadOnlySpan<char> word) => word.Length > 2 && (IsUpper(word[1]) || IsUpper(word[2]));

    // Whether the word before a full stop is no unknown abbreviation, so that even a small letter behind it begins a sentence.
    private static bool IsFullWord(TokenizedText text, int token, TextBlock block) =>
        token >= block.FirstToken && text.Tokens[token].Kind == TokenKind.Word && text.Tokens[token].Length >= 6 && text[token][^1] is 'n' or 't' or 'e' or 'r';

    private static bool EndsWithEllipsis(TokenizedText text, int ellipsis, int next)
    {
        char c = text.Text[text.Tokens[next].Start];
        return SentenceStarters.Contains(text[next]) || (text.Tokens[ellipsis].Gap == TokenGap.None && (IsUpper(c) || IsQuote(c)));
    }

    private static bool EndsWithAbbreviation(TokenizedText text, TextBlock block, int i, int next)
    {
        char c = text.Text[text.Tokens[next].Start];
        AbbreviationEnd end = EndOf(text, block, i);
        if (end == AbbreviationEnd.Never || IsLower(c))
        {
            return false;
        }

        if (SentenceStarters.Contains(text[next]))
        {
            return true;
        }

        if (IsQuote(c))
        {
            return next + 1 < block.EndToken && SentenceStarters.Contains(text[next + 1]);
        }

        return end == AbbreviationEnd.Magnitude && next + 1 < block.EndToken
            && (IsDigit(c) || (IsUpper(c) && !CountedUnits.Contains(text[next]) && SingularVerbs.Contains(text[next + 1])));
    }

    // "z. B." is one abbreviation in two tokens.
    private static AbbreviationEnd EndOf(TokenizedText text, TextBlock block, int i)
    {
        ReadOnlySpan<char> word = text[i][..^1];
        if (word.Length <= 2 && i > block.FirstToken && text.Tokens[i - 1] is { Kind: TokenKind.Abbreviation, Length: 2 })
        {
            Span<char> joined = [text[i - 1][0], '.', word[0], word[^1]];
            return Abbreviations.EndOf(joined[..(word.Length == 1 ? 3 : 4)]);
        }

        return Abbreviations.EndOf(word);
    }

    // "HAMBURG. Der Konzern …" and "Wien (APA). Der Konzern …" at the beginning of a paragraph.
    private static bool IsDateline(TokenizedText text, TextBlock block, int i)
    {
        if (block.FirstToken > LatestDateline || i - block.FirstToken > LongestDateline)
        {
            return false;
        }

        for (int k = block.FirstToken; k < i; k++)
        {
            char c = text.Text[text.Tokens[k].Start];
            bool place = IsUpper(c) || c is '(' or ')' or '/' or ',' || text.Tokens[k].Kind is TokenKind.Abbreviation or TokenKind.Ordinal || (k > block.FirstToken && (text.Tokens[k].Kind == TokenKind.Number || text[k] is "am" or "an" or "der" or "im" or "dpa"));
            if (!place || SentenceStarters.Contains(text[k]) || text[k] is ['.'])
            {
                return false;
            }
        }

        return true;
    }

    // The part that a token of HTML plays: "<p>" begins a block, "</p>" and "<br>" end one.
    private static TagRole BlockTag(ReadOnlySpan<char> token)
    {
        if (token.Length < 3 || token[0] != '<')
        {
            return TagRole.None;
        }

        bool closes = token[1] == '/';
        ReadOnlySpan<char> name = closes ? token[2..] : token[1..];
        int end = 0;
        while (end < name.Length && char.IsAsciiLetterOrDigit(name[end]))
        {
            end++;
        }

        return name[..end] switch
        {
            "br" or "BR" => TagRole.Closes,
            "p" or "li" or "ul" or "ol" or "div" or "tr" or "td" or "th" or "table" or "h1" or "h2" or "h3" or "h4" or "P" or "LI" or "DIV" =>
                closes ? TagRole.Closes : TagRole.Opens,
            _ => TagRole.None,
        };
    }

    private enum TagRole
    {
        None,
        Opens,
        Closes,
    }
}
