using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Decides whether a quantity is money, from the words around it.</summary>
internal static class MoneyContext
{
    private const int Reach = 14;

    /// <summary>Decides a quantity that names a currency.</summary>
    public static QuantityStatus DecideWithUnit(AmountScan scan, ref Quantity quantity)
    {
        CurrencyUnit unit = quantity.Unit!;
        quantity.Confidence = unit.Has(CurrencyTraits.Weak) ? 0.9 : 0.985;
        if (quantity.Has(QuantityTraits.Compound) && quantity.Has(QuantityTraits.Vague) && quantity.Factor == 0)
        {
            return QuantityStatus.Other; // "Euro-Zone", "Dollarkurs"
        }

        if (!unit.Has(CurrencyTraits.Weak))
        {
            return QuantityStatus.Money;
        }

        if (quantity.Has(QuantityTraits.UnitBefore))
        {
            bool code = unit.Family.Length == 0 || unit.Family != "franken";
            bool plain = quantity.Factor == 0 && !quantity.Has(QuantityTraits.Decimal);
            return scan.Is(quantity.End, WordRoles.Measure) || (code && plain && quantity.High < 1000) || scan.Kind(quantity.End - 1) == TokenKind.Ordinal
                ? QuantityStatus.Other
                : QuantityStatus.Money;
        }

        if (quantity.Has(QuantityTraits.Article) && unit.Family is not "mark")
        {
            return QuantityStatus.Other; // "eine Krone", "ein Pfund"
        }

        bool weighs = unit.Family is "pound" && quantity.Factor == 0 && quantity.High < 1000 && scan.IsCapitalized(quantity.End)
            && scan.Gap(quantity.End) <= TokenGap.LineBreak && !AmountNouns.Is(scan[quantity.End], NounKinds.Money);
        return weighs ? QuantityStatus.Other : QuantityStatus.Money;
    }

    /// <summary>Decides a quantity with a magnitude and no currency: "300 Millionen", "Milliardenloch".</summary>
    public static QuantityStatus DecideWithMagnitude(AmountScan scan, ref Quantity quantity, bool documentHasMoney)
    {
        if (quantity.Has(QuantityTraits.Compound))
        {
            quantity.Confidence = 0.9;
            return QuantityStatus.Money;
        }

        if (quantity.Factor < 1000 && !quantity.Has(QuantityTraits.Compound))
        {
            return QuantityStatus.Open;
        }

        NounKinds behind = KindBehind(scan, quantity.End, out bool noun);
        if ((behind & NounKinds.Money) != 0)
        {
            quantity.Confidence = 0.95;
            return QuantityStatus.Money;
        }

        if (noun || scan.Is(quantity.End, WordRoles.Measure))
        {
            return QuantityStatus.Other;
        }

        NounKinds cue = KindBefore(scan, quantity.First);
        if (cue == NounKinds.None)
        {
            cue = KindAfter(scan, quantity.End);
        }

        quantity.Confidence = cue == NounKinds.Money ? 0.93 : documentHasMoney ? 0.8 : 0.65;
        if (quantity.Factor < 1_000_000)
        {
            return cue == NounKinds.Money ? QuantityStatus.Money : QuantityStatus.Open;
        }

        return cue == NounKinds.Count ? QuantityStatus.Other : QuantityStatus.Money;
    }

    /// <summary>Whether a bare number counts, measures, dates or names something, so that it can be no amount.</summary>
    public static bool IsOtherNumber(AmountScan scan, in Quantity quantity)
    {
        int end = quantity.End, before = quantity.First - 1;
        if (scan.Is(end, WordRoles.Measure) || (scan[end] is "-" or "–" && scan.Gap(end) == TokenGap.None) || scan[end] is ":" or "/" && scan.Gap(end) == TokenGap.None)
        {
            return true;
        }

        KindBehind(scan, end, out bool noun);
        if (noun || (scan.Is(before, WordRoles.Date) && !quantity.Has(QuantityTraits.Decimal)))
        {
            return true;
        }

        bool year = quantity.Has(QuantityTraits.Digits) && !quantity.Has(QuantityTraits.Decimal) && quantity.High is >= 1900 and <= 2100 && scan[quantity.First].Length == 4;
        return year || scan.Is(end, WordRoles.Date);
    }

    // The noun that a number counts, right behind it or behind its adjectives.
    private static NounKinds KindBehind(AmountScan scan, int token, out bool noun)
    {
        noun = false;
        if (scan[token] is "von" or "der" or "neuer" && scan.IsCapitalized(token + 1) && scan.Gap(token + 1) <= TokenGap.LineBreak)
        {
            NounKinds kind = AmountNouns.KindOf(scan[token + 1]);
            noun = (kind & NounKinds.Count) != 0;
            return noun ? kind & ~NounKinds.Money : NounKinds.None;
        }

        for (int i = 0; i < 3; i++, token++)
        {
            if (scan.Gap(token) >= TokenGap.LineBreak && i == 0 && scan.Gap(token) == TokenGap.BlankLine)
            {
                return NounKinds.None;
            }

            if (scan.IsCapitalized(token))
            {
                NounKinds kind = AmountNouns.KindOf(scan[token]);
                noun = (kind & NounKinds.Money) == 0 || (kind & NounKinds.Count) != 0;
                return kind;
            }

            if (!IsAdjective(scan[token]) || scan.Kind(token) != TokenKind.Word || scan.Is(token, WordRoles.Link | WordRoles.Previous | WordRoles.Article | WordRoles.Range | WordRoles.And | WordRoles.NoAdjective))
            {
                return NounKinds.None;
            }
        }

        return NounKinds.None;
    }

    private static bool IsAdjective(ReadOnlySpan<char> word) =>
        word.Length >= 5 && char.IsLower(word[0]) && (word.EndsWith("e", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal)
            || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("es", StringComparison.Ordinal) || word.EndsWith("em", StringComparison.Ordinal));

    // The nearest telling noun before a number, in its sentence.
    private static NounKinds KindBefore(AmountScan scan, int first)
    {
        int start = scan.Text.Sentences[scan.Text.SentenceOf(first)].FirstToken;
        for (int token = first - 1; token >= start && first - token <= Reach; token--)
        {
            if (Telling(scan, token) is var kind and not NounKinds.None)
            {
                return kind;
            }
        }

        return NounKinds.None;
    }

    private static NounKinds KindAfter(AmountScan scan, int end)
    {
        for (int token = end; token < scan.Count && token - end <= Reach && scan.Gap(token) < TokenGap.BlankLine && scan[token] is not ("." or ";"); token++)
        {
            if (Telling(scan, token) is var kind and not NounKinds.None)
            {
                return kind;
            }
        }

        return NounKinds.None;
    }

    private static NounKinds Telling(AmountScan scan, int token)
    {
        if (scan.Is(token, WordRoles.Currency))
        {
            return NounKinds.Money;
        }

        if (!scan.IsCapitalized(token))
        {
            return NounKinds.None;
        }

        NounKinds kind = AmountNouns.KindOf(scan[token]) & (NounKinds.Money | NounKinds.Count);
        return kind == (NounKinds.Money | NounKinds.Count) ? NounKinds.None : kind;
    }
}
