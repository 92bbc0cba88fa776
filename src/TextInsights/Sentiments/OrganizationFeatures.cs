using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Features of an organisation in its document: what is said in the clauses and sentences that name it, where, and as what.</summary>
internal sealed class OrganizationFeatures
{
    public const int Bits = 16;

    public const string Schema = "sentiment-organization-1";

    private const int Window = 3;

    private static readonly uint Number = FeatureHash.Of("number"), Step = FeatureHash.Of("step"), Near = FeatureHash.Of("near"),
        Own = FeatureHash.Of("own"), Count = FeatureHash.Of("count");

    /// <summary>Fills the buffer with the features of an entity.</summary>
    /// <param name="text">The text.</param>
    /// <param name="composed">Its composed polarity.</param>
    /// <param name="sentences">What the sentence model says of each sentence.</param>
    /// <param name="document">What the document model says.</param>
    /// <param name="entity">The organisation.</param>
    /// <param name="organizations">Number of organisations in the document.</param>
    /// <param name="features">The buffer; cleared first.</param>
    public void Extract(
        SegmentedText text,
        ComposedText composed,
        ReadOnlySpan<PolarityProbabilities> sentences,
        PolarityProbabilities document,
        Entity entity,
        int organizations,
        FeatureBuffer features)
    {
        features.Clear();
        float clause = 0, near = 0, before = 0, behind = 0, sentenceScore = 0, composedSentence = 0, best = -1, worst = 1, firstScore = 0, subject = 0;
        int count = 0, last = -1, firstSentence = -1, sentenceCount = 0;
        bool inTitle = false;
        foreach (Mention mention in entity.Mentions)
        {
            int token = text.TokenAt(mention.Start);
            int index = text.SentenceOf(token);
            SentenceRange sentence = text.Sentences[index];
            if (sentence.Kind == SentenceKind.Advertisement)
            {
                continue;
            }

            int end = text.TokenAt(mention.End - 1) + 1;
            inTitle |= sentence.Kind == SentenceKind.Heading && index == 0;
            var around = MentionPolarity.Of(composed, sentence, token, end);
            clause += around.Clause;
            near += around.Near;
            before += around.Before;
            behind += around.Behind;
            subject += around.Subject;
            count++;
            AddWords(text, composed, sentence, token, end, features);
            firstSentence = firstSentence < 0 ? index : firstSentence;
            if (index != last)
            {
                float score = sentences[index].Score;
                firstScore = sentenceCount == 0 ? score : firstScore;
                sentenceScore += score;
                best = Math.Max(best, score);
                worst = Math.Min(worst, score);
                composedSentence += MathF.Tanh(SentencePolarity.Of(composed, sentence.FirstToken, sentence.EndToken).Sum / 2);
                sentenceCount++;
            }

            last = index;
        }

        float n = Math.Max(1, count), m = Math.Max(1, sentenceCount);
        Add(0, clause / n, features);
        Add(1, near / n, features);
        Add(2, before / n, features);
        Add(3, behind / n, features);
        Add(4, subject / n, features);
        Add(5, sentenceScore / m, features);
        Add(6, composedSentence / m, features);
        Add(7, sentenceCount == 0 ? 0 : best, features);
        Add(8, sentenceCount == 0 ? 0 : worst, features);
        Add(9, firstScore, features);
        Add(10, document.Score, features);
        Add(11, document.Neutral, features);
        Add(12, Math.Abs(clause / n), features);
        Add(13, Math.Abs(sentenceScore / m), features);
        Add(14, inTitle ? document.Score : 0, features);
        Add(15, firstSentence is 0 or 1 ? document.Score : 0, features);
        Add(16, organizations == 1 ? document.Score : 0, features);
        Add(17, MathF.Log2(1 + count) / 2, features);
        Add(18, count > 2 ? document.Score : 0, features);
        AddStep(0, clause / n, features);
        AddStep(1, sentenceScore / m * 2, features);
        features.Add(FeatureHash.Combine(Count, (uint)Math.Min(count, 5)), 0.5f);
        features.Add(FeatureHash.Combine(Count, 10 + (uint)Math.Min(organizations, 8)), 0.5f);
        features.Add(FeatureHash.Combine(Count, 20 + (uint)Math.Clamp(firstSentence, 0, 6)), 0.5f);
        features.Add(FeatureHash.Combine(Count, inTitle ? 30u : 31u), 0.5f);
    }

    // The words around a mention, and what they do: "verklagt X", "X-Aktie", "Kunden wie X".
    private static void AddWords(SegmentedText text, ComposedText composed, SentenceRange sentence, int token, int end, FeatureBuffer features)
    {
        Span<char> buffer = stackalloc char[SentimentLexicon.LongestWord];
        for (int i = Math.Max(sentence.FirstToken, token - Window); i < Math.Min(sentence.EndToken, end + Window); i++)
        {
            if (i >= token && i < end)
            {
                continue;
            }

            uint word = FeatureHash.Of(buffer[..SentimentLexicon.Fold(text[i], buffer)]);
            int distance = i < token ? i - token : i - end + 1;
            features.Add(FeatureHash.Combine(FeatureHash.Combine(Near, (uint)Math.Sign(distance) + 2), word), 0.25f);
            if (Math.Abs(distance) == 1)
            {
                features.Add(FeatureHash.Combine(FeatureHash.Combine(Near, (uint)distance + 10), word), 0.25f);
            }
        }

        // "X-Aktie": what stands behind the name inside its token.
        ReadOnlySpan<char> surface = text[end - 1];
        int hyphen = surface.LastIndexOf('-');
        if (hyphen > 0)
        {
            features.Add(FeatureHash.Combine(Own, FeatureHash.Of(buffer[..SentimentLexicon.Fold(surface[(hyphen + 1)..], buffer)])), 0.3f);
        }
    }

    private static void Add(uint which, float value, FeatureBuffer features) =>
        features.Add(FeatureHash.Combine(Number, which), Math.Clamp(value, -4, 4));

    private static void AddStep(uint which, float value, FeatureBuffer features) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine(Step, which), (uint)(MathF.Round(Math.Clamp(value, -3, 3) * 2) + 10)), 0.5f);
}
