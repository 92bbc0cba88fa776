using System.Collections.Immutable;

namespace TextInsights.Rendering.Html;

/// <summary>One sentence, or several neighbours in a long article.</summary>
/// <param name="Span">From the first to the last of them.</param>
/// <param name="Length">UTF-16 code units of the sentences.</param>
/// <param name="Count">Number of sentences.</param>
/// <param name="Kind">Class of the style sheet.</param>
/// <param name="Score">Their score, by length.</param>
internal readonly record struct MoodBar(TextSpan Span, int Length, int Count, string Kind, double Score)
{
    // A mean nearer to 0 says neither good nor bad.
    private const double NeutralMean = 0.1;

    /// <summary>All sentences in order, at most <paramref name="most"/> bars.</summary>
    public static ImmutableArray<MoodBar> Of(ImmutableArray<Sentence> sentences, int most)
    {
        int size = Math.Max(1, (sentences.Length + most - 1) / most);
        return [.. sentences.Chunk(size).Select(Merge)];
    }

    /// <summary>Which sentence and its judgement, for those who listen and those who point at it.</summary>
    public string Describe(int number)
    {
        string name = Count == 1 ? $"Sentence {number}" : $"Part {number} ({Count} sentences)";
        return Kind == "unjudged" ? $"{name}: advertisement" : $"{name}: {Kind} {SentimentText.Score(Score)}";
    }

    private static MoodBar Merge(Sentence[] sentences)
    {
        var span = new TextSpan(sentences[0].Start, sentences[^1].End);
        int length = sentences.Sum(s => s.Span.Length);
        if (sentences is [var only])
        {
            return new MoodBar(span, length, 1, HtmlWords.ClassOf(only.Sentiment), only.Sentiment?.Score ?? 0);
        }

        int judged = sentences.Sum(s => s.Sentiment is null ? 0 : s.Span.Length);
        double mean = judged == 0 ? 0 : sentences.Sum(s => (s.Sentiment?.Score ?? 0) * s.Span.Length) / judged;
        string kind = judged == 0 ? "unjudged" : mean > NeutralMean ? "positive" : mean < -NeutralMean ? "negative" : "neutral";
        return new MoodBar(span, length, sentences.Length, kind, mean);
    }
}
