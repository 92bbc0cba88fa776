using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Words before a name that make it the matter of a deal: "Übernahme von X", "Anteile an X", "die Tochter X", "Einstieg bei X".</summary>
internal static class TradeWords
{
    private const int Reach = 5;

    private static readonly string[] Stems =
    [
        "übernahme", "kauf", "erwerb", "einstieg", "beteilig", "anteil", "tochter", "sparte", "mehrheit", "minderheit", "gebot", "offerte", "bewert", "börsengang",
        "finanzierungsrunde", "verkäuf", "abspalt", "aktien", "anteilseigner", "start-up", "startup", "börsenneuling", "einsteigen", "firmenwert", "unternehmenswert",
    ];

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
