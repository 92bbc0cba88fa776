namespace TextInsights.Relations;

/// <summary>Words beside a name that make it the source of a report instead of its matter.</summary>
internal static class SourceWords
{
    /// <summary>Whether a word names its source next: "laut X", "Analysten der X".</summary>
    public static bool IsBefore(ReadOnlySpan<char> word) => word is "laut" or "Laut" or "Analysten" or "Analyst" or "Analystin" or "Agentur" or "Nachrichtenagentur" or "Zeitung"
        or "Magazin" or "Wirtschaftsmagazin" or "Nachrichtenmagazin" or "Branchendienst" or "Analysehaus" or "Ratingagentur" or "Research"
        or "berichtete" or "berichtet" or "schrieb" or "schreibt" or "meldete" or "meldet" or "zitiert" or "Informationen" or "Bericht" or "Angaben" or "Kanzlei";

    /// <summary>Whether a word behind a name makes it a source: "X zufolge", "X berichtete".</summary>
    public static bool IsBehind(ReadOnlySpan<char> word) => word is "zufolge" or "berichtete" or "berichtet" or "schrieb" or "schreibt" or "meldete" or "meldet";
}
