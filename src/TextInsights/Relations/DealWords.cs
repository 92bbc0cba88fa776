namespace TextInsights.Relations;

/// <summary>Small word classes that several readers of deals ask for.</summary>
internal static class DealWords
{
    /// <summary>A noun for a part of a company: "Minderheitsanteil", "Beteiligung", "Aktienpaket".</summary>
    public static bool IsShareNoun(ReadOnlySpan<char> word) =>
        word.Contains("nteil", StringComparison.Ordinal) || word.Contains("eteiligung", StringComparison.Ordinal) || word.EndsWith("paket", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("mehrheit", StringComparison.OrdinalIgnoreCase)
        || word is "Aktien" or "Papiere" or "Papieren" or "Stimmrechte" or "Stimmrechten" or "Kapital" or "Grundkapital" or "Kapitals" or "Grundkapitals" or "Titel";
}
