using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>The composed polarity around a mention.</summary>
/// <param name="Clause">Sum over its clause.</param>
/// <param name="Near">Sum over its sentence, less for what is further away.</param>
/// <param name="Before">Sum over its clause before it.</param>
/// <param name="Behind">Sum over its clause behind it.</param>
/// <param name="Subject">Sum over its clause and the next if it begins its clause, as subjects do.</param>
internal readonly record struct MentionPolarity(float Clause, float Near, float Before, float Behind, float Subject)
{
    private const float HalfDistance = 6;
    private const int Reach = 60;

    public static MentionPolarity Of(ComposedText composed, SentenceRange sentence, int first, int end)
    {
        float near = 0, before = 0, behind = 0, subject = 0;
        int clause = composed.Clause[first];
        bool begins = first <= sentence.FirstToken + 1 || composed.Clause[first - 1] != clause || (first > sentence.FirstToken + 1 && composed.Clause[first - 2] != clause);
        for (int i = Math.Max(sentence.FirstToken, first - Reach); i < Math.Min(sentence.EndToken, end + Reach); i++)
        {
            float value = composed.Polarity[i];
            if (value == 0 || (i >= first && i < end))
            {
                continue;
            }

            int distance = i < first ? first - i : i - end + 1;
            near += value * HalfDistance / (HalfDistance + distance);
            bool own = composed.Clause[i] == clause;
            before += own && i < first ? value : 0;
            behind += own && i >= end ? value : 0;
            subject += begins && i >= end && composed.Clause[i] <= clause + 1 ? value : 0;
        }

        return new MentionPolarity(before + behind, near, before, behind, subject);
    }
}
