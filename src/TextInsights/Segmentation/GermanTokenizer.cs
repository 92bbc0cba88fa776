using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>
/// Cuts a text into tokens, left to right, each code unit looked at a bounded number of times. What German writes as one
/// word stays one token: compounds with hyphens, abbreviations with their dot, numbers with their separators, addresses.
/// </summary>
internal static class GermanTokenizer
{
    private static readonly FrozenSet<string> Abbreviations =
        TsvTable.Embedded("lexicons/abbreviations.tsv").Rows.Select(row => row["abbreviation"]).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup =
        Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> TopLevelDomains = FrozenSet.ToFrozenSet(["de", "com", "org", "net", "ch", "at", "io", "ai", "eu", "tv", "info"]);

    public static TokenizedText Tokenize(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(text.Length / 5);
        TokenGap gap = TokenGap.BlankLine;
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                gap = SkipWhiteSpace(text, ref i, gap);
                continue;
            }

            (int end, TokenKind kind) = Next(text, i);
            tokens.Add(new Token(i, end, kind, gap));
            gap = TokenGap.None;
            i = end;
        }

        return new TokenizedText(text, tokens.DrainToImmutable());
    }

    private static TokenGap SkipWhiteSpace(string text, ref int i, TokenGap gap)
    {
        int lines = 0;
        for (; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) || text[i] is '\u2028' or '\u2029' or '\u0085')
            {
                lines++;
            }
        }

        TokenGap found = lines switch { 0 => TokenGap.Space, 1 => TokenGap.LineBreak, _ => TokenGap.BlankLine };
        return found > gap ? found : gap;
    }

    private static (int End, TokenKind Kind) Next(string text, int start)
    {
        char c = text[start];
        if (IsWordPart(c))
        {
            return StartsAddress(text, start) ? Address(text, start) : Word(text, start, start);
        }

        if (IsDigit(c))
        {
            return Number(text, start);
        }

        if (c is '@' or '#' && start + 1 < text.Length && char.IsLetter(text[start + 1]))
        {
            int end = start + 1;
            while (end < text.Length && (IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            return (end, TokenKind.Handle);
        }

        if (char.IsSurrogate(c))
        {
            return (char.IsSurrogatePair(text, start) ? start + 2 : start + 1, TokenKind.Symbol);
        }

        if (c == '.')
        {
            int end = start + 1;
            while (end < text.Length && text[end] == '.')
            {
                end++;
            }

            return (end, TokenKind.Punctuation);
        }

        return (start + 1, IsSymbol(c) || char.IsControl(c) ? TokenKind.Symbol : TokenKind.Punctuation);
    }

    private static bool StartsAddress(string text, int start)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start);
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static (int End, TokenKind Kind) Address(string text, int start)
    {
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '“' or '”' or '»' or '«'))
        {
            end++;
        }

        while (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'')
        {
            end--;
        }

        return (end, TokenKind.Url);
    }

    // A word from `position` on, for a token that began at `start` (digits may stand before: "30-Milliarden-Euro-Deal").
    private static (int End, TokenKind Kind) Word(string text, int start, int position)
    {
        int end = position, part = position;
        bool initials = true; // only single letters with dots so far ("z.B.")
        while (true)
        {
            while (end < text.Length && (IsWordPart(text[end]) || IsDigit(text[end])))
            {
                end++;
            }

            if (end + 1 >= text.Length)
            {
                break;
            }

            char joint = text[end], next = text[end + 1];
            if (joint == '@' && IsLetterOrDigit(next))
            {
                return (EmailEnd(text, end), TokenKind.Email);
            }

            bool joins = (IsHyphen(joint) && IsLetterOrDigit(next))
                || (IsApostrophe(joint) && char.IsLetter(next))
                || (joint == '&' && char.IsLetter(next))
                || (joint == '_' && IsLetterOrDigit(next));
            if (joint == '.' && char.IsLetter(next))
            {
                int nextEnd = end + 1;
                while (nextEnd < text.Length && char.IsLetter(text[nextEnd]))
                {
                    nextEnd++;
                }

                bool domain = TopLevelDomains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.AsSpan(end + 1, nextEnd - end - 1));
                bool initial = initials && end - part == 1 && nextEnd - end - 1 <= 2;
                joins = domain || initial || (end - start <= 3 && IsUpper(text.AsSpan(start, end - start)) && end - start > 1);
            }

            if (!joins)
            {
                break;
            }

            initials &= joint == '.';
            end++;
            part = end;
        }

        bool dot = end < text.Length && text[end] == '.' && (end + 1 == text.Length || text[end + 1] != '.');
        if (dot && ((initials && end - part == 1 && char.IsLetter(text[part])) || AbbreviationLookup.Contains(text.AsSpan(start, end - start))))
        {
            return (end + 1, TokenKind.Abbreviation);
        }

        return (end, TokenKind.Word);
    }

    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return true;
    }

    private static int EmailEnd(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && (IsLetterOrDigit(text[end]) || (text[end] is '.' or '-' or '_' && end + 1 < text.Length && IsLetterOrDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static (int End, TokenKind Kind) Number(string text, int start)
    {
        int end = start;
        while (true)
        {
            while (end < text.Length && IsDigit(text[end]))
            {
                end++;
            }

            bool joins = end + 1 < text.Length && IsDigit(text[end + 1])
                && (text[end] is '.' or ',' or ':' or '/' || IsApostrophe(text[end]));
            if (!joins)
            {
                break;
            }

            end++;
        }

        if (end < text.Length && (char.IsLetter(text[end]) || (IsHyphen(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            return Word(text, start, IsHyphen(text[end]) ? end + 1 : end);
        }

        bool ordinal = end - start <= 2 && end < text.Length && text[end] == '.' && (end + 1 == text.Length || text[end + 1] != '.');
        return ordinal && FollowedByWord(text, end + 1) ? (end + 1, TokenKind.Ordinal) : (end, TokenKind.Number);
    }

    private static bool FollowedByWord(string text, int position)
    {
        int i = position;
        while (i < text.Length && text[i] is ' ' or '\u00A0' or '\u202F' or '\u2009')
        {
            i++;
        }

        return i > position && i < text.Length && IsLetterOrDigit(text[i]);
    }
}
