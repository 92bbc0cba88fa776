using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Gives numbers the magnitude and currency that they share with a neighbour: "von 176 auf 166 Milliarden Euro", "zuvor 26".</summary>
internal static class EllipsisLinker
{
    private const int TightReach = 8, LooseReach = 16, BackReach = 40;

    public static void Link(AmountScan scan, Span<Quantity> quantities)
    {
        for (int i = quantities.Length - 2; i >= 0; i--)
        {
            if (IsCandidate(scan, quantities[i]))
            {
                LinkForward(scan, quantities, i);
            }
        }

        for (int i = 1; i < quantities.Length; i++)
        {
            if (IsCandidate(scan, quantities[i]))
            {
                LinkBackward(scan, quantities, i);
            }
        }
    }

    private static bool IsCandidate(AmountScan scan, in Quantity quantity) =>
        quantity.Status == QuantityStatus.Open && !quantity.Has(QuantityTraits.Vague | QuantityTraits.Article) && quantity.Unit is null
        && !MoneyContext.IsOtherNumber(scan, quantity);

    private static void LinkForward(AmountScan scan, Span<Quantity> quantities, int i)
    {
        ref Quantity taker = ref quantities[i];
        int sentence = scan.Text.SentenceOf(taker.First);
        for (int j = i + 1; j < quantities.Length && j <= i + 3; j++)
        {
            ref Quantity giver = ref quantities[j];
            int gap = giver.First - taker.End;
            if (gap > LooseReach || scan.Text.SentenceOf(giver.First) != sentence)
            {
                return;
            }

            if (!IsGiver(giver))
            {
                continue;
            }

            bool listed = gap == 1 && scan[taker.End] is "," && giver.Has(QuantityTraits.Borrowed); // "499, 599 und 699 Euro"
            if (listed || (gap <= TightReach && (IsTight(scan, taker.End, giver.First) || (IsComparable(taker, giver, 30) && IsParallel(scan, taker, giver.First)))))
            {
                Borrow(ref taker, giver, j, 0.975);
            }
            else if (IsComparable(taker, giver, 30) && IsStead(scan, taker.First))
            {
                Borrow(ref taker, giver, j, 0.92);
            }
            else if (taker.Has(QuantityTraits.Decimal) && gap <= TightReach && IsComparable(taker, giver, 4) && EndsPhrase(scan, taker.End))
            {
                Borrow(ref taker, giver, j, 0.7); // "im Standardmodell 61,20, mit Rabatt noch 53,80 Franken"
            }

            return;
        }
    }

    private static bool IsGiver(in Quantity quantity) =>
        quantity.Status == QuantityStatus.Money && !quantity.IsBare && (quantity.Unit is not null || quantity.Factor >= 1000) && (!quantity.Has(QuantityTraits.Vague) || quantity.Has(QuantityTraits.Range))
        && (!quantity.Has(QuantityTraits.Compound) || quantity.Has(QuantityTraits.Digits));

    // Only joints, qualifiers, years and brackets between the numbers.
    private static bool IsTight(AmountScan scan, int from, int to)
    {
        bool linked = false, inBracket = false;
        for (int token = from; token < to; token++)
        {
            if (scan.Is(token, WordRoles.Link | WordRoles.And | WordRoles.Previous | WordRoles.Range) || scan[token] is "(" or ")" or "/" or "–")
            {
                linked = true;
                inBracket = scan[token] is "(" || (inBracket && scan[token] is not ")");
            }
            else if (!MayStandInLink(scan, token) && !(inBracket && to - from <= 5 && scan.Kind(token) == TokenKind.Word)
                && !(linked && (scan.Is(token, WordRoles.Article) || (scan.IsCapitalized(token) && AmountNouns.KindOf(scan[token]) == NounKinds.Money))))
            {
                return false;
            }
        }

        return linked;
    }

    private static bool MayStandInLink(AmountScan scan, int token) =>
        scan[token] is "," or ":" or "-" or "[" or "]" or ";" || IsYear(scan[token])
        || scan.Is(token, WordRoles.Filler | WordRoles.Qualifier | WordRoles.Preposition | WordRoles.Date);

