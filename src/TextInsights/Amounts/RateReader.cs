using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads what amounts are per: "je Aktie", "im Monat", "jährlich", "die Tonne Kupfer kostete".</summary>
internal static class RateReader
{
    private const int BehindReach = 5, BeforeReach = 12, AdverbReach = 5, CompoundReach = 8;

    /// <summary>Reads the rates of all amounts; elliptic ones share that of their neighbour.</summary>
    public static void Read(AmountScan scan, Span<Quantity> quantities)
    {
        int last = -1, taken = 0;
        for (int i = 0; i < quantities.Length; i++)
        {
            if (quantities[i].Status != QuantityStatus.Money)
            {
                continue;
            }

            if (quantities[i].Has(QuantityTraits.Cell))
            {
                last = i;
                continue;
            }

            int next = i + 1 < quantities.Length ? quantities[i + 1].First : int.MaxValue;
            quantities[i].Rate = ReadBehind(scan, quantities[i].End, next, out int end) ?? ReadBefore(scan, quantities[i], Math.Max(taken, last < 0 ? 0 : quantities[last].End));
            taken = end;
            last = i;
        }

        Share(scan, quantities);
    }

    private static AmountRate? ReadBehind(AmountScan scan, int from, int next, out int end)
    {
        int sentence = scan.Text.SentenceOf(from - 1);
        end = from;
        for (int token = from; token < scan.Count && token < next && token - from < BehindReach && scan.Text.SentenceOf(token) == sentence; token++)
        {
            bool per = RateWords.IsPer(scan[token]);
            if (per || (scan[token] is "/" && scan.Gap(token) <= TokenGap.Space))
            {
                return RateOf(scan, token + 1, per && scan[token] is not ("per" or "à") ? AmountRate.Unit : null, out end);
            }

            if (Period(scan, token, adjacent: token == from || (token == from + 1 && scan.Is(from, WordRoles.Filler)), out end) is { } period)
            {
                return period;
            }

            if (RateWords.Adverb(scan[token]) is { } adverb)
            {
                end = token + 1;
                return adverb;
            }

            if (scan.Kind(token) == TokenKind.Punctuation || scan.Is(token, WordRoles.Link | WordRoles.And))
            {
                break;
            }
        }

        end = from;
        return null;
    }

    // "im Jahr", "am Tag", "in der Stunde", "die Woche", "das Kilo"
    private static AmountRate? Period(AmountScan scan, int token, bool adjacent, out int end)
    {
        end = token;
        bool timed = scan[token] is "im" or "am" or "in" or "jedes" or "jeden" or "jede" or "Jedes" or "Jeden" or "Jede" or "Im";
        if (!timed && !(adjacent && scan[token] is "die" or "das" or "den" or "der"))
        {
            return null;
        }

        int noun = token + (scan[token] is "in" && scan[token + 1] is "der" or "einer" ? 2 : 1);
        if (RateWords.Noun(scan[noun]) is not { } rate || scan.Kind(noun + 1) == TokenKind.Number || scan.Is(noun + 1, WordRoles.Date)
            || scan[noun + 1] is "zuvor" or "darauf" or "davor" or "danach" or "vorher" or "später" or "vor" or "nach")
        {
            return null;
        }

        end = noun + 1;
        bool time = RateWords.IsTime(rate);
        bool fits = timed ? time : RateWords.IsMeasure(rate) || rate is AmountRate.Hour or AmountRate.Month or AmountRate.Week;
        return fits ? rate : null;
    }

    private static AmountRate? ReadBefore(AmountScan scan, in Quantity quantity, int limit)
    {
        int first = quantity.First;
        int start = Math.Max(limit, scan.Text.Sentences[scan.Text.SentenceOf(first)].FirstToken);
        for (int token = first - 1; token >= start && first - token <= BeforeReach; token--)
        {
            int distance = first - token;
            if (distance > 1 && RateWords.IsPer(scan[token]) && RateOf(scan, token + 1, null, out _) is { } per)
            {
                return per;
            }

            if (distance <= AdverbReach && (RateWords.Adverb(scan[token]) ?? RateWords.Adjective(scan[token]) ?? Period(scan, token, adjacent: false, out _)) is { } time)
            {
                return time;
            }

            if (distance <= CompoundReach && RateWords.Compound(scan[token]) is { } compound)
            {
                return compound;
            }

            if (quantity.Factor == 0 && PriceOf(scan, token, distance) is { } price)
            {
                return price;
            }
        }

        return null;
    }

    // "die Tonne Kupfer kostete", "Brent kostete", "das Stück zu", "ein Roller kostete", "Aktien zu je"
    private static AmountRate? PriceOf(AmountScan scan, int token, int distance)
    {
        if (RateWords.Noun(scan[token]) is { } noun)
        {
            bool determined = RateWords.IsDeterminer(scan[token - 1]);
            if ((determined && (RateWords.IsMeasure(noun) || scan[token] is "Stück")) || (noun == AmountRate.Share && distance <= 6 && IsEach(scan, token + distance)))
            {
                return noun;
            }
        }

        if (RateWords.Topic(scan[token]) is { } topic)
        {
            return topic;
        }

        // "Ein Pedelec kostet", not "Ein Teil der Kosten"
        return distance <= 8 && scan[token] is "kostet" or "kostete" or "koste" or "kosteten" ? OnePiece(scan, token) : null;
    }

