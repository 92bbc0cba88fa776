using TextInsights.Lexicons;

namespace TextInsights.Amounts;

/// <summary>The small words of <c>data/lexicons/subject_words.tsv</c> that tell how a name stands in its sentence.</summary>
internal static class SubjectWords
{
    private static readonly WordSet Prepositions = WordSet.Embedded("lexicons/subject_words.tsv", "preposition");
    private static readonly WordSet Determiners = WordSet.Embedded("lexicons/subject_words.tsv", "determiner");

    public static bool IsPreposition(ReadOnlySpan<char> word) => Prepositions.Contains(word);

    public static bool IsDeterminer(ReadOnlySpan<char> word) => Determiners.Contains(word);
}
