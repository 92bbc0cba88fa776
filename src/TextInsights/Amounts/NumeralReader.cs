using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads the number of a quantity: digits in groups, number words, fractions, vague numbers, compounds.</summary>
internal static class NumeralReader
{
    /// <summary>Reads from <c>quantity.End</c> on and moves it behind the number.</summary>
    public static bool TryRead(AmountScan scan, ref Quantity quantity)
    {
        int token = quantity.End;
        switch (scan.Kind(token))
        {
            case TokenKind.Number:
                return TryReadDigits(scan, token, ref quantity);
            case TokenKind.Ordinal:
                if (NumberGrammar.TryParse(scan[token][..^1], scan.PointIsDecimal, out decimal value))
                {
                    return Take(ref quantity, value, token + 1, QuantityTraits.Digits);
                }

                return false;
            default:
                return scan.Word(token) is { } word && TryReadWord(scan, token, word, ref quantity);
        }
    }

    private static bool TryReadDigits(AmountScan scan, int token, ref Quantity quantity)
    {
        ReadOnlySpan<char> digits = scan[token];
        // Thousandths are written of millions, not of francs: "CHF 1.565 Mrd.", but "2.300 Franken".
        if (!NumberGrammar.TryParse(digits, scan.PointIsDecimal && scan.Is(token + 1, WordRoles.Magnitude), out decimal value))
        {
            return false;
        }

        int end = token + 1;
        QuantityTraits traits = QuantityTraits.Digits | (digits.ContainsAny(',', '.') && value != decimal.Truncate(value) ? QuantityTraits.Decimal : 0);
        if (digits.Length <= 3 && digits[0] != '0' && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            end = JoinGroups(scan, end, ref value, ref traits);
        }

        if (end == token + 1 && value == decimal.Truncate(value))
        {
            end = JoinFraction(scan, end, ref value, ref traits);
        }

        if (scan.Word(end) is { } fraction && fraction.Is(WordRoles.Fraction) && (scan.Kind(end) == TokenKind.Punctuation || scan.Kind(end) == TokenKind.Symbol))
        {
            value += fraction.Value; // "1½"
            end++;
        }
        else if (scan.Kind(end) == TokenKind.Number && value < 100 && scan[end].Contains('/') && NumberGrammar.TryParse(scan[end], false, out decimal part))
        {
            value += part; // "1 1/2"
            end++;
        }

        return Take(ref quantity, value, end, traits);
    }

    // "1 250 000" and "25 ' 000": groups of three digits, each behind one space.
    private static int JoinGroups(AmountScan scan, int end, ref decimal value, ref QuantityTraits traits)
    {
        decimal joined = value;
        for (int groups = 0; groups < 5; groups++)
        {
            int next = end;
            if (scan[next] is "'" or "’" && scan.Kind(next + 1) == TokenKind.Number)
            {
                next++;
            }

            ReadOnlySpan<char> group = scan[next];
            bool fits = scan.Kind(next) == TokenKind.Number && IsNarrow(scan, next) && group.Length >= 3
                && !group[..3].ContainsAnyExceptInRange('0', '9') && (group.Length == 3 || (group[3] is ',' or '.' && group.Length <= 6));
            if (!fits || !NumberGrammar.TryParse(group, pointIsDecimal: true, out decimal part))
            {
                break;
            }

            joined = (joined * 1000) + part;
            end = next + 1;
            if (group.Length > 3)
            {
                traits |= QuantityTraits.Decimal;
                break;
            }
        }

        value = joined;
        return end;
    }

    // One space, not the gap between two columns.
    private static bool IsNarrow(AmountScan scan, int token) =>
        scan.Gap(token) <= TokenGap.Space && scan.Token(token).Start - scan.Token(token - 1).End <= 1 && (scan.Gap(token) == TokenGap.None || scan.Text.Text[scan.Token(token).Start - 1] != '\t');

