using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>What words beside a name say of its side, wherever the text says it.</summary>
internal enum DealSide : byte
{
    Owner,
    Seller,
    Buyer,
    Bidder,
    Investor,
    Partner,
    Part,
    Adviser,
    Rival,
    Lender,
}

/// <summary>Gathers over a whole text on which sides its organisations are said to stand ("der bisherige Eigner X").</summary>
internal static class DealSides
{
    private const int Before = 3, Behind = 4; // tokens beside a name

    private const int ShortestWord = 4, LongestWord = 60;

    private static readonly EndingTrie Words = new(TsvTable.Embedded("lexicons/deal_sides.tsv").Rows
        .Select(row => (row["word"], (int)Enum.Parse<DealSide>(row["side"], ignoreCase: true))));

    /// <summary>Bits of those who own or sell.</summary>
    public const uint OwnerBits = (3u << (2 * (int)DealSide.Owner)) | (3u << (2 * (int)DealSide.Seller));

    // The bit of a side told before the name; the one told behind it is the next.
    private static int BitOf(DealSide side) => 2 * (int)side;

    /// <summary>Bits by entity.</summary>
    public static uint[] Read(SegmentedText text, int entityCount, ReadOnlySpan<DealArgument> arguments)
    {
        uint[] sides = new uint[entityCount];
        foreach (DealArgument argument in arguments)
        {
            SentenceRange sentence = text.Sentences[text.SentenceOf(argument.Token)];
            for (int i = Math.Max(sentence.FirstToken, argument.PhraseToken - Before); i < argument.Token; i++)
            {
                Add(text, i, 0, ref sides[argument.Entity]);
            }

            int end = Math.Min(sentence.EndToken, argument.EndToken + Behind);
            for (int i = argument.Marker == ArgumentMarker.Compound ? argument.EndToken - 1 : argument.EndToken; i < end; i++)
            {
                Add(text, i, 1, ref sides[argument.Entity]);
            }
        }

        return sides;
    }

    private static void Add(SegmentedText text, int token, int behind, ref uint sides)
    {
        if (text.Tokens[token].Kind == TokenKind.Word && Find(text[token]) is { } side)
        {
            sides |= 1u << (BitOf(side) + behind);
        }
    }

    // Nouns may be the last part of a compound.
    private static DealSide? Find(ReadOnlySpan<char> word) =>
        word.Length is >= ShortestWord and <= LongestWord && Words.Longest(word, ShortestWord, out int start) is >= 0 and int side
            && (start == 0 || char.IsUpper(word[0])) ? (DealSide)side : null;
}
