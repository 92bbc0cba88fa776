using System.Collections.Frozen;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads what an amount is per: "je Aktie", "im Monat", "jährlich", "die Tonne Kupfer kostete".</summary>
internal static class RateReader
{
    private const int BehindReach = 5, BeforeReach = 12;

    private static readonly FrozenDictionary<string, AmountRate> Nouns = Build("noun");
    private static readonly FrozenDictionary<string, AmountRate> Adverbs = Build("adverb");
    private static readonly FrozenDictionary<string, AmountRate> Adjectives = Build("adjective");
    private static readonly FrozenDictionary<string, AmountRate> Compounds = Build("before");
    private static readonly FrozenDictionary<string, AmountRate> Topics = Build("topic");

    /// <summary>The rate of the amount at <paramref name="index"/>; null if its own words state none.</summary>
    public static AmountRate? Read(AmountScan scan, ReadOnlySpan<Quantity> quantities, int index) =>
        ReadBehind(scan, quantities[index].End, index + 1 < quantities.Length ? quantities[index + 1].First : int.MaxValue)
        ?? ReadBefore(scan, quantities[index].First, index > 0 ? quantities[index - 1].End : 0);

    private static AmountRate? ReadBehind(AmountScan scan, int end, int next)
    {
        for (int token = end; token < scan.Count && token < next && token - end < BehindReach && scan.Gap(token) < TokenGap.BlankLine; token++)
        {
            if (scan[token] is "je" or "pro" or "per" or "à" or "Je" or "/")
            {
                return RateOf(scan, token + 1, unknown: scan[token] is "/" ? null : AmountRate.Unit);
            }

            if (scan[token] is "im" or "am" or "die" or "das" or "den" or "der" or "in" or "jedes" or "jeden")
            {
                int noun = token + (scan[token] is "in" && scan[token + 1] is "der" or "einer" ? 2 : 1);
                bool timed = scan[token] is "im" or "am" or "in" or "jedes" or "jeden";
                if ((token == end || timed) && Find(Nouns, scan[noun]) is { } rate && (IsTime(rate) ? timed || rate is AmountRate.Hour or AmountRate.Month or AmountRate.Week : !timed && IsMeasure(rate))
                    && scan.Kind(noun + 1) != TokenKind.Number && scan[noun + 1] is not ("zuvor" or "darauf" or "davor" or "danach" or "vorher" or "später"))
                {
                    return rate;
                }
            }
            else if (Find(Adverbs, scan[token]) is { } adverb)
            {
                return adverb;
            }

            if (scan.Kind(token) == TokenKind.Punctuation || scan.Is(token, WordRoles.Link | WordRoles.And))
            {
                return null;
            }
        }

        return null;
    }

    private static AmountRate? ReadBefore(AmountScan scan, int first, int previous)
    {
        int start = scan.Text.Sentences[scan.Text.SentenceOf(first)].FirstToken;
        for (int token = first - 1; token >= start && token >= previous && first - token <= BeforeReach; token--)
        {
            int distance = first - token;
            if (scan[token] is "je" or "pro" or "per" or "Je" or "Pro" or "Per" && distance > 1 && RateOf(scan, token + 1, null) is { } rate)
            {
                return rate;
            }

            if (distance <= 5 && (Find(Adverbs, scan[token]) ?? Find(Adjectives, scan[token])) is { } adverb)
            {
                return adverb;
            }

            if (distance <= 8 && CompoundRate(scan[token]) is { } compound)
            {
                return compound;
            }

            if (Find(Nouns, scan[token]) is { } measure && IsMeasure(measure) && IsDeterminer(scan[token - 1]))
            {
                return measure;
            }

            if (Find(Topics, scan[token]) is { } topic && topic is AmountRate.Barrel or AmountRate.Ounce or AmountRate.Share)
            {
                return topic;
            }
        }

        return null;
    }

    private static bool IsDeterminer(ReadOnlySpan<char> word) => word is "die" or "das" or "der" or "eine" or "ein" or "einen" or "Die" or "Das" or "Der" or "Eine" or "Ein" or "den" or "jede" or "jeden" or "jedes";

    // The noun behind "je": an adjective may stand before it, a period behind it wins ("pro Zimmer und Nacht").
    private static AmountRate? RateOf(AmountScan scan, int token, AmountRate? unknown)
    {
        for (int i = 0; i < 3; i++, token++)
        {
            AmountRate? rate = Find(Nouns, scan[token]) ?? SuffixRate(scan[token]);
            if (rate is null && scan.IsCapitalized(token))
            {
                rate = unknown;
            }

            if (rate is not null)
            {
                return scan[token + 1] is "und" && Find(Nouns, scan[token + 2]) is { } period && IsTime(period) ? period : rate;
            }

            if (scan.Kind(token) != TokenKind.Word)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsTime(AmountRate rate) => rate is AmountRate.Year or AmountRate.Month or AmountRate.Week or AmountRate.Day or AmountRate.Night or AmountRate.Hour or AmountRate.Minute;

    private static bool IsMeasure(AmountRate rate) => rate is AmountRate.Kilo or AmountRate.Tonne or AmountRate.Ounce or AmountRate.Litre or AmountRate.CubicMetre or AmountRate.Barrel
        or AmountRate.SquareMetre or AmountRate.Hectare or AmountRate.Kilometre or AmountRate.KilowattHour or AmountRate.MegawattHour;

    private static AmountRate? SuffixRate(ReadOnlySpan<char> noun)
    {
        if (noun.Length < 6 || !char.IsUpper(noun[0]))
        {
            return null;
        }

        for (int length = Math.Min(noun.Length - 2, 16); length >= 4; length--)
        {
            if (Find(Nouns, noun[^length..]) is { } rate)
            {
                return rate;
            }
        }

        return null;
    }

    private static AmountRate? CompoundRate(ReadOnlySpan<char> noun)
    {
        if (noun.Length < 8 || !char.IsUpper(noun[0]))
        {
            return null;
        }

        for (int length = Math.Min(noun.Length, 22); length >= 8; length--)
        {
            if (Find(Compounds, noun[^length..]) is { } rate)
            {
                return rate;
            }
        }

        return null;
    }

    private static AmountRate? Find(FrozenDictionary<string, AmountRate> table, ReadOnlySpan<char> word) =>
        table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out AmountRate rate) ? rate : null;

    private static FrozenDictionary<string, AmountRate> Build(string role) =>
        TsvTable.Embedded("lexicons/amount_rates.tsv").Rows.Where(row => row["role"] == role)
            .ToFrozenDictionary(row => row["form"], row => Enum.Parse<AmountRate>(row["rate"], ignoreCase: true), StringComparer.OrdinalIgnoreCase);
}
