using System.Collections.Immutable;

namespace TextInsights.Rendering;

/// <summary>A stretch of the text in which nothing changes: one or no sentence, one or no entity, one or no amount.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="Sentence">Index of the sentence around it; null between sentences.</param>
/// <param name="Entity">The entity that is named here, or null.</param>
/// <param name="Amount">The amount that stands here, or null.</param>
internal readonly record struct MarkedSegment(TextSpan Span, int? Sentence, Entity? Entity, MonetaryAmount? Amount);

/// <summary>Cuts a text where markings begin and end, for renderers that can't nest. The segments cover the whole text in order.</summary>
internal static class MarkedText
{
    /// <summary>The segments of a document.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="document">What was found in it.</param>
    /// <param name="evidence">Whether to cut also where the evidence of a valuation or deal begins and ends.</param>
    public static ImmutableArray<MarkedSegment> Segments(string text, AnalyzedDocument document, bool evidence = false)
    {
        (TextSpan Span, Entity Entity)[] mentions = [.. document.Entities.SelectMany(e => e.Mentions.Select(m => (m.Span, e))).OrderBy(m => m.Span.Start)];
        IEnumerable<TextSpan> told = evidence ? document.Valuations.Select(v => v.Span).Concat(document.Deals.Select(d => d.Span)) : [];
        int[] cuts =
        [
            .. document.Sentences.Select(s => s.Span)
                .Concat(mentions.Select(m => m.Span))
                .Concat(document.Amounts.Select(a => a.Span))
                .Concat(told)
                .SelectMany(s => new[] { s.Start, s.End })
                .Append(0).Append(text.Length)
                .Where(cut => cut >= 0 && cut <= text.Length)
                .Distinct().Order(),
        ];
        var segments = ImmutableArray.CreateBuilder<MarkedSegment>();
        int sentence = 0, mention = 0, amount = 0;
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            var span = new TextSpan(cuts[i], cuts[i + 1]);
            Skip(document.Sentences.Length, k => document.Sentences[k].End, span.Start, ref sentence);
            Skip(mentions.Length, k => mentions[k].Span.End, span.Start, ref mention);
            Skip(document.Amounts.Length, k => document.Amounts[k].End, span.Start, ref amount);
            segments.Add(new MarkedSegment(
                span,
                sentence < document.Sentences.Length && document.Sentences[sentence].Span.Contains(span) ? sentence : null,
                mention < mentions.Length && mentions[mention].Span.Contains(span) ? mentions[mention].Entity : null,
                amount < document.Amounts.Length && document.Amounts[amount].Span.Contains(span) ? document.Amounts[amount] : null));
        }

        return segments.ToImmutable();
    }

    // Moves on to the first item that ends behind the offset.
    private static void Skip(int count, Func<int, int> endOf, int offset, ref int index)
    {
        while (index < count && endOf(index) <= offset)
        {
            index++;
        }
    }
}
