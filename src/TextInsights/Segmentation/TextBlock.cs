namespace TextInsights.Segmentation;

/// <summary>
/// A line of the text as its writer meant it: a paragraph, a heading, an item of a list. Lines that were only wrapped
/// at a width are joined.
/// </summary>
/// <param name="FirstToken">Index of the first token.</param>
/// <param name="EndToken">Index behind the last token.</param>
internal readonly record struct TextBlock(int FirstToken, int EndToken)
{
    public int TokenCount => EndToken - FirstToken;
}
