using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Weighs what stands on both sides of a contrast: "zwar … aber", "trotz", "obwohl"; and what only may be.</summary>
internal static class ContrastWeights
{
    private const float BeforeBut = 0.5f;
    private const float BehindBut = 1.4f;
    private const float Conceded = -0.25f;
    private const int ConcededPhrase = 6;

    public static void Apply(SegmentedText text, SentenceRange sentence, ComposedText composed)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            LexicalReading reading = composed.Readings[i];
            switch (reading.Role)
            {
                case LexicalRole.But when i > sentence.FirstToken + 1 || sentence.FirstToken == 0:
                    Scale(composed, sentence.FirstToken, StartOfClause(composed, i, sentence.FirstToken), BeforeBut);
                    Scale(composed, StartOfClause(composed, i, sentence.FirstToken), sentence.EndToken, BehindBut);
                    break;
                case LexicalRole.Although:
                    Scale(composed, i, EndOfConceded(text, sentence, composed, i), Conceded);
                    break;
                case LexicalRole.Concede:
                    Scale(composed, i, EndOfClause(composed, i, sentence.EndToken), BeforeBut);
                    break;
                case LexicalRole.Hypothetical:
                    Scale(composed, StartOfClause(composed, i, sentence.FirstToken), EndOfClause(composed, i, sentence.EndToken), reading.Value);
                    break;
            }
        }
    }

    private static int StartOfClause(ComposedText composed, int token, int first)
    {
        while (token > first && composed.Clause[token - 1] == composed.Clause[token])
        {
            token--;
        }

        return token;
    }

    private static int EndOfClause(ComposedText composed, int token, int end)
    {
        int clause = composed.Clause[token];
        while (token < end && composed.Clause[token] == clause)
        {
            token++;
        }

        return token;
    }

    // "trotz des Rekordumsatzes sank": the noun phrase; "obwohl … stieg, sank": the clause.
    private static int EndOfConceded(SegmentedText text, SentenceRange sentence, ComposedText composed, int token)
    {
        int end = EndOfClause(composed, token, sentence.EndToken);
        if (!text[token].Equals("trotz", StringComparison.OrdinalIgnoreCase))
        {
            return end;
        }

        int i = token + 1;
        for (; i < Math.Min(end, token + ConcededPhrase); i++)
        {
            if (i > token + 1 && char.IsUpper(text.Text[text.Tokens[i - 1].Start]) && char.IsLower(text.Text[text.Tokens[i].Start]) && text[i] is not ("und" or "der" or "des" or "im" or "bei" or "von" or "in"))
            {
                break;
            }
        }

        return i;
    }

    private static void Scale(ComposedText composed, int first, int end, float factor)
    {
        foreach (ref float polarity in composed.Polarity.AsSpan(first, end - first))
        {
            polarity *= factor;
        }
    }
}
