using System.Collections.Immutable;
using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>Finds the blocks of a text: decides which line breaks were meant and which only wrap a paragraph.</summary>
internal static class BlockReader
{
    private const int WidestWrap = 130; // columns; nobody wraps prose wider
    private const int NarrowestWrap = 40;
    private const int Slack = 8; // columns that a line may stay below the width although the next word would fit
    private const int ShortestContinued = 40; // a shorter line before a small letter may be a heading before "eBay"

    private static readonly WordSet OpenWords = WordSet.Embedded("lexicons/open_words.tsv");

    public static ImmutableArray<TextBlock> Read(TokenizedText text)
    {
        ImmutableArray<TextBlock> lines = Lines(text);
        int width = WrapWidth(text, lines);
        var blocks = ImmutableArray.CreateBuilder<TextBlock>(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            if (blocks.Count > 0 && IsSoft(text, lines[i - 1], lines[i], width))
            {
                blocks[^1] = new TextBlock(blocks[^1].FirstToken, lines[i].EndToken);
            }
            else
            {
                blocks.Add(lines[i]);
            }
        }

        return blocks.DrainToImmutable();
    }

    /// <summary>Whether a list item begins with this token ("- ", "• ", "* ").</summary>
    public static bool IsBullet(TokenizedText text, int token) =>
        text[token] is ['•' or '·' or '▪' or '►' or '▶' or '●' or '■' or '◆' or '→' or '-' or '–' or '—' or '*' or '+']
        && token + 1 < text.Tokens.Length && text.Tokens[token + 1].Gap == TokenGap.Space;

    private static ImmutableArray<TextBlock> Lines(TokenizedText text)
    {
        var lines = ImmutableArray.CreateBuilder<TextBlock>();
        int first = 0;
        for (int i = 1; i <= text.Tokens.Length; i++)
        {
            if (i == text.Tokens.Length || text.Tokens[i].Gap >= TokenGap.LineBreak)
            {
                lines.Add(new TextBlock(first, i));
                first = i;
            }
        }

        return text.Tokens.Length == 0 ? [] : lines.DrainToImmutable();
    }

    // The width at which the text is wrapped; 0 if a line of it is a paragraph.
    private static int WrapWidth(TokenizedText text, ImmutableArray<TextBlock> lines)
    {
        Span<int> counts = stackalloc int[WidestWrap + 1];
        counts.Clear();
        int narrow = 0;
        foreach (TextBlock line in lines)
        {
            int length = Columns(text, line);
            if (length <= WidestWrap)
            {
                counts[length]++;
                narrow++;
            }
        }

        if (narrow < 4 || narrow * 10 < lines.Length * 9)
        {
            return 0;
        }

        int width = WidestWrap;
        for (int above = counts[width]; above * 50 < narrow; above += counts[width])
        {
            width--;
        }

        int breaks = 0, full = 0, lower = 0;
        for (int i = 1; i < lines.Length; i++)
        {
            if (text.Tokens[lines[i].FirstToken].Gap == TokenGap.LineBreak)
            {
                breaks++;
                if (IsFull(text, lines[i - 1], lines[i], width))
                {
                    full++;
                    lower += IsLower(text.Text[text.Tokens[lines[i].FirstToken].Start]) ? 1 : 0;
                }
            }
        }

        return width >= NarrowestWrap && full >= 3 && full * 2 >= breaks && lower * 4 >= full ? width : 0;
    }

    private static bool IsSoft(TokenizedText text, TextBlock line, TextBlock next, int width)
    {
        Token start = text.Tokens[next.FirstToken];
        if (start.Gap != TokenGap.LineBreak || IsBullet(text, next.FirstToken))
        {
            return false;
        }

        ReadOnlySpan<char> last = text[line.EndToken - 1];
        if (OpenWords.Contains(last))
        {
            return true;
        }

        bool open = text.Tokens[line.EndToken - 1].Kind != TokenKind.Punctuation || last is [','] || (last.Length == 1 && IsHyphen(last[0]));
        bool continues = open && IsLower(text.Text[start.Start]);
        return width > 0
            ? continues || IsFull(text, line, next, width)
            : continues && Columns(text, line) >= ShortestContinued && !IsBullet(text, line.FirstToken);
    }

    // Whether the first word of the next line would not have fitted.
    private static bool IsFull(TokenizedText text, TextBlock line, TextBlock next, int width)
    {
        int end = next.FirstToken + 1;
        int start = text.Tokens[next.FirstToken].Start;
        while (end < next.EndToken && text.Tokens[end].Gap == TokenGap.None && text.Tokens[end].End - start <= width)
        {
            end++;
        }

        return Columns(text, line) + 1 + text.Tokens[end - 1].End - start > width - Slack;
    }

    private static int Columns(TokenizedText text, TextBlock line) => text.Tokens[line.EndToken - 1].End - text.Tokens[line.FirstToken].Start;
}
