using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Decides between a name that the recognizer found and a listed one in the same place.</summary>
internal static class GazetteerOverlay
{
    /// <summary>Both lists are in text order and without overlap, and so is the result.</summary>
    public static ImmutableArray<RecognizedMention> Merge(
        SegmentedText text, ImmutableArray<RecognizedMention> recognized, IReadOnlyList<(RecognizedMention Mention, GazetteerUse Use)> listed)
    {
        var merged = ImmutableArray.CreateBuilder<RecognizedMention>(recognized.Length + listed.Count);
        int next = 0, taken = 0;
        foreach ((RecognizedMention name, GazetteerUse use) in listed)
        {
            while (next < recognized.Length && recognized[next].Span.End <= name.Span.Start)
            {
                merged.Add(recognized[next++]);
            }

            int end = next;
            while (end < recognized.Length && recognized[end].Span.Start < name.Span.End)
            {
                end++;
            }

            if (name.Span.Start >= taken && Choose(text, recognized.AsSpan()[next..end], name, use) is { } chosen)
            {
                merged.Add(chosen);
                taken = chosen.Span.End;
                next = end;
            }
        }

        merged.AddRange(recognized.AsSpan()[next..]);
        return merged.DrainToImmutable();
    }

    // The mention that stands for all that overlap, or null if the recognizer's stand.
    private static RecognizedMention? Choose(SegmentedText text, ReadOnlySpan<RecognizedMention> found, RecognizedMention name, GazetteerUse use)
    {
        if (found.IsEmpty)
        {
            return use == GazetteerUse.Match ? name : null;
        }

        RecognizedMention first = found[0];
        if (found.Length == 1 && first.Span.Start == name.Span.Start && first.Span.End > name.Span.End)
        {
            // "Velteno AG" for a listed "Velteno" is that name; "Siemens Energy" for a listed "Siemens" is another.
            ReadOnlySpan<char> tail = text.Text.AsSpan(name.Span.End, first.Span.End - name.Span.End).TrimStart(" ,\u00A0");
            return NameLexicon.Default.IsLegalForm(tail) ? first with { Type = name.Type, Confidence = use == GazetteerUse.Match ? 1 : first.Confidence } : null;
        }

        if (use == GazetteerUse.Match)
        {
            return name;
        }

        double confidence = 0;
        foreach (RecognizedMention mention in found)
        {
            if (!name.Span.Contains(mention.Span))
            {
                return null;
            }

            confidence = Math.Max(confidence, mention.Confidence);
        }

        return name with { Confidence = confidence };
    }
}
