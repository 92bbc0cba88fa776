using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Reads a rise or fall out of two numbers: "von 171 auf 144", "144 (Vorjahr: 171)", "144 nach 171".</summary>
internal static class NumericComparison
{
    private const int Reach = 7;
    private const int OperandReach = 25;
    private const float Strength = 1.2f;

    public static void Apply(SegmentedText text, SentenceRange sentence, ComposedText composed)
    {
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            if (text.Tokens[i].Kind != TokenKind.Number || EarlierNumber(text, sentence, i) is not (>= 0 and var before))
            {
                continue;
            }

            bool isYear = IsYear(text[i]) || IsYear(text[before]);
            int sign = isYear ? 0 : Direction(text, before, i, sentence);
            if (sign != 0 && !HasDirection(composed, before, i, sentence) && Operand(composed, sentence, before) is (>= 0 and var operand))
            {
                composed.Polarity[i] += sign * Math.Sign(composed.Readings[operand].High) * Strength;
                composed.Source[i] = PolaritySource.Numbers;
                composed.Polarity[operand] = 0;
                return;
            }
        }
    }

    private static int EarlierNumber(SegmentedText text, SentenceRange sentence, int token)
    {
        for (int i = token - 1; i >= Math.Max(sentence.FirstToken, token - Reach); i--)
        {
            if (text.Tokens[i].Kind == TokenKind.Number && !IsYear(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // 1 if the text says that the value has risen, -1 if fallen, 0 if the two numbers are no comparison.
    private static int Direction(SegmentedText text, int before, int token, SentenceRange sentence)
    {
        int rise = Compare(text, before, token, sentence.EndToken);
        bool fromTo = before > sentence.FirstToken && text[before - 1] is "von" && ContainsAuf(text, before, token);
        if (fromTo)
        {
            return rise;
        }

        if (text[token - 1] is "statt")
        {
            return -rise; // "180 statt 202 Millionen"
        }

        if (before > sentence.FirstToken && text[before - 1] is "statt" or "Statt")
        {
            return rise;
        }

        bool earlier = IsEarlier(text, before, token) || IsBracketedYear(text, before, token);
        return earlier ? -rise : 0;
    }

    private static bool IsBracketedYear(SegmentedText text, int before, int token)
    {
        for (int i = before + 1; i + 1 < token; i++)
        {
            if (text[i] is "(" && IsYear(text[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    // "144 (Vorjahr: 171)", "144 nach 171", "14,2 nach ursprünglich 9", "21 Euro (bisher 34)"
    private static bool IsEarlier(SegmentedText text, int before, int token)
    {
        for (int i = before + 1; i < token; i++)
        {
            if (text[i] is "Vorjahr" or "Vj" or "Vj." or "Vorjahreszeitraum" or "Vorjahresquartal" or "Vorjahresperiode" or "Vorquartal" or "Vortag"
                or "bisher" or "bislang" or "zuvor" or "ursprünglich" or "davor" || (text[i] is "nach" && token - i <= 2))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsAuf(SegmentedText text, int first, int end)
    {
        for (int i = first + 1; i < end; i++)
        {
            if (text[i] is "auf")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasDirection(ComposedText composed, int first, int end, SentenceRange sentence)
    {
        int clause = composed.Clause[first];
        for (int i = Math.Max(sentence.FirstToken, first - OperandReach); i < Math.Min(sentence.EndToken, end + 8); i++)
        {
            if (composed.Readings[i].Role == LexicalRole.Direction && Math.Abs(composed.Clause[i] - clause) <= 2)
            {
                return true;
            }
        }

        return false;
    }

    private static int Operand(ComposedText composed, SentenceRange sentence, int token)
    {
        for (int i = token; i >= Math.Max(sentence.FirstToken, token - OperandReach); i--)
        {
            if (composed.Readings[i].IsOperand)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsYear(ReadOnlySpan<char> number) => number is ['1', '9', _, _] or ['2', '0', _, _];

    // A number without a magnitude borrows that of the other ("von 7,7 auf 10,3 Milliarden"). Only the order counts, so that doubles are enough.
    private static int Compare(SegmentedText text, int before, int token, int end)
    {
        double first = before + 1 < end ? Magnitude(text[before + 1]) : 0, second = token + 1 < end ? Magnitude(text[token + 1]) : 0;
        first = first == 0 ? second : first;
        second = second == 0 ? first : second;
        return first == 0
            ? ValueAt(text, token).CompareTo(ValueAt(text, before))
            : (ValueAt(text, token) * second).CompareTo(ValueAt(text, before) * first);
    }

    private static double ValueAt(SegmentedText text, int token)
    {
        double value = 0, scale = 0;
        foreach (char c in text[token])
        {
            if (char.IsAsciiDigit(c))
            {
                value = scale == 0 ? (value * 10) + (c - '0') : value + ((c - '0') * scale);
                scale /= 10;
            }
            else if (c == ',')
            {
                scale = 0.1;
            }
        }

        return token > 0 && text[token - 1] is "-" or "–" or "−" ? -value : value;
    }

    private static double Magnitude(ReadOnlySpan<char> word) => word switch
    {
        "Milliarden" or "Milliarde" or "Mrd." or "Mrd" or "Mia." => 1e9,
        "Millionen" or "Million" or "Mio." or "Mio" or "Mill." => 1e6,
        "Cent" or "Rappen" => 0.01,
        "Euro" or "Dollar" or "Franken" => 1,
        _ => 0,
    };
}
