using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>
/// Reads one number with its magnitude and currency. It looks a bounded number of tokens ahead and never back,
/// so a whole text takes linear time.
/// </summary>
internal static class QuantityReader
{
    public static bool TryRead(AmountScan scan, int token, out Quantity quantity)
    {
        quantity = new Quantity { First = token, End = token, Confidence = 1 };
        bool unitBefore = ReadUnitBefore(scan, ref quantity);
        if (!NumeralReader.TryRead(scan, ref quantity))
        {
            return false;
        }

        ReadMagnitudes(scan, ref quantity);
        if (!unitBefore)
        {
            ReadUnitBehind(scan, ref quantity);
        }

        if (quantity.Factor == 0 && quantity.Has(QuantityTraits.Article) && quantity.Unit is null)
        {
            return false;
        }

        if (quantity.Has(QuantityTraits.Letter) && quantity.Unit is null)
        {
            quantity.Status = QuantityStatus.Other; // "800m"
        }

        ReadDashes(scan, ref quantity);
        ReadSubunits(scan, ref quantity);
        quantity.Start = scan.Token(quantity.First).Start;
        quantity.Stop = scan.Token(quantity.End - 1).End;
        if (scan.Kind(quantity.End - 1) == TokenKind.Ordinal)
        {
            quantity.Stop--;
        }

        if (!quantity.Fits)
        {
            (quantity.Low, quantity.High, quantity.Status) = (0, 0, QuantityStatus.Other);
        }

        return true;
    }

    /// <summary>
    /// "186 (Vorjahr: 179) Millionen Franken": behind a bracketed number stands what it shares with the number before the bracket.
    /// Gives the token behind everything that was read.
    /// </summary>
    public static int ReadSharedScale(AmountScan scan, ref Quantity quantity)
    {
        if (!quantity.IsBare || scan[quantity.End] is not (")" or "]") || !IsBehindBracketedNumber(scan, quantity.First))
        {
            return quantity.End;
        }

        Quantity scale = quantity;
        scale.End++;
        ReadMagnitudes(scan, ref scale);
        ReadUnitBehind(scan, ref scale);
        if (scale.IsBare)
        {
            return quantity.End;
        }

        if (scale.Unit is null)
        {
            NounContext.Behind(scan, scale.End, numberless: false, out bool counted);
            quantity.Status = counted ? QuantityStatus.Other : quantity.Status; // "86,5 (82,5) Millionen Aktien"
        }

        quantity.Factor = scale.Factor;
        quantity.Unit = scale.Unit;
        quantity.Currency = scale.Currency;
        quantity.Assumed = scale.Assumed;
        quantity.Traits |= QuantityTraits.Borrowed;
        return scale.End;
    }

    private static bool IsBehindBracketedNumber(AmountScan scan, int first)
    {
        for (int token = first - 1; token > 0 && first - token <= 5; token--)
        {
            if (scan[token] is "(" or "[")
            {
                return scan.Kind(token - 1) == TokenKind.Number || scan.Is(token - 1, WordRoles.Number | WordRoles.Magnitude);
            }
        }

        return false;
    }

    private static bool ReadUnitBefore(AmountScan scan, ref Quantity quantity)
    {
        if (!scan.Is(quantity.First, WordRoles.Currency | WordRoles.Opening)
            || !UnitReader.TryRead(scan, quantity.First, out CurrencyUnit unit, out Currency? currency, out int end)
            || !(unit.Has(CurrencyTraits.Before) || IsWrittenOut(scan, unit, end)))
        {
            return false;
        }

        // "EUR -6,3 Mio.": the sign is no part of the value; the text says loss.
        while (scan[end] is "-" or "–" or "−" or "+" or "." && scan.Gap(end) <= TokenGap.Space && end - quantity.First < 5)
        {
            end++;
        }

        if (scan.Gap(end) > TokenGap.Space || !(scan.Kind(end) is TokenKind.Number or TokenKind.Ordinal || scan.Is(end, WordRoles.Numeral)) || scan.Is(end, WordRoles.Article))
        {
            return false;
        }

        quantity.End = end;
        quantity.Unit = unit;
        quantity.Currency = currency;
        quantity.Assumed = unit.Has(CurrencyTraits.Assumed);
        quantity.Traits |= QuantityTraits.UnitBefore;
        return true;
    }

