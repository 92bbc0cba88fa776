using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Decides whether a quantity is money, from the words around it.</summary>
internal static class MoneyContext
{
    /// <summary>Decides a quantity that names a currency.</summary>
    public static QuantityStatus DecideWithUnit(AmountScan scan, ref Quantity quantity)
    {
        CurrencyUnit unit = quantity.Unit!;
        quantity.Confidence = unit.Has(CurrencyTraits.Weak) ? 0.93 : 0.995;
        if (quantity.Has(QuantityTraits.Compound) && quantity.Has(QuantityTraits.Vague) && quantity.Factor == 0)
        {
            return QuantityStatus.Other; // "Euro-Zone", "Dollarkurs"
        }

        if (!unit.Has(CurrencyTraits.Weak))
        {
            return AmountNames.IsName(scan, quantity) ? QuantityStatus.Other : QuantityStatus.Money;
        }

        if (IsAcronym(unit))
        {
            // "TOP 100", "204 NOK": an acronym with a plain number needs more to be money.
            bool plain = quantity.Factor == 0 && !quantity.Has(QuantityTraits.Decimal) && !scan[quantity.Has(QuantityTraits.UnitBefore) ? quantity.End - 1 : quantity.First].ContainsAny('.', '\'', '’');
            return !plain || SpeaksOfMoney(scan, quantity) ? QuantityStatus.Money : QuantityStatus.Other;
        }

        if (quantity.Has(QuantityTraits.UnitBefore))
        {
            // "Fr. 19.30 Uhr", "Fr. 5. Mai"
            bool day = scan.Is(quantity.End, WordRoles.Measure | WordRoles.Date) || scan.Is(quantity.End + 1, WordRoles.Measure) || scan.Is(quantity.End + 2, WordRoles.Measure)
                || scan.Kind(quantity.End - 1) == TokenKind.Ordinal;
            return day ? QuantityStatus.Other : QuantityStatus.Money;
        }

        if (quantity.Has(QuantityTraits.Article) && unit.Family is not "mark")
        {
            return QuantityStatus.Other; // "eine Krone", "ein Pfund"
        }

        if (unit.Family is "pound" && NounContext.HasWeight(scan, quantity.First, quantity.End))
        {
            return QuantityStatus.Other;
        }

        bool weighs = unit.Family is "pound" && quantity.Factor == 0 && quantity.High < 1000 && scan.IsCapitalized(quantity.End)
            && scan.Gap(quantity.End) <= TokenGap.LineBreak && !AmountNouns.Is(scan[quantity.End], NounKinds.Money);
        return weighs ? QuantityStatus.Other : QuantityStatus.Money;
    }

    private static bool IsAcronym(CurrencyUnit unit) => unit.Has(CurrencyTraits.Before) && unit.Family != "franken";

    private static bool SpeaksOfMoney(AmountScan scan, in Quantity quantity)
    {
        NounContext.Behind(scan, quantity.End, numberless: false, out bool counted);
        return !counted && (NounContext.Before(scan, quantity.First) == NounKinds.Money || NounContext.HasMoneyVerb(scan, quantity.First, quantity.End));
    }

    /// <summary>Decides a quantity with a magnitude and no currency: "300 Millionen", "Milliardenloch".</summary>
    public static QuantityStatus DecideWithMagnitude(AmountScan scan, Span<Quantity> quantities, int index, bool documentHasMoney)
    {
        ref Quantity quantity = ref quantities[index];
        if (quantity.Has(QuantityTraits.Compound))
        {
            quantity.Confidence = 0.9;
            return QuantityStatus.Money;
        }

        if (quantity.Factor < 1000)
        {
            return QuantityStatus.Open;
        }

        NounKinds behind = NounContext.Behind(scan, quantity.End, quantity.Has(QuantityTraits.Numberless), out bool counted);
        // "kaufte für 5,2 Mrd. Devisen": the noun is what was bought.
        bool bought = counted && (behind & (NounKinds.Count | NounKinds.Measure | NounKinds.Tally)) == 0 && scan[QualifierReader.Start(scan, quantity.First) - 1] is "für"
            && NounContext.HasMoneyVerb(scan, quantity.First, quantity.End);
        if ((counted && !bought) || scan.Is(quantity.End, WordRoles.Measure))
        {
            return QuantityStatus.Other;
        }

        double evidence = Evidence(scan, quantities, index, behind, documentHasMoney);
        quantity.Confidence = Math.Round(Math.Clamp(0.62 + (0.12 * evidence), 0.5, 0.97), 3);
        return evidence <= 0 ? QuantityStatus.Other
            : quantity.Factor >= 1_000_000 || evidence >= 2 ? QuantityStatus.Money
            : QuantityStatus.Open;
    }