    // "41 ,8": a space that does not belong there.
    private static int JoinFraction(AmountScan scan, int end, ref decimal value, ref QuantityTraits traits)
    {
        bool fits = scan[end] is "," && scan.Gap(end) == TokenGap.Space && scan.Kind(end + 1) == TokenKind.Number && scan.Gap(end + 1) == TokenGap.None
            && scan[end + 1].Length <= 3 && !scan[end + 1].ContainsAnyExceptInRange('0', '9');
        if (!fits || !NumberGrammar.TryParse(scan[end + 1], false, out decimal digits))
        {
            return end;
        }

        decimal scale = scan[end + 1].Length switch { 1 => 10, 2 => 100, _ => 1000 };
        value += digits / scale;
        traits |= QuantityTraits.Decimal;
        return end + 2;
    }

    private static bool TryReadWord(AmountScan scan, int token, AmountWord word, ref Quantity quantity)
    {
        if (word.Is(WordRoles.Opening) && scan.Gap(token + 1) == TokenGap.Space && token + 1 < scan.Count
            && AmountLexicon.Find(scan.Text.Text.AsSpan(scan.Token(token).Start, Math.Min(40, scan.Token(token + 1).End - scan.Token(token).Start))) is { } pair && pair.Is(WordRoles.Vague))
        {
            return TakeVague(scan, ref quantity, pair, token + 2); // "ein paar"
        }

        if (word.Is(WordRoles.Vague))
        {
            return TakeVague(scan, ref quantity, word, token + 1);
        }

        if (word.Is(WordRoles.Fraction) && !word.Is(WordRoles.Rare))
        {
            return Take(ref quantity, word.Value, token + 1, QuantityTraits.Article);
        }

        if (word.Is(WordRoles.Article))
        {
            return TryReadArticle(scan, token, ref quantity);
        }

        if (word.Is(WordRoles.Number))
        {
            if (scan.Is(token + 1, WordRoles.Fraction) && scan.Word(token + 1)!.Value < 0.5m)
            {
                return Take(ref quantity, word.Value * scan.Word(token + 1)!.Value, token + 2, QuantityTraits.Article); // "drei viertel"
            }

            return Take(ref quantity, word.Value, token + 1, QuantityTraits.None);
        }

        if (word.Is(WordRoles.Magnitude) && !word.Is(WordRoles.Rare))
        {
            return TakeMagnitude(scan, token, word, ref quantity);
        }

        return word.Is(WordRoles.Compound) && TryReadCompound(scan, token, ref quantity);
    }

    // "eine Million", "einen Euro", "eine halbe", "eine gute Viertelmilliarde"
    private static bool TryReadArticle(AmountScan scan, int token, ref Quantity quantity)
    {
        int next = token + 1;
        if (IsPlural(scan, next))
        {
            return false; // "die einen Millionen verdienen"
        }

        if (scan.Is(next, WordRoles.Fraction))
        {
            bool opens = scan.Is(next + 1, WordRoles.And | WordRoles.Range); // "zwischen einer halben und einer Milliarde"
            return Take(ref quantity, scan.Word(next)!.Value, next + 1, opens ? QuantityTraits.None : QuantityTraits.Article); // "eine halbe"
        }

        if (scan.Is(next, WordRoles.Symbolic) && scan.Is(next + 1, WordRoles.Magnitude | WordRoles.Currency | WordRoles.Compound | WordRoles.Fraction))
        {
            quantity.Qualifier = scan[next].StartsWith("gut", StringComparison.Ordinal) ? AmountQualifier.Approximately
                : scan[next].StartsWith("knapp", StringComparison.Ordinal) ? AmountQualifier.Almost : AmountQualifier.Exact;
            next++;
        }

        if (scan.Is(next, WordRoles.Fraction) && scan.Is(next + 1, WordRoles.Magnitude))
        {
            return Take(ref quantity, scan.Word(next)!.Value, next + 1, QuantityTraits.Article); // "eine gute halbe Million"
        }

        // "zwischen einer und 1,4 Mrd.", "von einer auf vier Mrd."
        if (scan.Is(next, WordRoles.And | WordRoles.Range | WordRoles.Link) && scan.Is(token - 1, WordRoles.Between | WordRoles.Link) && scan.Is(next + 2, WordRoles.Magnitude))
        {
            return Take(ref quantity, 1, token + 1, QuantityTraits.None);
        }

        if (scan.Word(next) is { } compound && compound.Is(WordRoles.Compound) && CompoundReader.TryRead(scan[next], scan.PointIsDecimal, out Compound parts)
            && parts.HasNumber && parts.Factor != 0 && parts.Number < 1 && !parts.HasHead(scan[next]))
        {
            quantity.Factor = parts.Factor;
            return Take(ref quantity, parts.Number, next + 1, QuantityTraits.None); // "eine Viertelmilliarde"
        }

        return scan.Is(next, WordRoles.Magnitude | WordRoles.Currency | WordRoles.CountryAdjective) && Take(ref quantity, 1, scan.Is(next, WordRoles.Magnitude) ? next : token + 1, QuantityTraits.Article);
    }