    // "mit 33 und den Partner mit nur 15 Millionen Euro": the same preposition twice.
    private static bool IsParallel(AmountScan scan, in Quantity taker, int to)
    {
        int first = QualifierReader.Start(scan, taker.First) - 1, second = QualifierReader.Start(scan, to) - 1;
        return second > taker.End && scan.Is(first, WordRoles.Preposition) && scan.Is(first, scan[second]) && HasComma(scan, taker.End, second);
    }

    private static bool IsYear(ReadOnlySpan<char> text) => text.Length == 4 && text[..2] is "19" or "20" && !text.ContainsAnyExceptInRange('0', '9');

    // "statt 51 bietet er nun 58 Franken"
    private static bool IsStead(AmountScan scan, int first)
    {
        for (int token = first - 1; token >= 0 && first - token <= 7 && scan[token] is not ("." or ";"); token--)
        {
            if (scan.Is(token, WordRoles.Stead))
            {
                return true;
            }
        }

        return false;
    }

    private static void LinkBackward(AmountScan scan, Span<Quantity> quantities, int i)
    {
        ref Quantity taker = ref quantities[i];
        bool bracketed = IsBracketed(scan, taker.First);
        for (int j = i - 1; j >= 0 && j >= i - 6 && taker.First - quantities[j].End <= BackReach; j--)
        {
            ref Quantity giver = ref quantities[j];
            if (j == i - 1 && giver.IsBare && scan.Is(giver.End, WordRoles.Measure) && !scan.Is(giver.End, WordRoles.Date) && IsComparable(taker, giver, 8))
            {
                return; // "15,2 Prozent. Bislang waren es 14."
            }

            if (!IsGiver(giver) || (!bracketed && IsBracketed(scan, giver.First)))
            {
                continue;
            }

            // "240 Millionen, 30 davon für …"
            bool part = j == i - 1 && scan[taker.End] is "davon" && taker.High < giver.High && IsComparable(taker, giver, 100);
            double confidence = part ? 0.85 : ConfidenceOf(scan, taker, giver, bracketed);
            if (confidence > 0)
            {
                Borrow(ref taker, giver, j, confidence);
            }

            return;
        }
    }

    private static double ConfidenceOf(AmountScan scan, in Quantity taker, in Quantity giver, bool bracketed)
    {
        int apart = scan.Text.SentenceOf(taker.First) - scan.Text.SentenceOf(giver.First);
        int start = QualifierReader.Start(scan, taker.First);
        if (apart == 0 && taker.First - giver.End <= TightReach && IsComparable(taker, giver, 20) && IsTight(scan, giver.End, taker.First))
        {
            return 0.9;
        }

        if (bracketed)
        {
            bool earlier = scan.Is(start - 1, WordRoles.Previous) || (scan[start - 1] is ":" && scan.Is(start - 2, WordRoles.Previous));
            return earlier && apart == 0 && IsComparable(taker, giver, 8) ? 0.9 : 0;
        }

        bool ends = EndsPhrase(scan, taker.End);
        if (apart == 0 && taker.First - giver.End <= LooseReach && IsComparable(taker, giver, 3) && IsStead(scan, giver.First))
        {
            return 0.8; // "Statt 71 bis 81 Millionen Euro werden nur noch 60 bis 70 erwartet"
        }

        if (apart == 0 && scan[taker.End] is "mehr" or "weniger" && scan[taker.End + 1] is "als" && IsComparable(taker, giver, 20))
        {
            return 0.88; // "zahlt 2500 Franken, also 500 mehr als bisher"
        }

        bool exactNumber = taker.Has(QuantityTraits.Decimal) || taker.High >= 1000;
        if (apart == 0 && taker.Has(QuantityTraits.Decimal) && giver.Has(QuantityTraits.Decimal) && taker.High < 100 && scan[taker.First].Length >= 6 && IsComparable(taker, giver, 1.1m))
        {
            return 0.9; // exchange rates: "bei 1,1582 Dollar, nachdem sie noch 1,1631 gekostet hatte"
        }

        if (apart == 0 && scan.Is(start - 1, WordRoles.Being) && exactNumber && IsComparable(taker, giver, 8))
        {
            return 0.85; // "vom Kredit über 300.000 Euro sind noch 210.000 offen"
        }

        if (apart > 1 || !ends)
        {
            return 0;
        }

        const WordRoles Earlier = WordRoles.Previous | WordRoles.Being;
        bool previous = scan.Is(start - 1, Earlier) || scan.Is(start - 2, Earlier) || scan.Is(start - 3, Earlier);
        if (previous && IsComparable(taker, giver, exactNumber ? 15 : 8))
        {
            return 0.92;
        }

        if (exactNumber && IsComparable(taker, giver, 3) && ClosesClause(scan, taker.End) && (AmountNouns.IsMoneyVerb(scan[start - 1]) || AmountNouns.IsMoneyVerb(scan[start - 2])))
        {
            return 0.8; // "ein Souschef verlangt 4.500."
        }

        bool preposition = scan.Is(start - 1, WordRoles.Preposition | WordRoles.Link);
        if (preposition && taker.Has(QuantityTraits.Decimal) && IsComparable(taker, giver, 3))
        {
            return 0.9;
        }

        if (apart == 0 && scan[start - 1] is "auf" && ClosesClause(scan, taker.End) && IsComparable(taker, giver, 3) && taker.First - giver.End <= TightReach)
        {
            return 0.85; // "von 300 Franken steigt auf 500."
        }

        // "Accell bietet 48 Millionen Euro, Quercus 52.": the same clause once more, shortened.
        bool gapped = apart == 0 && taker.First - giver.End <= LooseReach && IsComparable(taker, giver, exactNumber ? 5 : 3) && scan.IsCapitalized(start - 1)
            && (ClosesClause(scan, taker.End) || scan.Is(taker.End, WordRoles.And)) && HasComma(scan, giver.End, taker.First);
        return gapped ? 0.88 : 0;
    }

