using System.Collections.Immutable;
using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>Tells titles and intermediate headings from short lines that are none: bylines, datelines, questions of an interview.</summary>
internal static class HeadingRules
{
    private const int MostTokens = 24;
    private const int MostTokensAfterFullStop = 4; // "Klick.", "Gewinne? Später."
    private const int LongestName = 8; // tokens of a byline

    private static readonly WordSet FirstPerson = WordSet.Embedded("lexicons/line_cues.tsv", "first-person");
    private static readonly WordSet FiniteVerbs = WordSet.Embedded("lexicons/finite_verbs.tsv");
    private static readonly WordSet LineLabels = WordSet.Embedded("lexicons/line_cues.tsv", "label");
    private static readonly WordSet PressLabels = WordSet.Embedded("lexicons/line_cues.tsv", "press");
    private static readonly WordSet Greetings = WordSet.Embedded("lexicons/line_cues.tsv", "greeting");
    private static readonly WordSet Notices = WordSet.Embedded("lexicons/line_cues.tsv", "notice");
    private static readonly WordSet BylineWords = WordSet.Embedded("lexicons/line_cues.tsv", "byline");
    private static readonly WordSet Months = WordSet.Embedded("lexicons/line_cues.tsv", "month");

    /// <summary>Marks the headings among those blocks that are body so far.</summary>
    public static void Mark(TokenizedText text, ImmutableArray<TextBlock> blocks, Span<SentenceKind> kinds)
    {
        bool interview = IsInterview(text, blocks);
        bool followed = false; // by something that the heading could be about
        for (int b = blocks.Length - 1; b >= 0; b--)
        {
            if (kinds[b] != SentenceKind.Body)
            {
                continue;
            }

            TextBlock block = blocks[b];
            if (followed && LooksLikeHeading(text, block) && !(interview && EndsWith(text, block, '?')))
            {
                kinds[b] = SentenceKind.Heading;
                followed |= b > 0;
            }
            else
            {
                followed = true;
            }
        }
    }

    private static bool LooksLikeHeading(TokenizedText text, TextBlock block)
    {
        if (block.TokenCount > MostTokens || BlockReader.IsBullet(text, block.FirstToken) || IsLabelled(text, block) || IsByline(text, block) || EndsWithDate(text, block)
            || IsFigure(text, block) || IsSignature(text, block))
        {
            return false;
        }

        if (!StartsLikeTitle(text, block))
        {
            return false;
        }

        int last = block.EndToken - 1;
        if (text[last] is ['“'] or ['”'] or ['"'] or ['«'] or ['»'] && last > block.FirstToken)
        {
            last--;
        }

        return text[last] switch
        {
            [':'] or [','] or [';'] or ['…'] => false,
            ['!'] when Greetings.Contains(text[block.FirstToken]) => false,
            ['.', ..] => block.TokenCount <= MostTokensAfterFullStop && !HoldsVerb(text, block),
            _ => !HoldsSentence(text, block),
        };
    }

