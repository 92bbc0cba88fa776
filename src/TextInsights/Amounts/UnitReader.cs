using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads a currency at a token: a name, a code, a symbol, several words, an adjective with its noun.</summary>
internal static class UnitReader
{
    /// <summary>Reads the longest currency that begins at <paramref name="token"/>.</summary>
    public static bool TryRead(AmountScan scan, int token, out CurrencyUnit unit, out Currency? currency, out int end)
    {
        currency = null;
        if (TryReadName(scan, token, out unit, out end))
        {
            currency = unit.Currency;
            return true;
        }

        if (scan.Word(token) is { } adjective && adjective.Is(WordRoles.CountryAdjective) && TryReadName(scan, token + 1, out unit, out end))
        {
            currency = CurrencyRegions.Find(adjective.Country, unit.Family) ?? (unit.Has(CurrencyTraits.Assumed) ? null : unit.Currency);
            return currency is not null;
        }

        return false;
    }

    private static bool TryReadName(AmountScan scan, int token, out CurrencyUnit unit, out int end)
    {
        if (scan.Is(token, WordRoles.Opening))
        {
            int last = Math.Min(token + AmountLexicon.MaximumTokens, scan.Count) - 1;
            for (int i = last; i > token; i--)
            {
                if (AmountLexicon.Find(scan.Text.Text.AsSpan(scan.Token(token).Start, Math.Min(40, scan.Token(i).End - scan.Token(token).Start))) is { Unit: { } several })
                {
                    (unit, end) = (several, i + 1);
                    return true;
                }
            }
        }

        if (scan.Word(token) is { Unit: { } single } && !(single.Has(CurrencyTraits.Rare) && scan.Gap(token) > TokenGap.Space))
        {
            (unit, end) = (single, token + 1);
            return true;
        }

        (unit, end) = (null!, token);
        return false;
    }
}
