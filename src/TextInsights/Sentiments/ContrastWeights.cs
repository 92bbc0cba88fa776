using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Weighs what stands on both sides of a contrast: "zwar … aber", "trotz", "obwohl"; and what only may be.</summary>
internal static class ContrastWeights
{
    private const float BeforeBut = 0.5f;
    private const float BehindBut = 1.4f;
    private const float Conceded = -0.25f;
    private const int ConcededPhrase = 6;
    private const float Strongest = 6;
    private const int Reach = 60; // tokens on each side that a contrast weighs

    public static void Apply(SegmentedText text, SentenceRange sentence, ComposedText composed)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            LexicalReading reading = composed.Readings[i];
            switch (reading.Role)
            {
                case LexicalRole.But when i > sentence.FirstToken + 1 || sentence.FirstToken == 0:
                    int start = StartOfClause(composed, i, Math.Max(sentence.FirstToken, i - Reach));
                    Scale(composed, Math.Max(sentence.FirstToken, i - Reach), start, BeforeBut);
                    Scale(composed, start, Math.Min(sentence.EndToken, i + Reach), BehindBut);
                    break;
                case LexicalRole.Although:
                    Scale(composed, i, EndOfClause(composed, i, Math.Min(sentence.EndToken, i + Reach)), Conceded);
                    break;
                case LexicalRole.AlthoughPhrase when i + 1 < sentence.EndToken && char.IsLetter(text[i + 1][0]):
                    Scale(composed, i, EndOfPhrase(text, sentence, composed, i), reading.Value);
                    break;
                case LexicalRole.Concede:
                    Scale(composed, i, EndOfClause(composed, i, Math.Min(sentence.EndToken, i + Reach)), BeforeBut);
                    break;
                case LexicalRole.Hypothetical:
                    Scale(composed, StartOfClause(composed, i, Math.Max(sentence.FirstToken, i - Reach)), EndOfClause(composed, i, Math.Min(sentence.EndToken, i + Reach)), reading.Value);
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

    // "trotz des Rekordumsatzes sank": up to the last noun before the verb.
    private static int EndOfPhrase(SegmentedText text, SentenceRange sentence, ComposedText composed, int token)
    {
        int end = EndOfClause(composed, token, Math.Min(sentence.EndToken, token + ConcededPhrase));
        int i = token + 2;
        for (; i < end; i++)
        {
            if (char.IsUpper(text.Text[text.Tokens[i - 1].Start]) && char.IsLower(text.Text[text.Tokens[i].Start])
                && text[i] is not ("und" or "der" or "des" or "im" or "bei" or "von" or "in"))
            {
                break;
            }
        }

        return Math.Min(i, end);
    }

    private static void Scale(ComposedText composed, int first, int end, float factor)
    {
        foreach (ref float polarity in composed.Polarity.AsSpan(first, end - first))
        {
            polarity = Math.Clamp(polarity * factor, -Strongest, Strongest); // contrasts may pile up
        }
    }
}
