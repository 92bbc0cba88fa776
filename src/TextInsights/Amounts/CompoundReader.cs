using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Amounts;

/// <summary>Takes compounds and hyphen chains apart: number, magnitude, currency, head noun, each of them optional.</summary>
internal static class CompoundReader
{
    /// <summary>Longer tokens are no words.</summary>
    public const int MaximumLength = 80;

    /// <summary>Whether a token that the word lists do not know is worth taking apart.</summary>
    public static bool MayHoldAmount(ReadOnlySpan<char> token) =>
        token.Length is > 1 and <= MaximumLength
        && (IsDigit(token[0]) || NumberWords.MayStart(token) || token.Contains("illi", StringComparison.OrdinalIgnoreCase)
            || token.StartsWith("halb", StringComparison.OrdinalIgnoreCase) || token.StartsWith("euro", StringComparison.OrdinalIgnoreCase));

    public static bool TryRead(ReadOnlySpan<char> token, bool pointIsDecimal, out Compound compound)
    {
        compound = default;
        int position = ReadNumber(token, pointIsDecimal, ref compound);
        ReadOnlySpan<char> rest = token[position..];
        if (compound.HasNumber && SkipHyphen(rest).StartsWith("stellig", StringComparison.OrdinalIgnoreCase))
        {
            compound.Figures = compound.Number is >= 1 and <= 15 && decimal.Truncate(compound.Number) == compound.Number ? (int)compound.Number : 0;
            return compound.Figures > 0;
        }

        if (compound.HasNumber && rest.Length > 0 && !IsHyphen(rest[0]) && char.IsLetter(rest[0]) && IsSmallEnding(rest))
        {
            return false;
        }

        rest = ReadMagnitude(rest, ref compound);
        rest = ReadUnit(rest, ref compound);
        compound.HeadStart = token.Length - SkipHyphen(rest).Length;
        bool hasHead = compound.HasHead(token);
        if (compound.Factor == 0 && compound.Unit is null)
        {
            return compound.HasNumber ? !hasHead : TryReadSuffix(token, ref compound);
        }

        return compound.Factor != 0 || compound.HasNumber || hasHead;
    }

    private static int ReadNumber(ReadOnlySpan<char> token, bool pointIsDecimal, ref Compound compound)
    {
        int end = 0;
        if (IsDigit(token[0]))
        {
            while (end < token.Length && (IsDigit(token[end]) || token[end] is '.' or ',' || IsApostrophe(token[end])))
            {
                end++;
            }

            compound.HasNumber = NumberGrammar.TryParse(token[..end], pointIsDecimal, out compound.Number);
            return compound.HasNumber ? end : 0;
        }

        foreach ((string word, decimal value) in (ReadOnlySpan<(string, decimal)>)[("dreiviertel", 0.75m), ("viertel", 0.25m), ("halbe", 0.5m), ("halb", 0.5m), ("eine", 1m)])
        {
            if (token.StartsWith(word, StringComparison.OrdinalIgnoreCase) && token.Length > word.Length
                && (IsHyphen(token[word.Length]) || StartsMagnitude(token[word.Length..])))
            {
                (compound.HasNumber, compound.Number) = (true, value);
                return word.Length;
            }
        }

        compound.HasNumber = NumberWords.TryRead(token, out compound.Number, out int length);
        return length;
    }

    // "drei" must not be found in "dreist", "acht" not in "achten": behind a number word only a magnitude or a unit may follow.
    private static bool IsSmallEnding(ReadOnlySpan<char> rest) =>
        !StartsMagnitude(rest) && !(AmountLexicon.Find(rest) is { } word && word.Is(WordRoles.Magnitude | WordRoles.Currency));

    private static bool StartsMagnitude(ReadOnlySpan<char> text)
    {
        foreach ((string stem, _) in AmountLexicon.MagnitudeStems)
        {
            if (text.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> ReadMagnitude(ReadOnlySpan<char> text, scoped ref Compound compound)
    {
        ReadOnlySpan<char> rest = SkipHyphen(text);
        ReadOnlySpan<char> part = Part(rest);
        if (AmountLexicon.Find(part) is { } word && word.Is(WordRoles.Magnitude) && (!word.Is(WordRoles.Rare) || (compound.HasNumber && rest.Length == text.Length)))
        {
            compound.Factor = word.Value;
            compound.IsLetter = word.Is(WordRoles.Rare);
            rest = rest[part.Length..];

            // "200-Tausend-…", "hundert-Millionen-…" stay one magnitude; "Tausend-Milliarden" does not occur.
            return rest;
        }

        foreach ((string stem, decimal value) in AmountLexicon.MagnitudeStems)
        {
            if (rest.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && (IsPlural(stem) || rest.Length == stem.Length || IsHyphen(rest[stem.Length])))
            {
                compound.Factor = value;
                return rest[stem.Length..];
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> ReadUnit(ReadOnlySpan<char> text, scoped ref Compound compound)
    {
        ReadOnlySpan<char> rest = SkipHyphen(text);
        ReadOnlySpan<char> part = Part(rest);
        if (part.Length < rest.Length)
        {
            // "US-Dollar", "D-Mark": the hyphen belongs to the name.
            ReadOnlySpan<char> two = rest[..(part.Length + 1 + Part(rest[(part.Length + 1)..]).Length)];
            if (UnitOf(two) is { } longer)
            {
                compound.Unit = longer;
                return rest[two.Length..];
            }
        }

        // "5Euro" and "Fünf-Euro-Schein", but "Hundertpfund" and "400KM" are other things.
        bool glued = rest.Length == text.Length && compound.Factor == 0;
        if (UnitOf(part) is { } unit && !(glued && unit.Has(CurrencyTraits.Weak | CurrencyTraits.Assumed)))
        {
            compound.Unit = unit;
            return rest[part.Length..];
        }

        if ((compound.HasNumber || compound.Factor != 0 || rest.Length > 4) && rest.StartsWith("euro", StringComparison.OrdinalIgnoreCase) && UnitOf("Euro") is { } euro)
        {
            compound.Unit = euro;
            return rest[4..];
        }

        return text;
    }

    private static CurrencyUnit? UnitOf(ReadOnlySpan<char> name) => AmountLexicon.Find(name) is { Unit: { } unit } && !unit.Has(CurrencyTraits.Rare) ? unit : null;

    // "Millionenbetrag", but "Millionär" and "millionste" are no money.
    private static bool IsPlural(string stem) => stem.EndsWith("en", StringComparison.Ordinal) || stem.EndsWith("EN", StringComparison.Ordinal);

    private static bool TryReadSuffix(ReadOnlySpan<char> token, ref Compound compound)
    {
        foreach ((string stem, decimal value) in AmountLexicon.MagnitudeStems)
        {
            if (value >= 1_000_000 && IsPlural(stem) && token.Length > stem.Length + 2 && token.EndsWith(stem, StringComparison.OrdinalIgnoreCase))
            {
                (compound.Factor, compound.IsSuffix) = (value, true);
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> SkipHyphen(ReadOnlySpan<char> text) => text.Length > 0 && IsHyphen(text[0]) ? text[1..] : text;

    private static ReadOnlySpan<char> Part(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && !IsHyphen(text[end]))
        {
            end++;
        }

        return text[..end];
    }
}
