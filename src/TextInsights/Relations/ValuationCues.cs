using TextInsights.Lexicons;

namespace TextInsights.Relations;

/// <summary>What a word tells of a valuation.</summary>
internal enum ValuationCue : byte
{
    MarketCap,
    EnterpriseValue,
    EquityValue,
    Denied,
    Past,
    Rumoured,
    Planned,
}

/// <summary>The words of <c>data/lexicons/valuation_cues.tsv</c>.</summary>
internal static class ValuationCues
{
    private static readonly ValuationCue[] Cues;

    static ValuationCues()
    {
        var rows = TsvTable.Embedded("lexicons/valuation_cues.tsv").Rows;
        Cues = [.. rows.Select(row => Enum.Parse<ValuationCue>(row["cue"], ignoreCase: true))];
        Stems = new StemTrie(rows.Select((row, i) => (row["stem"], i)));
    }

    /// <summary>The stems; payloads are rows.</summary>
    public static StemTrie Stems { get; }

    /// <summary>What the word of a row tells.</summary>
    public static ValuationCue Of(int row) => Cues[row];
}
