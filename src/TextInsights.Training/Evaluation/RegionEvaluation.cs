using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Measures of headings and advertisements: a region is found if it and the predicted one share at least half of their union.</summary>
internal static class RegionEvaluation
{
    // Advertisement sentences with no more than a line break between them are one stretch.
    private const int WidestGap = 2;

    /// <summary>Headings line by line.</summary>
    public static PrecisionRecall? Headings(ImmutableArray<ScoredDocument> documents) => Measure(documents, d => d.Headings, SentenceKind.Heading, joined: false);

    /// <summary>Advertisements, neighbours joined on both sides.</summary>
    public static PrecisionRecall? Advertisements(ImmutableArray<ScoredDocument> documents) =>
        Measure(documents, d => d.Advertisements, SentenceKind.Advertisement, joined: true);

    private static PrecisionRecall? Measure(
        ImmutableArray<ScoredDocument> documents, Func<AnnotatedDocument, ImmutableArray<ImmutableArray<int>>?> annotation, SentenceKind kind, bool joined)
    {
        PrecisionRecall? total = null;
        foreach (ScoredDocument document in documents)
        {
            if (annotation(document.Gold) is { } regions)
            {
                List<TextSpan> gold = Gold(regions, joined), predicted = Predicted(document.Sentences, kind, joined);
                total = (total ?? default) + new PrecisionRecall(Hits(gold, predicted), predicted.Count, gold.Count);
            }
        }

        return total;
    }

    private static List<TextSpan> Gold(ImmutableArray<ImmutableArray<int>> regions, bool joined)
    {
        var spans = new List<TextSpan>();
        int lastEnd = int.MinValue;
        foreach (ImmutableArray<int> region in regions.OrderBy(r => r[0]).ThenBy(r => r[1]))
        {
            Add(spans, new TextSpan(region[0], region[1]), join: joined && spans.Count > 0 && region[0] - lastEnd <= WidestGap);
            lastEnd = region[1];
        }

        return spans;
    }

    /// <summary>The stretches of a kind in a result, sentence by sentence or, joined, with neighbours as one.</summary>
    public static List<TextSpan> Predicted(ImmutableArray<Sentence> sentences, SentenceKind kind, bool joined)
    {
        var spans = new List<TextSpan>();
        for (int i = 0; i < sentences.Length; i++)
        {
            if (sentences[i].Kind == kind)
            {
                Add(spans, sentences[i].Span, join: joined && i > 0 && sentences[i - 1].Kind == kind);
            }
        }

        return spans;
    }

    private static void Add(List<TextSpan> spans, TextSpan span, bool join)
    {
        if (join)
        {
            spans[^1] = new TextSpan(spans[^1].Start, span.End);
        }
        else
        {
            spans.Add(span);
        }
    }

    private static int Hits(List<TextSpan> gold, List<TextSpan> predicted)
    {
        List<TextSpan> free = [.. predicted];
        int hits = 0;
        foreach (TextSpan region in gold)
        {
            int hit = free.FindIndex(s => 2 * Overlap(region, s) >= Math.Max(region.End, s.End) - Math.Min(region.Start, s.Start));
            if (hit >= 0)
            {
                free.RemoveAt(hit);
                hits++;
            }
        }

        return hits;
    }

    private static int Overlap(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
}
