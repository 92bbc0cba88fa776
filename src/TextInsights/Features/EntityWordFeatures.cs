namespace TextInsights.Features;

/// <summary>
/// The features of <see cref="EntityFeatures"/> that one word of the window gives by itself, whatever stands around it. They
/// follow from the word, its place in the window and the genre of the text, so that what they add up to can be kept for each word.
/// </summary>
internal static class EntityWordFeatures
{
    /// <summary>No word has more of them at one place.</summary>
    public const int Most = 48;

    /// <summary>Writes the hashes of a word's features and returns their number.</summary>
    /// <param name="word">The word; neither the lists nor the place in the sentence count, which come from its surroundings.</param>
    /// <param name="place">Where it stands in the window of the token that is scored, from 0 to 4; it is that token itself at 2.</param>
    /// <param name="genre">See <see cref="DocumentAtoms.Genre"/>.</param>
    /// <param name="hashes">Where to.</param>
    public static int Fill(in TokenAtoms word, int place, uint genre, Span<uint> hashes)
    {
        var writer = new HashWriter(hashes);
        Add(ref writer, word, place, genre);
        return writer.Count;
    }

    public static void Add(ref HashWriter writer, in TokenAtoms word, int place, uint genre)
    {
        uint group = 50 + (3 * (uint)place);
        writer.Add(group, word.Words.Fine);
        writer.Add(group + 1, word.Words.Middle);
        writer.Add(group + 2, word.Words.Coarse);
        switch (place)
        {
            case 0:
                writer.Add(4, word.Word);
                writer.Add(117, word.Words.Kind);
                break;
            case 1:
                AddNeighbour(ref writer, word, 0, genre);
                break;
            case 2:
                AddSpelling(ref writer, word, genre);
                AddKnown(ref writer, word, genre);
                break;
            case 3:
                AddNeighbour(ref writer, word, 1, genre);
                break;
            default:
                writer.Add(5, word.Word);
                writer.Add(118, word.Words.Kind);
                break;
        }
    }

    // The word before the token (0) or behind it (1).
    private static void AddNeighbour(ref HashWriter writer, in TokenAtoms near, uint behind, uint genre)
    {
        writer.Add(2 + behind, near.Word);
        writer.Add(10 + behind, near.Lower);
        writer.Add(13 + behind, near.Shape);
        writer.Add(30 + behind, near.Suffixes[2]);
        writer.Add(32 + behind, near.Prefixes[2]);
        writer.Add(74 + behind, genre, near.Lower);
        writer.Add(77 + behind, genre, near.Words.Fine);
        writer.Add(111 + behind, near.Words.Kind);
        writer.Add(135 - behind, near.TailWords.Middle);
    }

    // The token itself, its spelling and affixes.
    private static void AddSpelling(ref HashWriter writer, in TokenAtoms here, uint genre)
    {
        writer.Add(1, here.Word);
        writer.Add(9, here.Lower);
        writer.Add(12, here.Shape);
        for (int n = 0; n < 5; n++)
        {
            writer.Add(20 + (uint)n, here.Prefixes[n]);
            writer.Add(25 + (uint)n, here.Suffixes[n]);
        }

        writer.Add(34, here.Suffixes[2], (uint)here.Form);
        writer.Add(35, here.Head);
        writer.Add(36, here.Tail);
        writer.Add(70, genre);
        writer.Add(71, genre, here.Word);
        writer.Add(72, genre, here.Suffixes[2]);
        writer.Add(79, genre, here.Shape);
    }

    // What running text says about it, its first and its last part.
    private static void AddKnown(ref HashWriter writer, in TokenAtoms here, uint genre)
    {
        writer.Add(40, here.HeadWords.Fine);
        writer.Add(41, here.HeadWords.Middle);
        writer.Add(42, here.HeadWords.Coarse);
        writer.Add(48, here.Words.Coarse, (uint)here.Form);
        writer.Add(76, genre, here.Words.Fine);
        writer.Add(110, here.Words.Kind);
        writer.Add(115, here.Words.Kind, (uint)here.Form);
        writer.Add(116, here.HeadWords.Kind);
        writer.Add(130, here.TailWords.Fine);
        writer.Add(131, here.TailWords.Middle);
        writer.Add(132, here.TailWords.Coarse);
        writer.Add(133, here.TailWords.Kind);
        writer.AddPair(136, here.HeadWords.Kind, here.TailWords.Middle);
        writer.Add(144, here.Words.Kind, here.Suffixes[2]);
        writer.Add(145, here.Words.Kind, genre);
    }
}
