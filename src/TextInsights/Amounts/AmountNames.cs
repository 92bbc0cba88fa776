using System.Collections.Immutable;
using TextInsights.Lexicons;

namespace TextInsights.Amounts;

/// <summary>Names that look like amounts: the rapper 50 Cent.</summary>
internal static class AmountNames
{
    private static readonly ImmutableArray<(string Name, string[] Cues)> Names =
        [.. TsvTable.Embedded("lexicons/amount_names.tsv").Rows.Select(row => (row["name"], row["cues"].Split(' ')))];

    public static bool IsName(AmountScan scan, in Quantity quantity)
    {
        ReadOnlySpan<char> surface = scan.Text.Text.AsSpan(quantity.Start, quantity.Stop - quantity.Start);
        foreach ((string name, string[] cues) in Names)
        {
            if (surface.SequenceEqual(name))
            {
                return HasCue(scan, scan.Text.SentenceOf(quantity.First), cues);
            }
        }

        return false;
    }

    private static bool HasCue(AmountScan scan, int sentence, string[] cues)
    {
        for (int token = scan.Text.Sentences[sentence].FirstToken; token < scan.Text.Sentences[sentence].EndToken; token++)
        {
            foreach (string cue in cues)
            {
                if (scan[token].EndsWith(cue, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