    /// <summary>Whether a bare number counts, measures, dates or names something, so that it can be no amount.</summary>
    public static bool IsOtherNumber(AmountScan scan, in Quantity quantity)
    {
        int end = quantity.End, before = quantity.First - 1;
        if (scan.Is(end, WordRoles.Measure | WordRoles.Date) || (scan[end] is "-" or "–" or ":" or "/" && scan.Gap(end) == TokenGap.None))
        {
            return true;
        }

        // "von 20 auf 27 Prozent"
        if (scan.Is(end, WordRoles.Link | WordRoles.Range | WordRoles.And) && scan.Kind(end + 1) == TokenKind.Number && scan.Is(end + 2, WordRoles.Measure))
        {
            return true;
        }

        NounContext.Behind(scan, end, numberless: false, out bool counted);
        return counted || (scan.Is(before, WordRoles.Date) && !quantity.Has(QuantityTraits.Decimal)) || IsYear(scan, quantity);
    }

    /// <summary>Whether a bare number looks like a year.</summary>
    public static bool IsYear(AmountScan scan, in Quantity quantity) =>
        quantity.IsBare && quantity.High is >= 1900 and <= 2100 && scan[quantity.First].Length == 4 && scan.Kind(quantity.First) == TokenKind.Number;

    // What speaks for money minus what speaks for counted things.
    private static double Evidence(AmountScan scan, ReadOnlySpan<Quantity> quantities, int index, NounKinds behind, bool documentHasMoney)
    {
        ref readonly Quantity quantity = ref quantities[index];
        double evidence = documentHasMoney ? 1 : 0.5;
        evidence += (behind & NounKinds.Money) != 0 ? 3 : 0;
        evidence += NounContext.Before(scan, quantity.First) switch { NounKinds.Money => 2, NounKinds.Count => -2, NounKinds.Tally => -3.5, NounKinds.Measure => -0.75, _ => 0 };
        evidence += NounContext.After(scan, quantity.End) switch { NounKinds.Money => 1, NounKinds.Count or NounKinds.Tally => -1, _ => 0 };
        evidence += NounContext.HasMoneyVerb(scan, quantity.First, quantity.End) ? 1.5 : 0;
        evidence -= NounContext.HasDeed(scan, quantity.First, quantity.End) ? 1.5 : 0;
        return evidence + Neighbours(scan, quantities, index);
    }

    // Like stands with like: the number before and the number behind it in the sentence.
    private static double Neighbours(AmountScan scan, ReadOnlySpan<Quantity> quantities, int index)
    {
        int sentence = scan.Text.SentenceOf(quantities[index].First);
        double evidence = 0;
        for (int step = -1; step <= 1; step += 2)
        {
            for (int i = index + step; i >= 0 && i < quantities.Length && Math.Abs(i - index) <= 3; i += step)
            {
                if (quantities[i].Factor < 1000)
                {
                    continue;
                }

                int apart = Math.Abs(scan.Text.SentenceOf(quantities[i].First) - sentence);
                evidence += apart > 1 || quantities[i].Status == QuantityStatus.Open ? 0
                    : quantities[i].Status == QuantityStatus.Money ? (apart == 0 ? 1 : 0.5)
                    : apart == 0 ? -1 : -0.5;
                break;
            }
        }

        return evidence;
    }
}