    private static bool IsEach(AmountScan scan, int first) => scan[first - 1] is "je" or "à" or "jeweils";

    private static AmountRate? OnePiece(AmountScan scan, int verb)
    {
        int start = scan.Text.Sentences[scan.Text.SentenceOf(verb)].FirstToken;
        for (int token = verb - 1; token >= start && verb - token <= 6; token--)
        {
            if (scan[token] is ",")
            {
                return null;
            }

            if (scan[token] is "Ein" or "Eine" or "ein" or "eine")
            {
                int noun = scan.IsCapitalized(token + 1) ? token + 1 : token + 2;
                return RateWords.Noun(scan[noun]) ?? (scan.IsCapitalized(noun) ? AmountRate.Unit : null);
            }
        }

        return null;
    }

    // The noun behind "je": an adjective may stand before it, a period behind a person or thing wins ("pro Zimmer und Nacht").
    private static AmountRate? RateOf(AmountScan scan, int token, AmountRate? unknown, out int end)
    {
        end = token;
        for (int i = 0; i < 2; i++, token++)
        {
            AmountRate? rate = RateWords.Noun(scan[token]) ?? RateWords.NounEnd(scan[token]);
            bool leads = i == 0 && RateWords.Noun(scan[token + 1]) is not null; // "je Neuer Aktie"
            rate ??= scan.IsCapitalized(token) && !leads && scan[token + 1] is not "-" ? unknown : null;
            if (rate is { } found)
            {
                end = token + 1;
                bool period = !RateWords.IsMeasure(found) && scan[token + 1] is "und" && RateWords.Noun(scan[token + 2]) is { } time && RateWords.IsTime(time);
                return period ? RateWords.Noun(scan[token + 2]) : found;
            }

            if (scan.Kind(token) != TokenKind.Word || scan[token].Length < 4)
            {
                return null;
            }
        }

        return null;
    }

    // "von 80 auf 21 Dollar pro Tonne", "1,40 Euro je Aktie, nach 70 Cent"
    private static void Share(AmountScan scan, Span<Quantity> quantities)
    {
        for (int i = quantities.Length - 2; i >= 0; i--)
        {
            if (quantities[i].Rate is null && quantities[i + 1].Rate is not null && AreLinked(scan, quantities[i], quantities[i + 1]))
            {
                quantities[i].Rate = quantities[i + 1].Rate;
            }
        }

        for (int i = 0; i < quantities.Length; i++)
        {
            ref Quantity quantity = ref quantities[i];
            if (quantity.Rate is not null || quantity.Status != QuantityStatus.Money)
            {
                continue;
            }

            if (quantity.Giver is { } giver)
            {
                quantity.Rate = quantities[giver].Rate;
            }
            else if (i > 0 && IsEarlierOrDifference(scan, quantities[i - 1], quantity))
            {
                quantity.Rate = quantities[i - 1].Rate;
            }
            else if (i > 0 && quantities[i - 1].Rate is not null && AreLinked(scan, quantities[i - 1], quantity))
            {
                quantity.Rate = quantities[i - 1].Rate;
            }
        }
    }

    // "kostete 3.985 Dollar je Unze, 38 Dollar mehr als am Freitag", "vor drei Jahren waren es 450 Euro"
    private static bool IsEarlierOrDifference(AmountScan scan, in Quantity before, in Quantity quantity)
    {
        int apart = scan.Text.SentenceOf(quantity.First) - scan.Text.SentenceOf(before.First);
        if (before.Rate is null || before.Status != QuantityStatus.Money || before.Currency != quantity.Currency || apart > 1 || quantity.First - before.End > BeforeReach)
        {
            return false;
        }

        bool difference = apart == 0 && scan[quantity.End] is "mehr" or "weniger" or "teurer" or "billiger" or "höher" or "niedriger" && scan[quantity.End + 1] is "als";
        int start = QualifierReader.Start(scan, quantity.First);
        bool earlier = (scan.Is(start - 1, WordRoles.Being) || scan.Is(start - 2, WordRoles.Being)) && quantity.Maximum <= before.Maximum * 30 && before.Maximum <= quantity.Maximum * 30;
        return difference || earlier;
    }

    private static bool AreLinked(AmountScan scan, in Quantity first, in Quantity second)
    {
        int gap = second.First - first.End;
        bool conversion = gap <= 7 && first.Currency != second.Currency && EllipsisLinker.IsBracketed(scan, second.First) && !EllipsisLinker.IsBracketed(scan, first.First);
        bool change = gap == 1 && scan[first.End] is "auf"; // "um 5,50 auf 873,40 Dollar"
        if (first.Status != QuantityStatus.Money || second.Status != QuantityStatus.Money || gap is < 1 or > 9 || (first.Currency != second.Currency && !conversion)
            || scan.Text.SentenceOf(first.First) != scan.Text.SentenceOf(second.First) || !(change || conversion || (first.Minimum <= second.Maximum * 30 && second.Minimum <= first.Maximum * 30)))
        {
            return false;
        }

        if (conversion)
        {
            return true;
        }

        for (int token = second.First - 1; token >= first.End && second.First - token <= 4; token--)
        {
            if (scan[token] is "auf" or "nach" or "statt" or "gegenüber" or "bis" || scan.Is(token, WordRoles.Previous))
            {
                return true;
            }
        }

        return false;
    }
}
