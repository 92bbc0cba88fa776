using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>Tells titles and intermediate headings from short lines that are none.</summary>
internal static class HeadingRules
{
    private const int MostTokens = 22;

    public static bool IsHeading(TokenizedText text, ImmutableArray<TextBlock> blocks, int index)
    {
        TextBlock block = blocks[index];
        if (block.TokenCount > MostTokens || index + 1 == blocks.Length || BlockReader.IsBullet(text, block.FirstToken))
        {
            return false;
        }

        return text[block.EndToken - 1] is not (['.'] or ['…'] or [':'] or [','] or [';']) && blocks[index + 1].TokenCount > block.TokenCount;
    }
}
