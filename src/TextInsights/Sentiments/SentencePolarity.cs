namespace TextInsights.Sentiments;

/// <summary>The composed polarity of a stretch of tokens in numbers.</summary>
/// <param name="Positive">Sum of what is good.</param>
/// <param name="Negative">Sum of what is bad; at most 0.</param>
/// <param name="Strongest">The value that is furthest from 0.</param>
/// <param name="First">The first value.</param>
/// <param name="LastClause">Sum over the last clause that says something.</param>
internal readonly record struct SentencePolarity(float Positive, float Negative, float Strongest, float First, float LastClause)
{
    public float Sum => Positive + Negative;

    public static SentencePolarity Of(ComposedText composed, int first, int end)
    {
        float positive = 0, negative = 0, strongest = 0, firstValue = 0, last = 0;
        int clause = -1;
        for (int i = first; i < end; i++)
        {
            float value = composed.Polarity[i];
            if (value == 0)
            {
                continue;
            }

            positive += Math.Max(0, value);
            negative += Math.Min(0, value);
            strongest = Math.Abs(value) > Math.Abs(strongest) ? value : strongest;
            firstValue = firstValue == 0 ? value : firstValue;
            last = composed.Clause[i] == clause ? last + value : value;
            clause = composed.Clause[i];
        }

        return new SentencePolarity(positive, negative, strongest, firstValue, last);
    }
}
