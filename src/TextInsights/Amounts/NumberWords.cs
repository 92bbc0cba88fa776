namespace TextInsights.Amounts;

/// <summary>Reads German number words that are written as one: "dreiundzwanzig", "zweihunderttausend", "zweieinhalb".</summary>
internal static class NumberWords
{
    private static readonly (string Word, int Value)[] Units =
    [
        ("ein", 1), ("zwei", 2), ("zwo", 2), ("drei", 3), ("vier", 4), ("fünf", 5), ("sechs", 6), ("sieben", 7), ("acht", 8), ("neun", 9),
    ];

    private static readonly (string Word, int Value)[] Teens =
    [
        ("zehn", 10), ("elf", 11), ("zwölf", 12), ("dreizehn", 13), ("vierzehn", 14), ("fünfzehn", 15), ("sechzehn", 16), ("siebzehn", 17), ("achtzehn", 18), ("neunzehn", 19),
    ];

    private static readonly (string Word, int Value)[] Tens =
    [
        ("zwanzig", 20), ("dreißig", 30), ("dreissig", 30), ("vierzig", 40), ("fünfzig", 50), ("sechzig", 60), ("siebzig", 70), ("achtzig", 80), ("neunzig", 90),
    ];

    /// <summary>Whether a word can begin with a number word; cheap, and true for many others ("einfach").</summary>
    public static bool MayStart(ReadOnlySpan<char> word) => word.Length >= 3 && (word[0] | 0x20) switch
    {
        'e' => word[1] is 'i' or 'l' or 'I' or 'L',
        'z' => word[1] is 'w' or 'e' or 'W' or 'E',
        'd' => word[1] is 'r' or 'R',
        'v' => word[1] is 'i' or 'I',
        'f' => word[1] is 'ü' or 'Ü',
        's' => word[1] is 'e' or 'i' or 'E' or 'I',
        'a' => word[1] is 'c' or 'n' or 'C' or 'N',
        'n' => word[1] is 'e' or 'E',
        'h' => word[1] is 'u' or 'a' or 'U' or 'A',
        't' => word[1] is 'a' or 'A',
        _ => false,
    };

    /// <summary>The number at the beginning of a word and how many characters it takes; false if there is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out decimal value, out int length)
    {
        length = 0;
        value = 0;
        bool any = TryHundreds(word, ref length, out int head);
        ReadOnlySpan<char> rest = word[length..];
        if (Starts(rest, "tausend"))
        {
            length += 7;
            value = (any ? head : 1) * 1000m;
            if (Starts(word[length..], "und"))
            {
                int probe = length + 3;
                if (TryHundreds(word, ref probe, out int joined))
                {
                    value += joined;
                    length = probe;
                }
            }
            else if (TryHundreds(word, ref length, out int tail))
            {
                value += tail;
            }

            any = true;
        }
        else if (any)
        {
            value = head;
        }

        rest = word[length..];
        if (any && value < 100 && Starts(rest, "einhalb"))
        {
            value += 0.5m;
            length += 7;
        }
        else if (any && value < 100 && Starts(rest, "undeinhalb"))
        {
            value += 0.5m;
            length += 10;
        }
        else if (!any && Starts(rest, "anderthalb"))
        {
            (value, length, any) = (1.5m, 10, true);
        }

        return any;
    }

    private static bool TryHundreds(ReadOnlySpan<char> word, ref int position, out int value)
    {
        value = 0;
        int probe = position;
        bool any = false;
        if (TryBelowHundred(word, ref probe, out int head))
        {
            any = true;
            value = head;
        }

        if (Starts(word[probe..], "hundert"))
        {
            probe += 7;
            value = (any ? head : 1) * 100;
            any = true;
            int tail = probe + (Starts(word[probe..], "und") ? 3 : 0);
            if (TryBelowHundred(word, ref tail, out int rest))
            {
                value += rest;
                probe = tail;
            }
        }

        position = any ? probe : position;
        return any;
    }

    private static bool TryBelowHundred(ReadOnlySpan<char> word, ref int position, out int value)
    {
        ReadOnlySpan<char> rest = word[position..];
        if (Find(rest, Teens, out value, out int length) || Find(rest, Tens, out value, out length))
        {
            position += length;
            return true;
        }

        if (!Find(rest, Units, out value, out length))
        {
            return false;
        }

        // "einhalb" is a half, not one and "halb".
        if (value == 1 && Starts(rest[length..], "halb"))
        {
            return false;
        }

        position += length;
        if (Starts(rest[length..], "und") && Find(rest[(length + 3)..], Tens, out int tens, out int tensLength))
        {
            value += tens;
            position += 3 + tensLength;
        }

        return true;
    }

    private static bool Find(ReadOnlySpan<char> text, (string Word, int Value)[] words, out int value, out int length)
    {
        foreach ((string word, int number) in words)
        {
            if (Starts(text, word))
            {
                (value, length) = (number, word.Length);
                return true;
            }
        }

        (value, length) = (0, 0);
        return false;
    }

    private static bool Starts(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
