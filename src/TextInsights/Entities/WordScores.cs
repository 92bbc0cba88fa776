using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TextInsights.Features;
using TextInsights.Lexicons;

namespace TextInsights.Entities;

/// <summary>
/// What a word adds to the scores of a token from each place of its window. It is computed once for words that come often: more
/// than half of a token's features come from single words. Sums of whole numbers are the same in any order.
/// </summary>
/// <param name="chain">Whose weights.</param>
internal sealed class WordScores(ChainModel chain)
{
    private const int Remembered = 1 << 15; // words of a genre: sixteen megabytes at most for both

    private readonly WordCache<ByPlace>[] _ofGenre = [new(Remembered), new(Remembered)];

    /// <summary>A row for each place of the window.</summary>
    /// <param name="word">The word as it stands; empty outside the sentence.</param>
    /// <param name="atoms">What it is made of.</param>
    /// <param name="genre">See <see cref="DocumentAtoms.Genre"/>.</param>
    public WordCache<ByPlace>.Entry Of(ReadOnlySpan<char> word, in TokenAtoms atoms, uint genre)
    {
        WordCache<ByPlace> words = _ofGenre[genre - 1];
        return words.Find(word) ?? words.Add(word, Sum(atoms, genre));
    }

    private ByPlace Sum(in TokenAtoms atoms, uint genre)
    {
        Span<uint> buffer = stackalloc uint[EntityWordFeatures.Most];
        var sums = new ByPlace();
        for (int place = 0; place < EntityFeatures.Window; place++)
        {
            Span<uint> features = buffer[..EntityWordFeatures.Fill(atoms, place, genre, buffer)];
            chain.Locate(features);
            sums[place] = chain.Sum(features);
        }

        return sums;
    }

    [InlineArray(EntityFeatures.Window)]
    internal struct ByPlace
    {
        private Vector256<short> _first;
    }
}
