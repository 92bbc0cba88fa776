using TextInsights.Features;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>How a name or reference stands in its sentence, as far as the words before and behind it tell.</summary>
/// <param name="Reference">What it speaks of.</param>
/// <param name="Preposition">Hash of the preposition that governs it; 0 for none.</param>
/// <param name="Governor">Hash of the end of the noun that it belongs to ("Übernahme" in "Übernahme von X", "Übernahme der X"); 0 for none.</param>
/// <param name="IsAttribute">Whether it belongs to a noun before it.</param>
/// <param name="IsOwner">Whether a noun behind it belongs to it: "NVIDIAs Börsenwert", "ihr Börsenwert".</param>
/// <param name="IsApposed">Whether a noun that describes it stands before it: "der Hersteller X".</param>
internal readonly record struct SubjectPlace(EntityReference Reference, uint Preposition, uint Governor, bool IsAttribute, bool IsOwner, bool IsApposed)
{
    private const int Reach = 6;
    private const int LongestEnding = 6;

    /// <summary>Reads the words around a reference in its sentence.</summary>
    public static SubjectPlace Read(SegmentedText text, EntityReference reference, SentenceRange sentence)
    {
        bool isApposed = false;
        int i = reference.FirstToken - 1;
        if (i >= sentence.FirstToken && IsQuote(text[i]))
        {
            i--;
        }

        bool genitive = reference.Kind is ReferenceKind.Descriptor or ReferenceKind.Demonym && text[reference.FirstToken] is "des" or "der";
        if (reference.Kind is ReferenceKind.Descriptor or ReferenceKind.Demonym && SubjectWords.IsPreposition(text[reference.FirstToken]))
        {
            return new SubjectPlace(reference, Lower(text[reference.FirstToken]), NounAt(text, i, sentence), NounAt(text, i, sentence) != 0, false, false); // "beim Konzern"
        }

        for (int least = Math.Max(sentence.FirstToken, i - Reach); i >= least && text.Tokens[i].Kind == TokenKind.Word; i--)
        {
            ReadOnlySpan<char> word = text[i];
            if (SubjectWords.IsPreposition(word))
            {
                uint noun = NounAt(text, i - 1, sentence);
                return new SubjectPlace(reference, Lower(word), noun, noun != 0, IsOwnerOf(text, reference, sentence), isApposed);
            }

            if (SubjectWords.IsDeterminer(word))
            {
                genitive = word is "des" or "der";
            }
            else if (char.IsUpper(word[0]))
            {
                if (genitive)
                {
                    return new SubjectPlace(reference, 0, Ending(word), true, IsOwnerOf(text, reference, sentence), isApposed); // "der Börsenwert der X"
                }

                isApposed = true;
            }
            else if (word[^1] is not ('e' or 'n' or 'r' or 's' or 'm'))
            {
                break; // no adjective
            }
        }

        return new SubjectPlace(reference, 0, 0, false, IsOwnerOf(text, reference, sentence), isApposed);
    }

    private static bool IsOwnerOf(SegmentedText text, EntityReference reference, SentenceRange sentence) =>
        reference.Kind == ReferenceKind.Possessive
        || (reference.EndToken < sentence.EndToken && text[reference.EndToken - 1] is [.., 's' or '’' or '\''] && char.IsUpper(text[reference.EndToken][0]));

    private static uint NounAt(SegmentedText text, int token, SentenceRange sentence) =>
        token >= sentence.FirstToken && text.Tokens[token] is { Kind: TokenKind.Word } && char.IsUpper(text[token][0]) ? Ending(text[token]) : 0;

    private static bool IsQuote(ReadOnlySpan<char> word) => word is ['„' or '"' or '“' or '»' or '«' or '‚'];

    // The end of a German compound is its head: "Kaufpreis", "Preis".
    private static uint Ending(ReadOnlySpan<char> word) => Lower(word[Math.Max(0, word.Length - LongestEnding)..]);

    private static uint Lower(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestEnding];
        ReadOnlySpan<char> start = word[..Math.Min(LongestEnding, word.Length)];
        return FeatureHash.Of(lower[..start.ToLowerInvariant(lower)]);
    }
}
