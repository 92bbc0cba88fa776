using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>The words of <c>data/lexicons/business_words.tsv</c>, which show a short text to be business news.</summary>
internal static class BusinessWords
{
    private static readonly StemTrie Stems = new(TsvTable.Embedded("lexicons/business_words.tsv").Rows.Select((row, i) => (row["stem"], i)));

    public static bool StandIn(SegmentedText text)
    {
        var hits = new List<StemHit>();
        foreach (SentenceRange sentence in text.Sentences)
        {
            Stems.Find(text, sentence.FirstToken, sentence.EndToken, [], hits);
        }

        return hits.Count > 0;
    }
}
