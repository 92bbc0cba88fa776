namespace TextInsights.Tests.Robustness;

/// <summary>What holds for the result of any text. Shared with the fuzz and soak runs.</summary>
internal static class DocumentRules
{
    /// <summary>The first rule that a result breaks; null if it keeps all.</summary>
    public static string? FirstBroken(AnalyzedDocument document, string text) =>
        Sentences(document, text) ?? Entities(document, text) ?? Amounts(document, text) ?? Facts(document, text);

    private static string? Sentences(AnalyzedDocument document, string text)
    {
        int position = 0;
        foreach (Sentence sentence in document.Sentences)
        {
            if (sentence.Start < position || sentence.End <= sentence.Start || sentence.End > text.Length)
            {
                return "sentences are ordered, not empty, inside the text";
            }

            if (!text.AsSpan(position, sentence.Start - position).IsWhiteSpace())
            {
                return "only whitespace lies between sentences";
            }

            if ((sentence.Sentiment is null) != (sentence.Kind == SentenceKind.Advertisement) || !IsSound(sentence.Sentiment))
            {
                return "every sentence but advertisement has a sound sentiment";
            }

            position = sentence.End;
        }

        return text.AsSpan(position).IsWhiteSpace() ? null : "sentences cover the text";
    }

    private static string? Entities(AnalyzedDocument document, string text)
    {
        double salience = 0;
        for (int i = 0; i < document.Entities.Length; i++)
        {
            Entity entity = document.Entities[i];
            salience += entity.Salience ?? 0;
            if (entity.Id != i || entity.Mentions.IsEmpty || entity.Name.Length == 0 || !IsSound(entity.Sentiment) || entity.Salience is < 0 or > 1)
            {
                return "entities count from 0, have a name, mentions and a sound sentiment";
            }

            foreach (Mention mention in entity.Mentions)
            {
                if (!IsInside(mention.Start, mention.End, text) || !text.AsSpan(mention.Start, mention.End - mention.Start).SequenceEqual(mention.Text) || mention.Confidence is not (>= 0 and <= 1))
                {
                    return "mentions are stretches of the text";
                }
            }
        }

        return salience <= 1.0001 ? null : "salience sums to at most 1";
    }

    private static string? Amounts(AnalyzedDocument document, string text)
    {
        int position = 0;
        for (int i = 0; i < document.Amounts.Length; i++)
        {
            MonetaryAmount amount = document.Amounts[i];
            if (amount.Id != i || amount.Start < position || !IsInside(amount.Start, amount.End, text)
                || !text.AsSpan(amount.Start, amount.End - amount.Start).SequenceEqual(amount.Text))
            {
                return "amounts count from 0 and are ordered stretches of the text";
            }

            if (amount.Minimum > amount.Maximum || (amount.Minimum is null && amount.Maximum is null)
                || !IsEntity(amount.Subject, document) || amount.Confidence is not (>= 0 and <= 1))
            {
                return "amounts have a bound, the lower one below the upper one, and an existing subject";
            }

            position = amount.End;
        }

        return null;
    }

    private static string? Facts(AnalyzedDocument document, string text)
    {
        foreach (Valuation valuation in document.Valuations)
        {
            if (!IsEntity(valuation.Company, document) || !IsAmount(valuation.Amount, document) || !IsInside(valuation.Start, valuation.End, text) || valuation.Confidence is not (>= 0 and <= 1))
            {
                return "valuations refer to existing things";
            }
        }

        foreach (Deal deal in document.Deals)
        {
            int[] parties = [.. deal.Buyers, .. deal.Targets, .. deal.Sellers];
            if (parties.Length == 0 || parties.Distinct().Count() != parties.Length || !Array.TrueForAll(parties, p => IsEntity(p, document)) || !IsAmount(deal.Amount, document)
                || !IsInside(deal.Start, deal.End, text) || deal.Confidence is not (>= 0 and <= 1) || deal.StakePercent is < 0 or > 100)
            {
                return "deals have parties, each once, and refer to existing things";
            }
        }

        return IsSound(document.Sentiment) ? null : "the document's sentiment is sound";
    }

    private static bool IsSound(Sentiment? sentiment) => sentiment is null or { Score: >= -1 and <= 1, Confidence: >= 0 and <= 1 };

    private static bool IsInside(int start, int end, string text) => start >= 0 && end > start && end <= text.Length;

    private static bool IsEntity(int? id, AnalyzedDocument document) => id is null || (id >= 0 && id < document.Entities.Length);

    private static bool IsAmount(int? id, AnalyzedDocument document) => id is null || (id >= 0 && id < document.Amounts.Length);
}
