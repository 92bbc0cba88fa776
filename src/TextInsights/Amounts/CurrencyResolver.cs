namespace TextInsights.Amounts;

/// <summary>Decides the currencies that an amount does not tell itself, from the rest of the document.</summary>
internal static class CurrencyResolver
{
    /// <summary>Tokens at the beginning of a text that tell most about its country.</summary>
    private const int Opening = 40;

    public static void Resolve(AmountScan scan, Span<Quantity> quantities)
    {
        ResolveNames(scan, quantities);
        ResolveCents(scan, quantities);
        LendCurrencies(scan, quantities);
    }

    // "Kronen", "Dollar": what the document says elsewhere, the countries it speaks of, the usual reading.
    private static void ResolveNames(AmountScan scan, Span<Quantity> quantities)
    {
        for (int i = 0; i < quantities.Length; i++)
        {
            ref Quantity quantity = ref quantities[i];
            if (quantity.Unit is not { } unit || unit.Family.Length == 0 || quantity.Has(QuantityTraits.Resolved) || (quantity.Currency is not null && !quantity.Assumed) || unit.Family == "cent")
            {
                continue;
            }

            Currency? currency = unit.Currency is null
                ? FromCountries(scan, unit) ?? Stated(quantities, unit.Family)
                : Stated(quantities, unit.Family) ?? FromCountries(scan, unit);
            for (int j = i; j < quantities.Length; j++)
            {
                ref Quantity other = ref quantities[j];
                if (other.Unit?.Family == unit.Family && (other.Currency is null || other.Assumed))
                {
                    other.Currency = currency ?? other.Currency ?? unit.Currency;
                    other.Assumed = currency is null || currency == unit.Currency;
                    other.Traits |= QuantityTraits.Resolved;
                }
            }
        }
    }

    private static Currency? Stated(ReadOnlySpan<Quantity> quantities, string family)
    {
        Currency? best = null;
        int most = 0;
        for (int i = 0; i < quantities.Length && i < 200; i++)
        {
            if (!IsStated(quantities[i], family))
            {
                continue;
            }

            int count = 0;
            for (int j = i; j < quantities.Length && j < 200; j++)
            {
                count += IsStated(quantities[j], family) && quantities[j].Currency == quantities[i].Currency ? 1 : 0;
            }

            if (count > most)
            {
                (most, best) = (count, quantities[i].Currency);
            }
        }

        return best;
    }

    private static bool IsStated(in Quantity quantity, string family) =>
        quantity.Status == QuantityStatus.Money && !quantity.Assumed && quantity.Currency is not null && quantity.Unit?.Family == family;

    private static Currency? FromCountries(AmountScan scan, CurrencyUnit unit)
    {
        Span<int> votes = stackalloc int[CurrencyRegions.Rows.Length];
        for (int token = 0; token < scan.Count; token++)
        {
            if (scan.Word(token) is { Country: >= 0 } word && CurrencyRegions.Find(word.Country, unit.Family) is not null)
            {
                votes[word.Country] += token < Opening ? 3 : 1;
            }
        }

        int best = -1, usual = 0;
        for (int country = 0; country < votes.Length; country++)
        {
            if (votes[country] == 0)
            {
                continue;
            }

            best = best < 0 || votes[country] > votes[best] ? country : best;
            usual += CurrencyRegions.Find(country, unit.Family) == unit.Currency ? votes[country] : 0;
        }

        // A name with a usual reading needs more than a passing mention of another country.
        bool convincing = best >= 0 && (unit.Currency is null || (usual == 0 && votes[best] >= 4));
        return convincing ? CurrencyRegions.Find(best, unit.Family) : null;
    }

    // "Cent" is a part of the currency that its sentence, else the document, counts in.
    private static void ResolveCents(AmountScan scan, Span<Quantity> quantities)
    {
        Currency? main = null;
        bool mixed = false;
        foreach (ref Quantity quantity in quantities)
        {
            if (quantity.Status == QuantityStatus.Money && quantity.Unit is { Family: "dollar" or "euro" or "rubel" or "rand" })
            {
                mixed |= main is not null && main != quantity.Currency;
                main ??= quantity.Currency;
            }
        }

        for (int i = 0; i < quantities.Length; i++)
        {
            ref Quantity quantity = ref quantities[i];
            if (quantity.Unit?.Family is not "cent")
            {
                continue;
            }

            Currency? near = Near(scan, quantities, i, 1) ?? Near(scan, quantities, i, -1) ?? (mixed ? null : main);
            quantity.Currency = near ?? new Currency("EUR");
            quantity.Assumed = near is null || quantity.Assumed;
        }
    }

    private static Currency? Near(AmountScan scan, ReadOnlySpan<Quantity> quantities, int i, int step)
    {
        for (int j = i + step; j >= 0 && j < quantities.Length && Math.Abs(j - i) <= 3; j += step)
        {
            if (scan.Text.SentenceOf(quantities[j].First) != scan.Text.SentenceOf(quantities[i].First))
            {
                return null;
            }

            if (quantities[j].Status == QuantityStatus.Money && quantities[j].Unit is { Family: "dollar" or "euro" })
            {
                return quantities[j].Currency;
            }
        }

        return null;
    }

    // "300 Millionen": the currency of the amount before it that is no conversion in brackets, else of the next one.
    private static void LendCurrencies(AmountScan scan, Span<Quantity> quantities)
    {
        Quantity? last = null, lasting = null;
        int waiting = 0;
        for (int i = 0; i < quantities.Length; i++)
        {
            ref Quantity quantity = ref quantities[i];
            if (quantity.Status != QuantityStatus.Money)
            {
                continue;
            }

            if (quantity.Unit is null)
            {
                bool outdated = last is { Unit: { } unit } && unit.Has(CurrencyTraits.Historic) && scan.Text.SentenceOf(quantity.First) - scan.Text.SentenceOf(last.Value.First) > 1;
                if ((outdated ? lasting : last) is { } giver && Takes(quantity))
                {
                    Lend(ref quantity, giver);
                }
            }
            else if (quantity.Currency is not null && !(last is not null && EllipsisLinker.IsBracketed(scan, quantity.First)))
            {
                last = quantity;
                lasting = quantity.Unit.Has(CurrencyTraits.Historic) ? lasting : quantity;
                for (; waiting < i; waiting++)
                {
                    if (quantities[waiting] is { Status: QuantityStatus.Money, Unit: null, Currency: null } && Takes(quantities[waiting]))
                    {
                        Lend(ref quantities[waiting], quantity);
                    }
                }
            }
        }
    }

    private static bool Takes(in Quantity quantity) => !quantity.Has(QuantityTraits.Vague);

    private static void Lend(ref Quantity taker, in Quantity giver)
    {
        taker.Currency = giver.Currency;
        taker.Assumed = giver.Assumed;
        taker.Traits |= QuantityTraits.Borrowed;
    }
}
