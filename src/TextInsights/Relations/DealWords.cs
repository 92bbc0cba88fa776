namespace TextInsights.Relations;

/// <summary>Small word classes that several readers of deals ask for.</summary>
internal static class DealWords
{
    /// <summary>A noun for a part of a company: "Minderheitsanteil", "Beteiligung", "Aktienpaket".</summary>
    public static bool IsShareNoun(ReadOnlySpan<char> word) =>
        word.Contains("nteil", StringComparison.Ordinal) || word.Contains("eteiligung", StringComparison.Ordinal) || word.EndsWith("paket", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("mehrheit", StringComparison.OrdinalIgnoreCase)
        || word is "Aktien" or "Papiere" or "Papieren" or "Stimmrechte" or "Stimmrechten" or "Kapital" or "Grundkapital" or "Kapitals" or "Grundkapitals" or "Titel";

    /// <summary>A noun for what a company owns and can sell: its owner is the seller ("die Tochter der X").</summary>
    public static bool IsPartNoun(ReadOnlySpan<char> word)
    {
        foreach (string tail in (ReadOnlySpan<string>)["tochter", "töchter", "sparte", "sparten", "geschäft", "geschäfts", "geschäfte", "bereich", "bereichs", "bereiche", "einheit",
            "division", "segment", "abteilung", "marke", "marken", "tochterfirma", "tochtergesellschaft", "standort", "werk", "werke", "portfolio", "aktivitäten", "ableger"])
        {
            if (word.EndsWith(tail, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A noun for an offer.</summary>
    public static bool IsOffer(ReadOnlySpan<char> word) =>
        word.EndsWith("angebot", StringComparison.OrdinalIgnoreCase) || word.EndsWith("gebot", StringComparison.OrdinalIgnoreCase) || word.EndsWith("offerte", StringComparison.OrdinalIgnoreCase)
        || word is "Offert" or "Gebote" or "Angebote" or "Offerten" or "Prognose" or "Erklärung" or "Stellungnahme" or "Stimme" or "Bestellung";
}
