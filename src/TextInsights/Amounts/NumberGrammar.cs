using System.Globalization;
using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Amounts;

/// <summary>Reads numbers written in digits the German way, the Swiss way, and the English way where nothing else is possible.</summary>
internal static class NumberGrammar
{
    private const int MaximumDigits = 18;

    /// <summary>A number of a word list: English, invariant; 0 for an empty cell.</summary>
    public static decimal Invariant(string cell) => cell.Length == 0 ? 0 : decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>
    /// "1.234,56", "1'250.50", "1,234.56", "12,5", "12.5", "1½", "1.250" (thousands, unless <paramref name="pointIsDecimal"/>), "3/4".
    /// False for dates, times and anything else with digits.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, bool pointIsDecimal, out decimal value)
    {
        value = 0;
        if (text.Length > 0 && CharUnicodeInfo.GetNumericValue(text[^1]) is > 0 and < 1 and var part)
        {
            bool whole = text.Length > 1;
            value = (decimal)part; // "½", "1½"
            return !whole || (TryParse(text[..^1], pointIsDecimal, out decimal integer) && (value += integer) > 0);
        }

        int points = 0, commas = 0, apostrophes = 0, digits = 0, slashes = 0;
        foreach (char c in text)
        {
            switch (c)
            {
                case '.': points++; break;
                case ',': commas++; break;
                case '/': slashes++; break;
                case var _ when IsDigit(c): digits++; break;
                case var _ when IsApostrophe(c): apostrophes++; break;
                default: return false;
            }
        }

        if (digits is 0 or > MaximumDigits || !IsDigit(text[0]) || !IsDigit(text[^1]))
        {
            return false;
        }

        if (slashes > 0)
        {
            return slashes == 1 && points + commas + apostrophes == 0 && TryFraction(text, out value);
        }

        (char group, char mark) = Separators(text, points, commas, apostrophes, pointIsDecimal);
        return TryRead(text, group, mark, out value);
    }

    // The separator of thousands and the decimal mark; NUL for none.
    private static (char Group, char Mark) Separators(ReadOnlySpan<char> text, int points, int commas, int apostrophes, bool pointIsDecimal)
    {
        if (apostrophes > 0)
        {
            return ('\'', points > 0 ? '.' : commas > 0 ? ',' : '\0');
        }

        if (points > 0 && commas > 0)
        {
            return text.LastIndexOf(',') > text.LastIndexOf('.') ? ('.', ',') : (',', '.');
        }

        if (commas > 0)
        {
            return commas == 1 ? ('\0', ',') : (',', '\0');
        }

        bool thousands = points > 1 || (points == 1 && !pointIsDecimal && text.Length - text.IndexOf('.') == 4 && text.IndexOf('.') <= 3 && text[0] != '0');
        return thousands ? ('.', '\0') : ('\0', '.');
    }

    private static bool TryRead(ReadOnlySpan<char> text, char group, char mark, out decimal value)
    {
        value = 0;
        decimal scale = 0;
        int sinceGroup = 0;
        bool grouped = false;
        foreach (char c in text)
        {
            if (IsDigit(c))
            {
                value = (value * 10) + (c - '0');
                scale *= 10;
                sinceGroup++;
            }
            else if (c == mark && scale == 0)
            {
                if (grouped && sinceGroup != 3)
                {
                    return false;
                }

                scale = 1;
                grouped = false;
            }
            else if (scale == 0 && (c == group || (group == '\'' && IsApostrophe(c))) && (grouped ? sinceGroup == 3 : sinceGroup <= 3))
            {
                grouped = true;
                sinceGroup = 0;
            }
            else
            {
                return false;
            }
        }

        if (grouped && sinceGroup != 3)
        {
            return false;
        }

        value = scale > 0 ? value / scale : value;
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, out decimal value)
    {
        int slash = text.IndexOf('/');
        value = 0;
        if (slash > 2 || text.Length - slash > 3 || !TryRead(text[..slash], '\0', '\0', out decimal top) || !TryRead(text[(slash + 1)..], '\0', '\0', out decimal bottom) || bottom == 0)
        {
            return false;
        }

        value = top / bottom;
        return top < bottom && bottom <= 10;
    }
}
