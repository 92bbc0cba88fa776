using TextInsights.Lexicons;

namespace TextInsights.Segmentation;

/// <summary>Words that are written with a capital only where a sentence begins: articles, pronouns, prepositions, adverbs.</summary>
internal static class SentenceStarters
{
    private static readonly WordSet Words = WordSet.Embedded("lexicons/sentence_starters.tsv");

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
