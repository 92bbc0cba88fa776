using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Joins the two ends of a range to one quantity: "20 bis 30 Mio.", "zwischen EUR 5 und EUR 6", "30-31 Mio. Euro".</summary>
internal static class RangeMerger
{
    /// <summary>Merges in place and gives the number of quantities left.</summary>
    public static int Merge(AmountScan scan, Span<Quantity> quantities)
    {
        int count = 0;
        for (int i = 0; i < quantities.Length; i++)
        {
            Quantity quantity = quantities[i];
            if (i + 1 < quantities.Length && IsRange(scan, quantity, quantities[i + 1]) && TryMerge(quantity, quantities[i + 1], out Quantity range))
            {
                quantity = range;
                i++;
            }

            quantities[count++] = quantity;
        }

        return count;
    }

    private static bool IsRange(AmountScan scan, in Quantity low, in Quantity high)
    {
        int joint = low.End, length = high.First - low.End;
        if (length is < 1 or > 4 || low.Has(QuantityTraits.Vague) || high.Has(QuantityTraits.Vague) || scan.Gap(joint) > TokenGap.LineBreak)
        {
            return false;
        }

        if (MoneyContext.IsYear(scan, high) || (low.Has(QuantityTraits.Compound) && !high.Has(QuantityTraits.Compound)) || scan[joint + 1] is "auf")
        {
            return false;
        }

        if (IsDash(scan[joint]))
        {
            bool tight = scan.Gap(joint) == TokenGap.None && scan.Gap(joint + 1) == TokenGap.None;
            bool loose = scan.Gap(joint) == TokenGap.Space && scan.Gap(joint + 1) == TokenGap.Space && low.IsBare && !high.IsBare;
            return length == 1 && (tight || loose) && low.High < high.High * Math.Max(1, high.Factor);
        }

        if (scan.Is(joint, WordRoles.And))
        {
            return QualifiersOnly(scan, joint + 1, high.First) && IsOpenedByBetween(scan, low.First);
        }

        if (scan.Is(joint, WordRoles.Range) && !scan.Is(joint, WordRoles.Between))
        {
            return QualifiersOnly(scan, joint + 1, high.First);
        }

        return scan.Is(joint, WordRoles.Qualifier) && length == 2 && scan.Is(joint + 1, WordRoles.Range);
    }

    private static bool IsDash(ReadOnlySpan<char> text) => text is "-" or "–" or "—" or "‑" or "−";

    private static bool QualifiersOnly(AmountScan scan, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!scan.Is(i, WordRoles.Qualifier | WordRoles.Filler | WordRoles.Link))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOpenedByBetween(AmountScan scan, int first)
    {
        int start = QualifierReader.Start(scan, first);
        return scan.Is(first - 1, WordRoles.Between) || scan.Is(start - 1, WordRoles.Between);
    }

    private static bool TryMerge(in Quantity low, in Quantity high, out Quantity range)
    {
        range = low;
        bool letter = high.Has(QuantityTraits.Letter) && low.Has(QuantityTraits.UnitBefore); // "$5-10m"
        if (low.Status == QuantityStatus.Other || (high.Status == QuantityStatus.Other && !letter)
            || (low.Unit is not null && high.Unit is not null && low.Unit.Family != high.Unit.Family && low.Unit.Currency != high.Unit.Currency))
        {
            return false;
        }

        Quantity first = low, second = high;
        Borrow(ref first, second, backwards: false);
        Borrow(ref second, first, backwards: true);
        if (!first.Fits || !second.Fits)
        {
            return false;
        }

        if (first.Scale != second.Scale)
        {
            decimal scale = second.Unit?.Factor ?? 1;
            first.Low = first.Low * first.Scale / scale;
            second.High = second.High * second.Scale / scale;
            (first.Factor, second.Factor) = (1, 1);
            range.Factor = 1;
        }
        else
        {
            range.Factor = first.Factor;
        }

        decimal a = first.Low, b = second.High;
        range.Unit = second.Unit ?? first.Unit;
        range.Currency = second.Currency ?? first.Currency;
        range.Assumed = second.Unit is null ? first.Assumed : second.Assumed;
        range.End = high.End;
        range.Stop = high.Stop;
        (range.Low, range.High) = (Math.Min(a, b), Math.Max(a, b));
        range.Traits = (low.Traits & ~QuantityTraits.Article) | high.Traits | QuantityTraits.Range;
        return true;
    }

    private static void Borrow(ref Quantity taker, in Quantity giver, bool backwards)
    {
        if (taker.Unit is null)
        {
            taker.Unit = giver.Unit;
            taker.Currency = giver.Currency;
            taker.Assumed = giver.Assumed;
        }
        else if (!taker.Has(QuantityTraits.UnitBefore))
        {
            return; // "3 Euro bis 5 Mio. Euro": a number with its own unit is complete
        }

        if (taker.Factor == 0 && giver.Factor != 0 && (backwards ? taker.High >= giver.Low : taker.Low <= giver.High))
        {
            taker.Factor = backwards && taker.High > giver.Low * 100_000 ? 0 : giver.Factor;
        }
    }
}
