using System.Collections.Frozen;
using TextInsights.Lexicons;

namespace TextInsights.Amounts;

/// <summary>The words of rates.</summary>
internal static class RateWords
{
    private const int ShortestEnd = 4, LongestEnd = 22, ShortestCompound = 8;

    private static readonly FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> Nouns = Table("noun");
    private static readonly FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> Adverbs = Table("adverb");
    private static readonly FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> Adjectives = Table("adjective");
    private static readonly FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> Compounds = Table("before");
    private static readonly FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> Topics = Table("topic");

    public static AmountRate? Noun(ReadOnlySpan<char> word) => Find(Nouns, word);

    public static AmountRate? Adverb(ReadOnlySpan<char> word) => Find(Adverbs, word);

    public static AmountRate? Adjective(ReadOnlySpan<char> word) => Find(Adjectives, word);

    /// <summary>A commodity whose price is always per the same unit ("Brent").</summary>
    public static AmountRate? Topic(ReadOnlySpan<char> word) => Find(Topics, word);

    /// <summary>The rate of a noun by its last part: "Einfamilienhaus".</summary>
    public static AmountRate? NounEnd(ReadOnlySpan<char> noun) => End(Nouns, noun, ShortestEnd);

    /// <summary>The rate that a compound tells: "Bruttostundenlohn".</summary>
    public static AmountRate? Compound(ReadOnlySpan<char> noun) => Find(Compounds, noun) ?? End(Compounds, noun, ShortestCompound);

    public static bool IsPer(ReadOnlySpan<char> word) => word is "je" or "pro" or "per" or "à" or "Je" or "Pro" or "Per";

    public static bool IsDeterminer(ReadOnlySpan<char> word) =>
        word is "die" or "das" or "der" or "den" or "eine" or "ein" or "einen" or "Die" or "Das" or "Der" or "Eine" or "Ein" or "jede" or "jeden" or "jedes";

    public static bool IsTime(AmountRate rate) => rate is AmountRate.Year or AmountRate.Month or AmountRate.Week or AmountRate.Day or AmountRate.Night or AmountRate.Hour or AmountRate.Minute;

    public static bool IsMeasure(AmountRate rate) => rate is AmountRate.Kilo or AmountRate.Tonne or AmountRate.Ounce or AmountRate.Litre or AmountRate.CubicMetre or AmountRate.Barrel
        or AmountRate.SquareMetre or AmountRate.Hectare or AmountRate.Kilometre or AmountRate.KilowattHour or AmountRate.MegawattHour;

    private static AmountRate? End(FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> table, ReadOnlySpan<char> noun, int shortest)
    {
        if (noun.Length <= shortest || !char.IsUpper(noun[0]))
        {
            return null;
        }

        for (int length = Math.Min(noun.Length - 1, LongestEnd); length >= shortest; length--)
        {
            if (Find(table, noun[^length..]) is { } rate)
            {
                return rate;
            }
        }

        return null;
    }

    private static AmountRate? Find(FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> table, ReadOnlySpan<char> word) =>
        table.TryGetValue(word, out AmountRate rate) ? rate : null;

    private static FrozenDictionary<string, AmountRate>.AlternateLookup<ReadOnlySpan<char>> Table(string role) =>
        TsvTable.Embedded("lexicons/amount_rates.tsv").Rows.Where(row => row["role"] == role)
            .ToFrozenDictionary(row => row["form"], row => Enum.Parse<AmountRate>(row["rate"], ignoreCase: true), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