    // Whether the line holds a name or noun and does not begin in the middle of a sentence ("an mehreren Terminen").
    private static bool StartsLikeTitle(TokenizedText text, TextBlock block)
    {
        Token first = text.Tokens[block.FirstToken];
        if (first.Kind is TokenKind.Handle || text[block.FirstToken] is ['('] or ['<', ..])
        {
            return false;
        }

        Span<char> capitalised = stackalloc char[16];
        if (first.Length <= capitalised.Length && IsLower(text.Text[first.Start]))
        {
            text[block.FirstToken].CopyTo(capitalised);
            capitalised[0] = char.ToUpperInvariant(capitalised[0]);
            if (SentenceStarters.Contains(capitalised[..first.Length]))
            {
                return false;
            }
        }

        for (int i = block.FirstToken; i < block.EndToken; i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Word && text.Tokens[i].Length > 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsVerb(TokenizedText text, TextBlock block)
    {
        for (int i = block.FirstToken; i < block.EndToken; i++)
        {
            if (FiniteVerbs.Contains(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    // Whether a full stop stands inside the line, so that it is running text.
    private static bool HoldsSentence(TokenizedText text, TextBlock block)
    {
        for (int i = block.FirstToken + 1; i < block.EndToken - 1; i++)
        {
            if (text[i] is ['.'] && SentenceBoundary.IsBehind(text, block, i))
            {
                return true;
            }
        }

        return false;
    }

    // "Foto: dpa", "Kontakt: …", "Veröffentlichung einer Insiderinformation …".
    private static bool IsLabelled(TokenizedText text, TextBlock block)
    {
        for (int i = block.FirstToken; i < block.EndToken; i++)
        {
            if (text.Tokens[i].Kind is TokenKind.Url or TokenKind.Email || Notices.Contains(text[i]))
            {
                return true;
            }
        }

        ReadOnlySpan<char> first = text[block.FirstToken];
        ReadOnlySpan<char> second = block.TokenCount > 1 ? text[block.FirstToken + 1] : [];
        return (LineLabels.Contains(first) && second is [':'] or [','] or ['/'] or ['-'] or ['–'])
            || (PressLabels.Contains(first) && second is [] or [',']);
    }

    // "Von Max Muster", "Ein Kommentar von Eva Muster, Berlin".
    private static bool IsByline(TokenizedText text, TextBlock block)
    {
        int by = block.FirstToken;
        while (by < block.EndToken && !(text[by] is "Von" or "von" or "VON" or "by" or "By"))
        {
            by++;
        }

        if (by > block.FirstToken + 3 || block.EndToken - by is < 3 or > LongestName + 1)
        {
            return false;
        }

        int names = 0;
        for (int i = by + 1; i < block.EndToken; i++)
        {
            char c = text.Text[text.Tokens[i].Start];
            if (IsUpper(c) && text.Tokens[i].Kind is TokenKind.Word or TokenKind.Abbreviation)
            {
                names++;
            }
            else if (!(c is ',' or '(' or ')' or '/' || BylineWords.Contains(text[i])))
            {
                return false;
            }
        }

        return names >= 2;
    }

    // "Zürich, 4. November 2027", "25.11.2026", "Stand 14:30 Uhr".
    private static bool EndsWithDate(TokenizedText text, TextBlock block)
    {
        int last = block.EndToken - 1;
        if (text[last] is "Uhr")
        {
            return true;
        }

        ReadOnlySpan<char> number = text[last];
        if (text.Tokens[last].Kind != TokenKind.Number)
        {
            return false;
        }

        return number.Count('.') == 2 || (last - 2 >= block.FirstToken && text.Tokens[last - 2].Kind == TokenKind.Ordinal && Months.Contains(text[last - 1]));
    }

    // "Umsatz: 92,4 (Vorjahr: 88,0)": a number behind a colon, and hardly a word behind that.
    private static bool IsFigure(TokenizedText text, TextBlock block)
    {
        int colon = block.FirstToken;
        while (colon < block.EndToken && text[colon] is not [':'])
        {
            colon++;
        }

        if (colon + 1 >= block.EndToken || text.Tokens[colon + 1].Kind is not (TokenKind.Number or TokenKind.Symbol))
        {
            return false;
        }

        int words = 0;
        for (int i = colon + 2; i < block.EndToken; i++)
        {
            words += text.Tokens[i].Kind == TokenKind.Word && IsLower(text.Text[text.Tokens[i].Start]) ? 1 : 0;
        }

        return words == 0;
    }

    // "Ihr Vorstand", below a letter.
    private static bool IsSignature(TokenizedText text, TextBlock block) => block.TokenCount <= 3 && text[block.FirstToken] is "Ihr" or "Ihre" or "gez.";

    // At least two questions that somebody answers in the first person.
    private static bool IsInterview(TokenizedText text, ImmutableArray<TextBlock> blocks)
    {
        int questions = 0, answered = 0;
        for (int b = 0; b + 1 < blocks.Length; b++)
        {
            if (EndsWith(text, blocks[b], '?') && blocks[b].TokenCount <= 2 * MostTokens)
            {
                questions++;
                answered += SpeaksInFirstPerson(text, blocks[b + 1]) ? 1 : 0;
            }
        }

        return answered >= 2 && answered * 2 >= questions;
    }

    private static bool SpeaksInFirstPerson(TokenizedText text, TextBlock block)
    {
        bool quoted = false;
        for (int i = block.FirstToken; i < block.EndToken; i++)
        {
            ReadOnlySpan<char> word = text[i];
            if (word.Length == 1 && word[0] is '„' or '“' or '”' or '"' or '»' or '«')
            {
                quoted = !quoted;
            }
            else if (!quoted && FirstPerson.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(TokenizedText text, TextBlock block, char mark) => text[block.EndToken - 1] is [var c] && c == mark;
}
