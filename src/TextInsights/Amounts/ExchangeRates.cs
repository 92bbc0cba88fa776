namespace TextInsights.Amounts;

/// <summary>"Ein Euro kostete 1,08 Dollar": the unit whose price is told is no amount.</summary>
internal static class ExchangeRates
{
    private const int Reach = 10;

    public static void Exclude(AmountScan scan, Span<Quantity> quantities)
    {
        for (int i = 0; i < quantities.Length; i++)
        {
            ref Quantity quantity = ref quantities[i];
            bool one = quantity.Has(QuantityTraits.Article) || scan[quantity.End] is "entspricht" or "entsprach" or "kostet" or "kostete" or "=";
            if (one && quantity.Status == QuantityStatus.Money && quantity is { Low: 1, Factor: 0, Unit: { Factor: 1 } }
                && quantity.End - quantity.First == 2 && ((i + 1 < quantities.Length && IsPriceOf(scan, quantity, quantities[i + 1])) || (i > 0 && IsPriceOf(scan, quantity, quantities[i - 1]))))
            {
                quantity.Status = QuantityStatus.Other;
            }
        }
    }

    private static bool IsPriceOf(AmountScan scan, in Quantity one, in Quantity price) =>
        price.Unit is { } unit && unit.Family != one.Unit!.Family && unit.Currency != one.Unit.Currency && price.Status != QuantityStatus.Other
        && scan.Text.SentenceOf(price.First) == scan.Text.SentenceOf(one.First)
        && (price.First > one.First ? price.First - one.End : one.First - price.End) <= Reach;
}
