using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>The words of <c>data/lexicons/trade_words.tsv</c> before a name that make it the matter of a deal: "Übernahme von X", "Anteile an X", "die Tochter X", "Einstieg bei X".</summary>
internal static class TradeWords
{
    private const int Reach = 5;

    private static readonly string[] Stems = [.. TsvTable.Embedded("lexicons/trade_words.tsv").Rows.Select(row => row["word"])];

    public static bool StandBefore(SegmentedText text, int token)
    {
        for (int i = token - 1; i >= 0 && i >= token - Reach; i--)
        {
            ReadOnlySpan<char> word = text[i];
            if (text.Tokens[i].Kind == TokenKind.Punctuation && word is not ['„' or '"' or '»' or '“'])
            {
                return false;
            }

            foreach (string stem in Stems)
            {
                if (word.Length >= stem.Length && word.Contains(stem, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
