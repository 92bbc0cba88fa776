using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Finds the amount and the share that belong to a trigger.</summary>
internal static class DealAmountReader
{
    private const int SentenceReach = 2;

    private static readonly string[] NumberWords =
    [
        "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
        "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ];

    /// <summary>Id of the amount: one whose role suits the kind, nearest to the trigger, in its sentence or the next ones behind.</summary>
    public static int? Amount(DealContext context, DealCandidate candidate)
    {
        if (candidate.Kind is null)
        {
            return null;
        }

        SegmentedText text = context.Text;
        int trigger = text.Tokens[candidate.Trigger.Token].Start;
        MonetaryAmount? best = null;
        double bestScore = 0;
        for (int offset = 0; offset <= SentenceReach && candidate.Sentence + offset < text.Sentences.Length; offset++)
        {
            int sentence = candidate.Sentence + offset;
            if (text.Sentences[sentence].Kind == SentenceKind.Advertisement)
            {
                break;
            }

            foreach (MonetaryAmount amount in context.AmountsIn(text.SpanOf(text.Sentences[sentence])))
            {
                double suit = Suits(candidate.Kind.Value, amount);
                if (suit > 0)
                {
                    double distance = Math.Abs(amount.Start - trigger);
                    double score = suit * (1 / (1 + (distance / 400))) * (offset == 0 ? 1 : 0.4);
                    (best, bestScore) = score > bestScore ? (amount, score) : (best, bestScore);
                }
            }

            if (best is not null)
            {
                break;
            }
        }

        return best?.Id;
    }

    /// <summary>How well the role of an amount suits a kind of deal; 0 if not at all.</summary>
    public static double Suits(DealKind kind, MonetaryAmount amount)
    {
        double role = (kind, amount.Role) switch
        {
            (DealKind.Acquisition or DealKind.Divestment or DealKind.Merger or DealKind.Stake, AmountRole.PurchasePrice) => 1,
            (DealKind.Stake, AmountRole.Investment or AmountRole.Funding) => 0.9,
            (DealKind.FundingRound, AmountRole.Funding) => 1,
            (DealKind.FundingRound, AmountRole.Investment) => 0.7,
            (DealKind.Ipo, AmountRole.Funding) => 1,
            (DealKind.Ipo, AmountRole.PurchasePrice) => 0.5,
            (DealKind.JointVenture, AmountRole.Investment) => 1,
            (DealKind.JointVenture, AmountRole.Funding) => 0.6,
            (DealKind.Partnership, AmountRole.OrderVolume or AmountRole.Investment or AmountRole.Revenue) => 1,
            (DealKind.Partnership, AmountRole.Funding or AmountRole.PurchasePrice or AmountRole.Other or AmountRole.Cost) => 0.4,
            _ => 0,
        };
        return amount.Rate is null ? role : role * 0.3;
    }

    /// <summary>The share that changes hands, as far as the trigger's sentence tells it.</summary>
    public static decimal? StakePercent(DealClauses clauses, DealTrigger trigger, DealKind kind)
    {
        if (kind is DealKind.Merger or DealKind.Ipo or DealKind.Partnership)
        {
            return null;
        }

        SegmentedText text = clauses.Text;
        decimal? best = null;
        int bestDistance = int.MaxValue;
        for (int i = clauses.Range.FirstToken; i < clauses.Range.EndToken; i++)
        {
            if (PercentAt(text, i, clauses.Range.EndToken, out int end) is not { } percent || !IsShare(text, clauses, i, end))
            {
                continue;
            }

            // "von 20 auf 27 Prozent": what is bought is the difference.
            if (i >= clauses.Range.FirstToken + 3 && text[i - 1] is "auf" && TryNumber(text[i - 2], out decimal before) && text[i - 3] is "von")
            {
                percent -= before;
            }
            else if (i >= clauses.Range.FirstToken + 4 && text[i - 1] is "auf" && text[i - 2] is "Prozent" or "%" && TryNumber(text[i - 3], out before))
            {
                percent -= before;
            }
            else if (i > clauses.Range.FirstToken && text[i - 1] is "auf")
            {
                continue; // the share held afterwards
            }

            int distance = Math.Abs(i - trigger.Token) + (20 * Math.Abs(clauses.ClauseOf(i) - clauses.ClauseOf(trigger.Token)));
            if (percent > 0 && percent <= 100 && distance < bestDistance)
            {
                (best, bestDistance) = (percent, distance);
            }
        }

        return best;
    }

    private static decimal? PercentAt(SegmentedText text, int token, int sentenceEnd, out int end)
    {
        end = token + 1;
        ReadOnlySpan<char> word = text[token];
        int joint = word.IndexOf('-');
        if (joint > 0 && word[(joint + 1)..].StartsWith("prozent", StringComparison.OrdinalIgnoreCase) && TryNumber(word[..joint], out decimal compound))
        {
            return compound;
        }

        if (token + 1 < sentenceEnd && text[token + 1] is "Prozent" or "%" or "Prozentpunkte" && (TryNumber(word, out decimal number) || TryNumberWord(word, out number)))
        {
            end = token + 2;
            return number;
        }

        if (word is "Hälfte" or "Hälfteanteil" or "Halbe" && token > 0 && text[token - 1] is "die" or "der" or "zur" or "seine" or "ihre" or "Seinen" or "seinen" or "ihren")
        {
            return 50;
        }

        if (word is "Viertel" or "Drittel" or "Fünftel" or "Zehntel" && token > 0 && text[token - 1] is "ein" or "einem")
        {
            return word is "Viertel" ? 25 : word is "Fünftel" ? 20 : word is "Zehntel" ? 10 : 33.3m;
        }

        return null;
    }

    private static bool TryNumberWord(ReadOnlySpan<char> word, out decimal number)
    {
        int i = Array.IndexOf(NumberWords, word.ToString());
        number = i < 13 ? Math.Max(i, 0) : 10 * (i - 11);
        return i > 0;
    }

    private static bool TryNumber(ReadOnlySpan<char> word, out decimal number)
    {
        number = 0;
        decimal scale = 1;
        bool fraction = false;
        foreach (char c in word)
        {
            if (char.IsAsciiDigit(c) && number < 1000)
            {
                number = (number * 10) + (c - '0');
                scale = fraction ? scale * 10 : scale;
            }
            else if (c is ',' or '.' && !fraction)
            {
                fraction = true;
            }
            else
            {
                return false;
            }
        }

        number /= scale;
        return word.Length > 0 && char.IsAsciiDigit(word[0]);
    }

    // "30 Prozent der Anteile", "mit 49 Prozent", "eine Beteiligung von 20 Prozent"; not "um 5 Prozent", "5 Prozent mehr".
    private static bool IsShare(SegmentedText text, DealClauses clauses, int token, int end)
    {
        int first = clauses.Range.FirstToken, last = clauses.Range.EndToken;
        if (token > first && text[token - 1] is "um" or "plus" or "minus" or "gut" && !Follows(text, end, last, ["der", "an"]))
        {
            return false;
        }

        if (text[token].Contains('-'))
        {
            ReadOnlySpan<char> word = text[token];
            return word.EndsWith("anteil", StringComparison.OrdinalIgnoreCase) || word.EndsWith("beteiligung", StringComparison.OrdinalIgnoreCase)
                || word.EndsWith("paket", StringComparison.OrdinalIgnoreCase) || (end < last && DealWords.IsShareNoun(text[end]));
        }

        if (Follows(text, end, last, ["an", "der", "aller", "von", "am", "des", "beteiligt", "ein", "übernehmen", "übernimmt"])
            || (end < last && DealWords.IsShareNoun(text[end])) || (end + 1 < last && DealWords.IsShareNoun(text[end + 1])))
        {
            return !(end + 1 < last && text[end + 1] is "Umsatzes" or "Umsätze" or "Beschäftigten" or "Erlöse" or "Mitarbeiter" or "Kunden" or "Stellen");
        }

        for (int i = token - 1; i >= first && i >= token - 5; i--)
        {
            if (DealWords.IsShareNoun(text[i]))
            {
                return true;
            }
        }

        return token > first && text[token - 1] is "mit" or "auf";
    }

    private static bool Follows(SegmentedText text, int token, int end, ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (token < end && text[token].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
