using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads monetary amounts: numbers, magnitudes, currencies, qualifiers, ranges, rates.</summary>
internal sealed class AmountRecognizer
{
    /// <summary>Amounts in text order, without overlap.</summary>
    public ImmutableArray<RecognizedAmount> Recognize(SegmentedText text)
    {
        using var scan = new AmountScan(text);
        using var found = new QuantityBuffer();
        ReadQuantities(scan, found);
        Span<Quantity> quantities = found.Items;
        quantities = quantities[..RangeMerger.Merge(scan, quantities)];
        TableReader.Read(scan, quantities);
        Decide(scan, quantities);
        EllipsisLinker.Link(scan, quantities);
        foreach (ref Quantity quantity in quantities)
        {
            if (!quantity.Fits)
            {
                (quantity.Low, quantity.High, quantity.Status) = (0, 0, QuantityStatus.Other);
            }
        }

        CurrencyResolver.Resolve(scan, quantities);
        return Emit(scan, quantities);
    }

    private static void ReadQuantities(AmountScan scan, QuantityBuffer quantities)
    {
        for (int token = 0; token < scan.Count;)
        {
            bool starts = scan.Kind(token) is TokenKind.Number or TokenKind.Ordinal || scan.Is(token, WordRoles.Numeral | WordRoles.Currency | WordRoles.Opening);
            if (starts && QuantityReader.TryRead(scan, token, out Quantity quantity))
            {
                token = QuantityReader.ReadSharedScale(scan, ref quantity);
                if (!quantity.IsBare || !quantity.Has(QuantityTraits.Vague | QuantityTraits.Article))
                {
                    quantities.Add(quantity);
                }
            }
            else
            {
                token++;
            }
        }
    }

    private static void Decide(AmountScan scan, Span<Quantity> quantities)
    {
        bool money = false;
        foreach (ref Quantity quantity in quantities)
        {
            if (quantity.Status == QuantityStatus.Open && quantity.Unit is not null)
            {
                quantity.Status = MoneyContext.DecideWithUnit(scan, ref quantity);
                money |= quantity.Status == QuantityStatus.Money;
            }
        }

        ExchangeRates.Exclude(scan, quantities);
        for (int i = 0; i < quantities.Length; i++)
        {
            if (quantities[i].Status == QuantityStatus.Open && quantities[i].Factor > 0)
            {
                quantities[i].Status = MoneyContext.DecideWithMagnitude(scan, quantities, i, money);
            }
        }
    }

    private static ImmutableArray<RecognizedAmount> Emit(AmountScan scan, Span<Quantity> quantities)
    {
        for (int i = 0; i < quantities.Length; i++)
        {
            if (quantities[i].Status == QuantityStatus.Money)
            {
                quantities[i].Qualifier = QualifierReader.Read(scan, quantities[i]);
            }
        }

        RateReader.Read(scan, quantities);
        var amounts = ImmutableArray.CreateBuilder<RecognizedAmount>();
        foreach (ref Quantity quantity in quantities)
        {
            if (quantity.Status == QuantityStatus.Money)
            {
                amounts.Add(ToAmount(quantity));
            }
        }

        return amounts.DrainToImmutable();
    }

    private static RecognizedAmount ToAmount(in Quantity quantity) => new(
        quantity.First,
        quantity.End,
        new TextSpan(quantity.Start, quantity.Stop),
        quantity.Currency,
        quantity.Assumed,
        quantity.Qualifier is AmountQualifier.LessThan or AmountQualifier.AtMost ? null : Normalize(quantity.Minimum),
        quantity.Qualifier is AmountQualifier.MoreThan or AmountQualifier.AtLeast ? null : Normalize(quantity.Maximum),
        quantity.Qualifier,
        quantity.Rate,
        quantity.Confidence);

    // The same value always looks the same: without trailing zeros.
    private static decimal Normalize(decimal value) => value / 1.000000000000000000000000000000000m;
}
