using System.Collections.Frozen;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Finds the name inside a compound that was classified as containing one.</summary>
internal static class InnerName
{
    // First parts that stand before the name.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Before =
        TsvTable.Embedded("lexicons/name_prefixes.tsv").Rows.Select(row => row["prefix"]).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The span of the name in the word; null in compounds without a hyphen ("Bundesligaspiel"), where nothing marks its end.</summary>
    public static TextSpan? Find(ReadOnlySpan<char> word)
    {
        int end = LastHyphen(word);
        if (word is ['#' or '@', _, ..])
        {
            return new TextSpan(1, end > 1 ? end : word.Length); // "#Belgien"
        }

        int start = 0;
        if (end <= 0)
        {
            return null;
        }

        int first = FirstHyphen(word);
        if (first < end && Before.Contains(word[..first]))
        {
            start = first + 1;
        }

        return new TextSpan(start, end);
    }

    private static int FirstHyphen(ReadOnlySpan<char> word)
    {
        int i = 0;
        while (!CharacterClass.IsHyphen(word[i]))
        {
            i++;
        }

        return i;
    }

    private static int LastHyphen(ReadOnlySpan<char> word)
    {
        int i = word.Length - 1;
        while (i >= 0 && !CharacterClass.IsHyphen(word[i]))
        {
            i--;
        }

        return i;
    }
}
