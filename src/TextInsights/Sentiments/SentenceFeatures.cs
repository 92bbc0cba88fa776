using TextInsights.Features;
using TextInsights.Segmentation;

namespace TextInsights.Sentiments;

/// <summary>Features of a sentence: what the composition says, as numbers and in steps, and the words themselves.</summary>
internal sealed class SentenceFeatures(Subwords subwords)
{
    public const int Bits = 18;

    /// <summary>Id of what this class extracts; a model made for another one is refused.</summary>
    public const string Schema = "sentiment-sentence-1";

    private const float WordWeight = 0.08f;

    private static readonly uint Composed = FeatureHash.Of("composed"), Step = FeatureHash.Of("step"), Word = FeatureHash.Of("word"),
        Pair = FeatureHash.Of("pair"), Role = FeatureHash.Of("role"), Signed = FeatureHash.Of("signed"), Subword = FeatureHash.Of("subword"), Shape = FeatureHash.Of("shape");

    /// <summary>Adds the features of a sentence to the buffer.</summary>
    public void Extract(SegmentedText text, ComposedText composed, SentenceRange sentence, FeatureBuffer features)
    {
        AddComposed(SentencePolarity.Of(composed, sentence.FirstToken, sentence.EndToken), features);
        AddSources(composed, sentence, features);
        AddWords(text, composed, sentence, features);
        features.Add(FeatureHash.Combine(Shape, (uint)Math.Min(sentence.TokenCount / 5, 8)), WordWeight);
        features.Add(FeatureHash.Combine(Shape, 100 + (uint)sentence.Kind), WordWeight);
        features.Add(FeatureHash.Combine(Shape, 200 + (uint)text[sentence.EndToken - 1][0]), WordWeight);
    }

    private static void AddComposed(SentencePolarity polarity, FeatureBuffer features)
    {
        AddNumber(0, polarity.Sum, features);
        AddNumber(1, polarity.Positive, features);
        AddNumber(2, polarity.Negative, features);
        AddNumber(3, polarity.Strongest, features);
        AddNumber(4, polarity.LastClause, features);
        AddNumber(5, polarity.First, features);
        AddNumber(6, Math.Abs(polarity.Sum), features);
        AddNumber(7, Math.Min(polarity.Positive, -polarity.Negative), features);
        AddNumber(8, polarity.Sum / (1 + polarity.Positive - polarity.Negative), features);
        int step = (int)Math.Clamp(MathF.Round(polarity.Sum * 2), -6, 6);
        features.Add(FeatureHash.Combine(Step, (uint)(step + 100)), 0.7f);
    }

    // What is said of rises and falls is more to be trusted than a single word.
    private static void AddSources(ComposedText composed, SentenceRange sentence, FeatureBuffer features)
    {
        const int Sources = (int)PolaritySource.Numbers + 1;
        Span<float> positive = stackalloc float[Sources], negative = stackalloc float[Sources];
        positive.Clear();
        negative.Clear();
        bool metric = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            float polarity = composed.Polarity[i];
            positive[(int)composed.Source[i]] += Math.Max(0, polarity);
            negative[(int)composed.Source[i]] += Math.Min(0, polarity);
            metric |= composed.Readings[i].Role == LexicalRole.Metric;
        }

        for (uint source = 0; source < Sources; source++)
        {
            AddNumber(20 + (2 * source), positive[(int)source], features);
            AddNumber(21 + (2 * source), negative[(int)source], features);
            float sum = positive[(int)source] + negative[(int)source];
            if (sum != 0)
            {
                features.Add(FeatureHash.Combine(FeatureHash.Combine(Step, source + 1), (uint)Math.Sign(sum) + 1), 0.7f);
                AddNumber(50 + source + (metric ? 10u : 0u), sum, features);
            }
        }
    }

    private static void AddNumber(uint which, float value, FeatureBuffer features)
    {
        if (value != 0)
        {
            features.Add(FeatureHash.Combine(Composed, which), Math.Clamp(value, -4, 4) * 1f);
        }
    }

    private void AddWords(SegmentedText text, ComposedText composed, SentenceRange sentence, FeatureBuffer features)
    {
        Span<char> buffer = stackalloc char[SentimentLexicon.LongestWord];
        float weight = WordWeight * Math.Min(1, MathF.Sqrt(20f / Math.Max(1, sentence.TokenCount)));
        uint before = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            TokenKind kind = text.Tokens[i].Kind;
            if (kind is TokenKind.Punctuation)
            {
                continue;
            }

            ReadOnlySpan<char> folded = buffer[..SentimentLexicon.Fold(text[i], buffer)];
            uint word = kind is TokenKind.Number or TokenKind.Ordinal ? 1 : FeatureHash.Of(folded);
            features.Add(FeatureHash.Combine(Word, word), weight);
            features.Add(FeatureHash.Combine(FeatureHash.Combine(Pair, before), word), weight);
            before = word;
            LexicalReading reading = composed.Readings[i];
            if (reading.Role != LexicalRole.None)
            {
                int sign = Math.Sign(composed.Polarity[i]);
                features.Add(FeatureHash.Combine(Role, ((uint)reading.Role * 3) + (uint)(sign + 1)), weight);
                features.Add(FeatureHash.Combine(FeatureHash.Combine(Signed, word), (uint)(sign + 1)), weight);
            }
            else if (kind == TokenKind.Word && folded.Length > 5)
            {
                subwords.Add(folded, Subword, weight * 0.6f, features);
            }
        }
    }
}
