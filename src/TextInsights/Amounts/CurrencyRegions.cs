using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Lexicons;

namespace TextInsights.Amounts;

/// <summary>Which currency a name means in which country.</summary>
internal static class CurrencyRegions
{
    public static readonly ImmutableArray<TsvTable.TsvRow> Rows = TsvTable.Embedded("lexicons/currency_regions.tsv").Rows;

    private static readonly FrozenDictionary<(int Country, string Family), Currency> Units = Build();

    /// <summary>The currency of a family in a country; null if the country has none of that name.</summary>
    public static Currency? Find(int country, string family) => Units.TryGetValue((country, family), out Currency currency) ? currency : null;

    private static FrozenDictionary<(int, string), Currency> Build()
    {
        var units = new Dictionary<(int, string), Currency>();
        for (int country = 0; country < Rows.Length; country++)
        {
            foreach (string unit in Rows[country]["units"].Split(' '))
            {
                int colon = unit.IndexOf(':', StringComparison.Ordinal);
                units[(country, unit[..colon])] = new Currency(unit[(colon + 1)..]);
            }
        }

        return units.ToFrozenDictionary();
    }
}