    private static bool ClosesClause(AmountScan scan, int end) => end >= scan.Count || scan[end] is "." or ";" or "," or ")" or "–" || scan.Gap(end) >= TokenGap.LineBreak;

    private static bool HasComma(AmountScan scan, int from, int to)
    {
        for (int token = from; token < to; token++)
        {
            if (scan[token] is "," or ";" || scan.Is(token, WordRoles.And))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsPhrase(AmountScan scan, int end) =>
        end >= scan.Count || scan.Gap(end) >= TokenGap.LineBreak || scan.Kind(end - 1) == TokenKind.Ordinal
        || (scan.Kind(end) == TokenKind.Punctuation && scan[end] is not ("-" or "/" or "(")) || scan[end] is "sein" or "gewesen" || scan.Is(end, WordRoles.Preposition | WordRoles.Link | WordRoles.And);

    /// <summary>Whether a number stands in brackets that opened shortly before it.</summary>
    public static bool IsBracketed(AmountScan scan, int first)
    {
        for (int token = first - 1; token >= 0 && first - token <= 6; token--)
        {
            if (scan[token] is "(" or "[")
            {
                return true;
            }

            if (scan[token] is ")" or "]" or ".")
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsComparable(in Quantity taker, in Quantity giver, decimal ratio)
    {
        decimal a = taker.High, b = giver.High;
        return a > 0 && b > 0 && a <= b * ratio && b <= a * ratio;
    }

    private static void Borrow(ref Quantity taker, in Quantity giver, int giverIndex, double confidence)
    {
        taker.Giver = giverIndex;
        taker.Unit = giver.Unit;
        taker.Currency = giver.Currency;
        taker.Assumed = giver.Assumed;
        if (giver.Unit is { Factor: 0.01m } part && taker.Has(QuantityTraits.Decimal) && taker.High < 20 && taker.High < giver.High)
        {
            taker.Unit = part with { Factor = 1 }; // "um 20 Cent auf 1,89"
        }

        if (taker.Factor == 0 && giver.Factor != 0 && (taker.High < 1000 || IsComparable(taker, giver, 100)))
        {
            taker.Factor = giver.Factor;
        }

        taker.Traits |= QuantityTraits.Borrowed;
        taker.Status = QuantityStatus.Money;
        taker.Confidence = Math.Min(confidence, giver.Confidence);
    }
}
