using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Gives the bare figures of a table the unit that its header names once: "Kennzahlen (in Mio. Euro)".</summary>
internal static class TableReader
{
    private const int MostWordsOfRow = 9, MostLinesWithoutNumber = 3, MostLines = 200;

    public static void Read(AmountScan scan, Span<Quantity> quantities)
    {
        int first = 0; // the first quantity that no table has looked at
        for (int token = 0; token < scan.Count; token++)
        {
            if (scan.Is(token, WordRoles.Magnitude | WordRoles.Currency) && TryReadHeader(scan, token, out Header header))
            {
                while (first < quantities.Length && quantities[first].End <= token)
                {
                    first++;
                }

                if (first < quantities.Length && quantities[first].First < header.End)
                {
                    quantities[first].Status = QuantityStatus.Other; // "in Millionen Euro"
                }

                token = ReadRows(scan, quantities, header, ref first) - 1;
            }
        }
    }

    private static bool TryReadHeader(AmountScan scan, int token, out Header header)
    {
        header = default;
        int before = token - 1;
        bool names = scan[before] is "in" or "In";
        int opening = names ? before - 1 : before;
        bool bracketed = scan[opening] is "(" or "[";
        bool announced = names && (scan.Gap(before) >= TokenGap.LineBreak || AmountNouns.IsListed(scan[opening], NounKinds.Table) || (scan.IsCapitalized(opening) && AmountNouns.Is(scan[opening], NounKinds.Money) && scan.Is(token, WordRoles.Magnitude)) || scan[opening] is ":" or ",");
        if (!bracketed && !announced)
        {
            return false;
        }

        decimal factor = 0;
        int end = token;
        if (scan.Is(end, WordRoles.Magnitude) && !scan.Is(end, WordRoles.Rare))
        {
            factor = scan.Word(end)!.Value;
            end++;
        }

        if (!names && factor == 0)
        {
            return false; // "(NOK)"
        }

        if (!UnitReader.TryRead(scan, end, out CurrencyUnit unit, out Currency? currency, out end) || (bracketed && scan[end] is not (")" or "]" or "," or ";")))
        {
            return false;
        }

        // Running text says "in Euro" too; there a sentence goes on.
        if (!bracketed && !(scan.Gap(end) >= TokenGap.LineBreak || scan.Kind(end) is TokenKind.Number || scan[end] is ":" or ")"))
        {
            return false;
        }

        header = new Header(end, factor, unit, currency);
        return true;
    }

    // Reads on while the lines look like rows; gives the first token that belongs to none.
    private static int ReadRows(AmountScan scan, Span<Quantity> quantities, Header header, ref int next)
    {
        int token = header.End;
        int line = scan.Gap(token) >= TokenGap.LineBreak ? token : EndOfLine(scan, token);
        bool sameLine = HasCell(scan, quantities, token, line, next);
        if (sameLine)
        {
            ReadRow(scan, quantities, header, token, line, ref next);
            return line;
        }

        int idle = 0;
        for (int lines = 0; line < scan.Count && lines < MostLines; lines++)
        {
            token = line;
            line = EndOfLine(scan, token);
            bool cells = HasCell(scan, quantities, token, line, next);
            idle = cells ? 0 : idle + 1;
            bool ends = (lines > 0 && scan.Gap(token) == TokenGap.BlankLine && !cells) || idle > MostLinesWithoutNumber || CountWords(scan, token, line) > MostWordsOfRow;
            if (ends || IsHeaderLine(scan, token, line))
            {
                return token;
            }

            ReadRow(scan, quantities, header, token, line, ref next);
        }

        return line;
    }

    private static int EndOfLine(AmountScan scan, int token)
    {
        int end = token + 1;
        while (end < scan.Count && scan.Gap(end) < TokenGap.LineBreak)
        {
            end++;
        }

        return Math.Min(end, scan.Count);
    }

    private static bool IsHeaderLine(AmountScan scan, int from, int to)
    {
        for (int token = from + 1; token < to; token++)
        {
            if (scan.Is(token, WordRoles.Magnitude | WordRoles.Currency) && TryReadHeader(scan, token, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static int CountWords(AmountScan scan, int from, int to)
    {
        int words = 0;
        for (int token = from; token < to; token++)
        {
            words += scan.Kind(token) is TokenKind.Word or TokenKind.Abbreviation ? 1 : 0;
        }

        return words;
    }

    private static bool HasCell(AmountScan scan, ReadOnlySpan<Quantity> quantities, int from, int to, int next)
    {
        for (int i = next; i < quantities.Length && quantities[i].First < to; i++)
        {
            if (quantities[i].First >= from && IsCell(scan, quantities[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCell(AmountScan scan, in Quantity quantity) =>
        quantity.Status == QuantityStatus.Open && quantity.IsBare && quantity.Has(QuantityTraits.Digits) && !quantity.Has(QuantityTraits.Vague)
        && scan.Kind(quantity.First) == TokenKind.Number && !scan.Is(quantity.End, WordRoles.Measure) && !MoneyContext.IsYear(scan, quantity)
        && !scan.Is(quantity.First - 1, WordRoles.Date);

    private static void ReadRow(AmountScan scan, Span<Quantity> quantities, Header header, int from, int to, ref int next)
    {
        NounKinds label = NounKinds.None;
        AmountRate? rate = null;
        for (int token = from; token < to; token++)
        {
            if (scan.IsCapitalized(token) && label == NounKinds.None)
            {
                label = AmountNouns.KindOf(scan[token]);
            }

            if (RateWords.IsPer(scan[token]) && RateWords.Noun(scan[token + 1]) is { } per)
            {
                rate = per;
            }
        }

        bool counts = (label & (NounKinds.Count | NounKinds.Tally | NounKinds.Measure | NounKinds.Quota)) != 0;
        for (; next < quantities.Length && quantities[next].First < to; next++)
        {
            ref Quantity quantity = ref quantities[next];
            if (quantity.First < from || counts || !IsCell(scan, quantity))
            {
                continue;
            }

            quantity.Factor = rate is null ? header.Factor : 0;
            quantity.Unit = header.Unit;
            quantity.Currency = header.Currency;
            quantity.Assumed = header.Unit.Has(CurrencyTraits.Assumed);
            quantity.Rate = rate;
            quantity.Traits |= QuantityTraits.Cell | QuantityTraits.Borrowed;
            quantity.Status = QuantityStatus.Money;
            quantity.Confidence = 0.85;
        }
    }

    private readonly record struct Header(int End, decimal Factor, CurrencyUnit Unit, Currency? Currency);
}
