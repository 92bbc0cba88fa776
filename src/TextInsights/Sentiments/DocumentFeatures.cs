using System.Collections.Immutable;
using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Features of a document of more than one sentence: what its heading, lead, middle and end say.</summary>
internal static class DocumentFeatures
{
    public const int Bits = 12;

    public const string Schema = "sentiment-document-2";

    private static readonly uint Number = FeatureHash.Of("number"), Step = FeatureHash.Of("step"), Deals = FeatureHash.Of("deals"), Counts = FeatureHash.Of("counts");

    /// <summary>Fills the buffer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="composed">Its composed polarity.</param>
    /// <param name="sentences">What the sentence model says of each sentence; advertisements are not looked at.</param>
    /// <param name="deals">The deals of the text.</param>
    /// <param name="owners">Which organisation each sentence is about.</param>
    /// <param name="features">The buffer; cleared first.</param>
    public static void Extract(
        SegmentedText text, ComposedText composed, ReadOnlySpan<PolarityProbabilities> sentences, ImmutableArray<Deal> deals, ReadOnlySpan<int> owners, FeatureBuffer features)
    {
        features.Clear();
        AddDeals(deals, features);
        AddMain(sentences, owners, features);
        float title = 0, lead = 0, second = 0, sum = 0, best = -1, worst = 1, last = 0, composedSum = 0, composedTitle = 0, composedLead = 0, absolute = 0;
        int bodies = 0, headings = 0, positive = 0, negative = 0;
        for (int i = 0; i < sentences.Length; i++)
        {
            SentenceRange sentence = text.Sentences[i];
            if (sentence.Kind == SentenceKind.Advertisement)
            {
                continue;
            }

            float score = sentences[i].Score;
            float composedScore = composed.Sentences[i];
            if (sentence.Kind == SentenceKind.Heading && bodies == 0)
            {
                title += score;
                composedTitle += composedScore;
                headings++;
                continue;
            }

            (lead, composedLead) = bodies == 0 ? (score, composedScore) : (lead, composedLead);
            second = bodies == 1 ? score : second;
            sum += score;
            absolute += 1 - sentences[i].Neutral;
            composedSum += composedScore;
            best = Math.Max(best, score);
            worst = Math.Min(worst, score);
            last = score;
            bodies++;
            positive += score > 0.3f ? 1 : 0;
            negative += score < -0.3f ? 1 : 0;
        }

        int count = Math.Max(1, bodies);
        Add(0, title, features);
        Add(1, lead, features);
        Add(2, second, features);
        Add(3, sum / count, features);
        Add(4, best, features);
        Add(5, worst, features);
        Add(6, last, features);
        Add(7, composedSum / count, features);
        Add(8, composedTitle, features);
        Add(9, composedLead, features);
        Add(10, absolute / count, features);
        Add(11, (float)positive / count, features);
        Add(12, (float)negative / count, features);
        Add(13, (float)Math.Min(positive, negative) / count, features);
        Add(14, Math.Abs(sum / count), features);
        Add(15, Math.Abs(title), features);
        Add(16, title + lead + (sum / count), features);
        Add(17, Math.Abs(title + lead + (sum / count)), features);
        features.Add(FeatureHash.Combine(Counts, (uint)((Math.Min(positive, 3) * 4) + Math.Min(negative, 3))), 0.5f);
        AddStep(0, title + lead, features);
        AddStep(1, sum / count * 2, features);
    }

    // What is said of the organisation that most sentences are about, and of the others.
    private static void AddMain(ReadOnlySpan<PolarityProbabilities> sentences, ReadOnlySpan<int> owners, FeatureBuffer features)
    {
        int main = SentenceOwners.MostFrequent(owners, out int count);
        if (main == SentenceOwners.None)
        {
            features.Add(FeatureHash.Combine(Counts, 100), 0.5f);
            return;
        }

        float own = 0, others = 0;
        int all = 0;
        for (int s = 0; s < sentences.Length; s++)
        {
            if (owners[s] != SentenceOwners.None)
            {
                all++;
                own += owners[s] == main ? sentences[s].Score : 0;
                others += owners[s] == main ? 0 : sentences[s].Score;
            }
        }

        Add(20, own / count, features);
        Add(21, own / all, features);
        Add(22, others / Math.Max(1, all - count), features);
        Add(23, Math.Abs((own / count) - (others / Math.Max(1, all - count))), features);
        Add(24, (float)count / all, features);
        AddStep(2, own / count * 2, features);
    }

    // A deal is good news for a text if it comes about; the first one is what the text is about.
    private static void AddDeals(ImmutableArray<Deal> deals, FeatureBuffer features)
    {
        for (int i = 0; i < Math.Min(deals.Length, 3); i++)
        {
            uint place = FeatureHash.Combine(Deals, i == 0 ? 0u : 1u);
            features.Add(FeatureHash.Combine(place, (uint)deals[i].Kind + 10), 0.5f);
            features.Add(FeatureHash.Combine(place, (uint)deals[i].Status + 30), 0.5f);
            features.Add(FeatureHash.Combine(FeatureHash.Combine(place, (uint)deals[i].Kind + 60), (uint)deals[i].Status), 0.4f);
        }

        features.Add(FeatureHash.Combine(Deals, 100 + (uint)Math.Min(deals.Length, 3)), 0.5f);
    }

    private static void Add(uint which, float value, FeatureBuffer features) => features.Add(FeatureHash.Combine(Number, which), value);

    private static void AddStep(uint which, float value, FeatureBuffer features) =>
        features.Add(FeatureHash.Combine(FeatureHash.Combine(Step, which), (uint)(MathF.Round(Math.Clamp(value, -2, 2) * 2) + 10)), 0.5f);
}