    // "Euro 3,5 Mio.", "EURO 5.000,-", but not "Euro 6" and "stieg der Euro 1,5 Prozent".
    private static bool IsWrittenOut(AmountScan scan, CurrencyUnit unit, int number)
    {
        if (unit is not { Family: "euro", Factor: 1 } || scan.Kind(number) != TokenKind.Number || scan.Gap(number) != TokenGap.Space)
        {
            return false;
        }

        bool magnitude = scan.Is(number + 1, WordRoles.Magnitude) && !scan.Is(number + 2, WordRoles.Currency) && !scan.IsCapitalized(number + 2);
        bool grouped = scan[number].ContainsAny('.', '\'', '’') && !scan.Is(number + 1, WordRoles.Currency | WordRoles.Measure);
        return magnitude || (grouped && !scan.IsCapitalized(number + 1));
    }

    private static void ReadMagnitudes(AmountScan scan, ref Quantity quantity)
    {
        for (int i = 0; i < 2; i++)
        {
            int token = quantity.End;
            if (scan[token] is "von" && quantity.Has(QuantityTraits.Vague) && scan.Is(token + 1, WordRoles.Magnitude))
            {
                token++;
            }

            if (scan.Word(token) is not { } word || scan.Gap(token) > TokenGap.LineBreak)
            {
                return;
            }

            if (word.Is(WordRoles.Compound))
            {
                ReadMagnitudeCompound(scan, token, ref quantity);
                return;
            }

            bool fits = word.Is(WordRoles.Magnitude)
                && (!word.Is(WordRoles.Rare) || (quantity.Has(QuantityTraits.Digits) && (scan.Gap(token) == TokenGap.None || quantity.Unit is not null || scan.Is(token + 1, WordRoles.Currency))))
                && (quantity.Factor == 0 || quantity.Factor <= 1000);
            if (!fits)
            {
                return;
            }

            quantity.Traits |= word.Is(WordRoles.Rare) ? QuantityTraits.Letter : QuantityTraits.None;
            quantity.Factor = (quantity.Factor == 0 ? 1 : quantity.Factor) * word.Value;
            quantity.End = token + 1;
        }
    }

    // "16,5 Millionen-Euro-Projekt", "270 Anlegermillionen", "zweistelliger Millionenbetrag"
    private static void ReadMagnitudeCompound(AmountScan scan, int token, ref Quantity quantity)
    {
        if (!CompoundReader.TryRead(scan[token], scan.PointIsDecimal, out Compound compound) || compound.HasNumber || quantity.Factor > 1000 || (compound.Factor == 0 && !quantity.Has(QuantityTraits.Vague)))
        {
            return;
        }

        if (compound.HasHead(scan[token]) && AmountNouns.IsListed(scan[token][compound.HeadStart..], NounKinds.NoCompound))
        {
            quantity.Status = QuantityStatus.Other;
        }

        quantity.Factor = Math.Max(1, quantity.Factor) * Math.Max(1, compound.Factor);
        quantity.Unit = compound.Unit;
        quantity.Currency = compound.Unit?.Currency;
        quantity.Assumed = compound.Unit?.Has(CurrencyTraits.Assumed) ?? false;
        quantity.Traits |= QuantityTraits.Compound;
        quantity.End = token + 1;
    }