    // "hundert Euro" is a number; "Millionen" alone a vague size; "die Milliarde" one.
    private static bool TakeMagnitude(AmountScan scan, int token, AmountWord word, ref Quantity quantity)
    {
        if (word.Value < 1_000_000)
        {
            return Take(ref quantity, word.Value, token + 1, QuantityTraits.None);
        }

        if (!IsPlural(scan, token))
        {
            return false;
        }

        (quantity.Low, quantity.High, quantity.Factor, quantity.End) = (1, 1000, word.Value, token + 1);
        quantity.Traits |= QuantityTraits.Vague | QuantityTraits.Numberless;
        return true;
    }

    private static bool IsPlural(AmountScan scan, int token) =>
        scan.Word(token) is { Value: >= 1_000_000 } word && word.Is(WordRoles.Magnitude) && scan.Kind(token) == TokenKind.Word
        && scan[token].EndsWith("en", StringComparison.OrdinalIgnoreCase);

    private static bool TakeVague(AmountScan scan, ref Quantity quantity, AmountWord word, int end)
    {
        (quantity.Low, quantity.High, quantity.End) = (word.Value, word.Upper, end);
        quantity.Traits |= word.Value == word.Upper ? QuantityTraits.None : QuantityTraits.Vague;
        if (scan.Kind(end) == TokenKind.Number && NumberGrammar.TryParse(scan[end], false, out decimal power) && power is 10 or 100 or 1000 or 10_000 or 100_000)
        {
            (quantity.Low, quantity.High, quantity.End) = (quantity.Low * power, quantity.High * power, end + 1); // "mehrere 100"
        }
        else if (scan.Word(end) is { } power10 && power10.Is(WordRoles.Compound) && CompoundReader.TryRead(scan[end], false, out Compound parts) && parts is { HasNumber: true, Factor: 0, Unit: null, Number: 10_000 or 100_000 })
        {
            (quantity.Low, quantity.High, quantity.End) = (quantity.Low * parts.Number, quantity.High * parts.Number, end + 1); // "mehrere Zehntausend"
        }
        else if (scan.Word(end) is { } next && next.Is(WordRoles.Vague) && next.Value >= 20 && next.Upper > next.Value)
        {
            (quantity.Low, quantity.High, quantity.End) = (next.Value, next.Upper, end + 1); // "viele Tausende"
        }

        return true;
    }

