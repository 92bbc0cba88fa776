namespace TextInsights.Segmentation;

/// <summary>A token: a span of the text, never a string of its own.</summary>
/// <param name="Start">Offset of the first UTF-16 code unit.</param>
/// <param name="End">Offset behind the last.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Gap">What stands between it and the token before.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, TokenGap Gap)
{
    public int Length => End - Start;
}

/// <summary>What stands before a token; ordered by strength.</summary>
internal enum TokenGap : byte
{
    None,
    Space,
    LineBreak,
    BlankLine,
}