    private static void ReadUnitBehind(AmountScan scan, ref Quantity quantity)
    {
        int token = quantity.End;
        if (quantity.Unit is not null || scan.Gap(token) > TokenGap.LineBreak || quantity.Status == QuantityStatus.Other)
        {
            return;
        }

        if (scan[token] is "von" && quantity.Has(QuantityTraits.Vague) && scan.Is(token + 1, WordRoles.Currency))
        {
            token++; // "Millionen von Dollar"
        }

        if (quantity.Has(QuantityTraits.Compound) && !scan.Is(token, WordRoles.Currency))
        {
            return;
        }

        // "Mio.Euro" and "zehn symbolische Euro"
        if (scan.Is(token, WordRoles.Symbolic))
        {
            token++;
        }
        else if (scan[token] is "," && scan[token + 1] is "-" or "–" or "—")
        {
            token += 2;
            token += scan[token] is "-" ? 1 : 0;
        }
        else if (scan[token] is "." && scan.Gap(token) == TokenGap.None && scan[token + 1] is "-" or "–" or "—" && scan.Gap(token + 1) == TokenGap.None)
        {
            token += 2;
        }

        if (!UnitReader.TryRead(scan, token, out CurrencyUnit unit, out Currency? currency, out int end))
        {
            return;
        }

        // A code or symbol behind the number may belong to the next number: "CHF 5 EUR 6".
        bool year = quantity.High is >= 1900 and <= 2100 && scan[quantity.First].Length == 4;
        bool nextOwnsIt = unit.Has(CurrencyTraits.Before) && quantity.Factor == 0 && scan.Kind(end) == TokenKind.Number && scan.Gap(token) != TokenGap.None
            && (scan.Gap(end) == TokenGap.None || (year && scan.Gap(end) == TokenGap.Space));
        if (nextOwnsIt || (unit.Has(CurrencyTraits.Rare) && !quantity.Has(QuantityTraits.Digits)))
        {
            return;
        }

        quantity.Unit = unit;
        quantity.Currency = currency;
        quantity.Assumed = unit.Has(CurrencyTraits.Assumed) && currency == unit.Currency && end == token + 1;
        quantity.End = end;
    }

    // "EUR 10,--", "Fr. 5.-"
    private static void ReadDashes(AmountScan scan, ref Quantity quantity)
    {
        int token = quantity.End;
        if (!quantity.Has(QuantityTraits.UnitBefore) || quantity.Factor != 0 || scan[token] is not ("," or ".") || scan.Gap(token) != TokenGap.None
            || scan[token + 1] is not ("-" or "–" or "—") || scan.Gap(token + 1) != TokenGap.None)
        {
            return;
        }

        quantity.End = token + 2;
        if (scan[token + 2] is "-" && scan.Gap(token + 2) == TokenGap.None)
        {
            quantity.End++;
        }
    }

    // "57 Franken und 50 Rappen", "zwei Euro neunzig", "3 Euro 50"
    private static void ReadSubunits(AmountScan scan, ref Quantity quantity)
    {
        if (quantity.Unit is not { Factor: 1 } || quantity.Factor != 0 || quantity.Has(QuantityTraits.UnitBefore | QuantityTraits.Vague | QuantityTraits.Decimal))
        {
            return;
        }

        int token = quantity.End;
        bool joined = scan.Is(token, WordRoles.And);
        var part = new Quantity { First = token + (joined ? 1 : 0), End = token + (joined ? 1 : 0) };
        if (scan.Gap(part.First) != TokenGap.Space || !NumeralReader.TryRead(scan, ref part) || part.Low is < 1 or >= 100 || part.Low != part.High || part.Has(QuantityTraits.Decimal))
        {
            return;
        }

        if (UnitReader.TryRead(scan, part.End, out CurrencyUnit unit, out Currency? currency, out int end)
            && unit.Factor == 0.01m && (currency is null || unit.Has(CurrencyTraits.Assumed) || currency == quantity.Currency))
        {
            (quantity.Low, quantity.High, quantity.End) = (quantity.Low + (part.Low / 100), quantity.High + (part.Low / 100), end);
        }
        else if (!joined && part.Low >= 10 && !part.Has(QuantityTraits.Article) && !scan.Is(part.End, WordRoles.Measure | WordRoles.Magnitude | WordRoles.Currency)
            && (!scan.IsCapitalized(part.End) || !part.Has(QuantityTraits.Digits)) && scan[part.End] is not ("-" or "–") && scan.Kind(part.First) != TokenKind.Ordinal && quantity.High < 1000)
        {
            (quantity.Low, quantity.High, quantity.End) = (quantity.Low + (part.Low / 100), quantity.High + (part.Low / 100), part.End);
        }
    }
}