    private static bool TryReadCompound(AmountScan scan, int token, ref Quantity quantity)
    {
        if (!CompoundReader.TryRead(scan[token], scan.PointIsDecimal, out Compound compound))
        {
            return false;
        }

        if (compound.Figures > 0)
        {
            return TryReadFigures(scan, token, compound.Figures, ref quantity);
        }

        if (compound is { HasNumber: true, Factor: 0, Unit: null })
        {
            return Take(ref quantity, compound.Number, token + 1, char.IsAsciiDigit(scan[token][0]) ? QuantityTraits.Digits : QuantityTraits.None);
        }

        if (compound is { HasNumber: false, Factor: 0 })
        {
            return false;
        }

        quantity.Factor = compound.Factor;
        if (quantity.Unit is null && compound.Unit is { } unit)
        {
            quantity.Unit = unit;
            quantity.Currency = unit.Currency;
            quantity.Assumed = unit.Has(CurrencyTraits.Assumed);
        }

        bool hasHead = compound.HasHead(scan[token]);
        bool ends = !hasHead && !compound.IsSuffix;
        if (hasHead && (AmountNouns.IsListed(scan[token][compound.HeadStart..], NounKinds.NoCompound) || (compound.HasNumber && compound.Factor == 0 && compound.Number == decimal.Truncate(compound.Number) && compound.Unit is { } weak && weak.Has(CurrencyTraits.Weak))))
        {
            quantity.Status = QuantityStatus.Other;
        }

        quantity.Traits |= (ends ? QuantityTraits.None : QuantityTraits.Compound) | (compound.IsLetter ? QuantityTraits.Letter : QuantityTraits.None);
        if (!compound.HasNumber)
        {
            (quantity.Low, quantity.High, quantity.End) = (1, 1000, token + 1);
            quantity.Traits |= QuantityTraits.Vague | (ends ? QuantityTraits.Numberless : QuantityTraits.None);
            return true;
        }

        return Take(ref quantity, compound.Number, token + 1, char.IsAsciiDigit(scan[token][0]) ? QuantityTraits.Digits : QuantityTraits.None);
    }

    // "zweistelliger Millionenbetrag", "fünfstellige Summe": n figures before the unit word.
    private static bool TryReadFigures(AmountScan scan, int token, int figures, ref Quantity quantity)
    {
        decimal high = 1;
        for (int i = 0; i < figures; i++)
        {
            high *= 10;
        }

        int next = token + 1;
        AmountWord? word = scan.Word(next);
        bool sum = scan.IsCapitalized(next) && (AmountNouns.Is(scan[next], NounKinds.Money) || (figures >= 4 && scan[next] is "Bereich" or "Höhe" or "Region"));
        bool magnitude = word is not null && (word.Is(WordRoles.Magnitude | WordRoles.Currency)
            || (word.Is(WordRoles.Compound) && CompoundReader.TryRead(scan[next], false, out Compound compound) && !compound.HasNumber && (compound.Factor != 0 || compound.Unit is not null)));
        if (!sum && !magnitude)
        {
            return false;
        }

        (quantity.Low, quantity.High) = (high / 10, high);
        if (token >= 3 && scan.Is(token - 1, WordRoles.Range | WordRoles.Link) && scan[token - 2] is "-" && scan.Word(token - 3) is { Value: >= 1 and < 10 } fewer
            && fewer.Is(WordRoles.Number | WordRoles.Article) && fewer.Value < figures)
        {
            quantity.First = token - 3; // "ein- bis zweistellig"
            for (quantity.Low = 1; fewer.Value > 1; fewer = fewer with { Value = fewer.Value - 1 })
            {
                quantity.Low *= 10;
            }
        }

        quantity.End = magnitude ? next : next + 1;
        quantity.Traits |= QuantityTraits.Vague | (magnitude ? QuantityTraits.None : QuantityTraits.Compound);
        if (!magnitude)
        {
            quantity.Factor = 1;
        }

        return true;
    }

    private static bool Take(ref Quantity quantity, decimal value, int end, QuantityTraits traits)
    {
        (quantity.Low, quantity.High, quantity.End) = (value, value, end);
        quantity.Traits |= traits;
        return true;
    }
}
