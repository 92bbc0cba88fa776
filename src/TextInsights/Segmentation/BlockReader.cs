using System.Collections.Immutable;
using TextInsights.Lexicons;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Segmentation;

/// <summary>Finds the blocks of a text: decides which line breaks were meant and which only wrap a paragraph.</summary>
internal static class BlockReader
{
    private const int WidestWrap = 130; // columns; nobody wraps prose wider
    private const int NarrowestWrap = 40;
    private const int FewestWrapped = 3; // lines
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

    // The width at which the text is wrapped; 0 if a line of it is a paragraph. Every break votes for the widths at which its
    // next word would not have fitted; the width with the most votes less the lines beyond it wins.
    private static int WrapWidth(TokenizedText text, ImmutableArray<TextBlock> lines)
    {
        Span<int> full = stackalloc int[WidestWrap + 2], lower = stackalloc int[WidestWrap + 2], lengths = stackalloc int[WidestWrap + 2];
        full.Clear();
        lower.Clear();
        lengths.Clear();
        int breaks = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            int length = Columns(text, lines[i]);
            lengths[Math.Min(length, WidestWrap + 1)]++;
            if (i + 1 == lines.Length || text.Tokens[lines[i + 1].FirstToken].Gap != TokenGap.LineBreak)
            {
                continue;
            }

            breaks++;
            if (length <= WidestWrap)
            {
                int end = Math.Min(WidestWrap + 1, length + FirstWordColumns(text, lines[i + 1]) + Slack);
                int isLower = IsLower(text.Text[text.Tokens[lines[i + 1].FirstToken].Start]) ? 1 : 0;
                full[length]++;
                full[end]--;
                lower[length] += isLower;
                lower[end] -= isLower;
            }
        }

        int width = 0, best = 0, fullAt = 0, lowerAt = 0, beyond = lines.Length;
        for (int w = 0; w <= WidestWrap; w++)
        {
            fullAt += full[w];
            lowerAt += lower[w];
            beyond -= lengths[w];
            bool wrapped = w >= NarrowestWrap && fullAt >= FewestWrapped && fullAt * 2 >= breaks && lowerAt * 4 >= fullAt && beyond * 5 <= lines.Length;
            if (wrapped && fullAt - beyond > best)
            {
                best = fullAt - beyond;
                width = w;
            }
        }

        return width;
    }

    private static bool IsSoft(TokenizedText text, TextBlock line, TextBlock next, int width)
    {
        Token start = text.Tokens[next.FirstToken];
        if (start.Gap != TokenGap.LineBreak || IsBullet(text, next.FirstToken))
        {
            return false;
        }

        ReadOnlySpan<char> last = text[line.EndToken - 1];
        if (OpenWords.Contains(last) && Columns(text, line) >= ShortestContinued)
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
    private static bool IsFull(TokenizedText text, TextBlock line, TextBlock next, int width) =>
        Columns(text, line) + FirstWordColumns(text, next) > width - Slack;

    // Columns up to the first space, with the space before; no more than matter.
    private static int FirstWordColumns(TokenizedText text, TextBlock line)
    {
        int end = line.FirstToken + 1;
        int start = text.Tokens[line.FirstToken].Start;
        while (end < line.EndToken && text.Tokens[end].Gap == TokenGap.None && text.Tokens[end].End - start <= WidestWrap)
        {
            end++;
        }

        return 1 + Math.Min(WidestWrap, text.Tokens[end - 1].End - start);
    }

    private static int Columns(TokenizedText text, TextBlock line) => text.Tokens[line.EndToken - 1].End - text.Tokens[line.FirstToken].Start;
}
