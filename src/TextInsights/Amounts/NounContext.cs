using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Finds the nouns and verbs that tell whether a number is money.</summary>
internal static class NounContext
{
    private const int Reach = 14, VerbReach = 10, DeedReach = 4, CountReach = 5;

    /// <summary>
    /// The noun that a number counts, right behind it or behind its adjectives: what it is, and in <paramref name="counted"/>
    /// whether it makes the number no money.
    /// </summary>
    public static NounKinds Behind(AmountScan scan, int end, bool numberless, out bool counted)
    {
        counted = false;
        int token = end, sentence = scan.Text.SentenceOf(end - 1);
        if (scan[token] is "von" or "der" && IsNoun(scan, token + 1, sentence))
        {
            NounKinds kind = AmountNouns.KindOf(scan[token + 1]);
            counted = (kind & NounKinds.Count) != 0 || (numberless && scan[token] is "von" && (kind & NounKinds.Money) == 0);
            return counted ? kind & ~NounKinds.Money : NounKinds.None;
        }

        for (int i = 0; i < 3; i++, token++)
        {
            if (IsNoun(scan, token, sentence))
            {
                NounKinds kind = AmountNouns.KindOf(scan[token]);
                counted = (kind & NounKinds.Money) == 0 || (kind & (NounKinds.Count | NounKinds.Measure)) != 0;
                return kind;
            }

            if (!IsAdjective(scan, token))
            {
                return NounKinds.None;
            }
        }

        return NounKinds.None;
    }

    /// <summary>The nearest telling noun before a number, in its sentence; <see cref="NounKinds.Measure"/> stands for counted things far away.</summary>
    public static NounKinds Before(AmountScan scan, int first)
    {
        int start = scan.Text.Sentences[scan.Text.SentenceOf(first)].FirstToken;
        bool sameClause = true;
        NounKinds far = NounKinds.None;
        for (int token = first - 1; token >= start && first - token <= Reach; token--)
        {
            // Behind a colon another statement begins, but "Umsatz: 5 Mio." is one.
            sameClause &= scan[token] is not (":" or ";");
            NounKinds kind = Telling(scan, token);
            if (sameClause && kind == NounKinds.Tally)
            {
                return kind;
            }

            if (kind == NounKinds.Money)
            {
                return far == NounKinds.None ? kind : far;
            }

            if (sameClause && kind == NounKinds.Count)
            {
                if (first - token <= CountReach)
                {
                    return kind;
                }

                far = NounKinds.Measure; // "die Zahl der Abonnenten wuchs um 13 Prozent auf 4,1 Millionen"
            }
        }

        return far;
    }

    /// <summary>The nearest telling noun behind a number, in its clause.</summary>
    public static NounKinds After(AmountScan scan, int end)
    {
        for (int token = end; token < scan.Count && token - end <= Reach && scan.Gap(token) < TokenGap.LineBreak && scan[token] is not ("." or ";" or ","); token++)
        {
            if (Telling(scan, token) is var kind and not NounKinds.None)
            {
                return kind;
            }
        }

        return NounKinds.None;
    }

    /// <summary>Whether a verb that goes with sums stands near.</summary>
    public static bool HasMoneyVerb(AmountScan scan, int first, int end) => HasVerb(scan, first, end, VerbReach, NounKinds.Verb);

    /// <summary>Whether a verb stands next that goes with people and things.</summary>
    public static bool HasDeed(AmountScan scan, int first, int end) => HasVerb(scan, first, end, DeedReach, NounKinds.Deed);

    private static bool HasVerb(AmountScan scan, int first, int end, int reach, NounKinds kind)
    {
        int sentence = scan.Text.SentenceOf(first);
        int from = Math.Max(scan.Text.Sentences[sentence].FirstToken, first - reach);
        int to = Math.Min(scan.Text.Sentences[sentence].EndToken, end + reach);
        for (int token = from; token < to; token++)
        {
            if ((token < first || token >= end) && scan.Kind(token) == TokenKind.Word && (char.IsLower(scan[token][0]) || token == from) && AmountNouns.Begins(scan[token], kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word stands near that makes pounds a weight.</summary>
    public static bool HasWeight(AmountScan scan, int first, int end)
    {
        SentenceRange sentence = scan.Text.Sentences[scan.Text.SentenceOf(first)];
        for (int token = Math.Max(sentence.FirstToken, first - VerbReach); token < Math.Min(sentence.EndToken, end + VerbReach); token++)
        {
            if (scan.Kind(token) == TokenKind.Word && AmountNouns.Is(scan[token], NounKinds.Weight))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNoun(AmountScan scan, int token, int sentence) =>
        scan.Kind(token) == TokenKind.Word && scan.Gap(token) < TokenGap.LineBreak && (char.IsUpper(scan[token][0]) || IsBrand(scan[token]))
        && scan.Text.SentenceOf(token) == sentence;

    // "iPhones"
    private static bool IsBrand(ReadOnlySpan<char> word) => word.Length > 2 && char.IsLower(word[0]) && char.IsUpper(word[1]);

    private static bool IsAdjective(AmountScan scan, int token)
    {
        ReadOnlySpan<char> word = scan[token];
        return scan.Kind(token) == TokenKind.Word && word.Length >= 4 && char.IsLower(word[0]) && scan.Gap(token) < TokenGap.LineBreak
            && (word[^1] == 'e' || (word[^2] == 'e' && word[^1] is 'n' or 'r' or 's' or 'm'))
            && !scan.Is(token, WordRoles.Link | WordRoles.Previous | WordRoles.Article | WordRoles.Range | WordRoles.And | WordRoles.NoAdjective)
            && (IsParticiple(word) || !AmountNouns.IsMoneyVerb(word));
    }

    // "zahlende", "bezahlter"
    private static bool IsParticiple(ReadOnlySpan<char> word) => word[^1] == 'e' ? word[..^1].EndsWith("nd", StringComparison.Ordinal) : word[..^2].EndsWith("nd", StringComparison.Ordinal);

    private static NounKinds Telling(AmountScan scan, int token)
    {
        if (scan.Is(token, WordRoles.Currency))
        {
            return NounKinds.Money;
        }

        if (!scan.IsCapitalized(token))
        {
            return NounKinds.None;
        }

        NounKinds kind = AmountNouns.KindOf(scan[token]) & (NounKinds.Money | NounKinds.Count | NounKinds.Tally);
        return (kind & NounKinds.Money) != 0 && kind != NounKinds.Money ? NounKinds.None : kind;
    }
}
