using TextInsights.Entities;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>Translates a document's annotation into the classes of its tokens.</summary>
internal static class EntityGold
{
    /// <summary>One class per token of the text.</summary>
    public static byte[] Labels(AnnotatedDocument document, SegmentedText text)
    {
        byte[] labels = new byte[text.Tokens.Length];
        foreach (GoldMention part in document.Parts ?? [])
        {
            MarkPart(text, part, labels);
        }

        foreach (GoldMention derived in document.Derived ?? [])
        {
            int label = derived.Type switch
            {
                EntityType.Location => EntityLabels.DerivedLocation,
                EntityType.Person => EntityLabels.DerivedPerson,
                _ => EntityLabels.DerivedOther,
            };
            Fill(text, derived, labels, label, label);
        }

        foreach (GoldMention mention in document.Mentions ?? [])
        {
            Mark(text, mention, labels);
        }

        return labels;
    }

    /// <summary>
    /// The classes that the annotation allows per token, a bit each. What the corpus does not annotate stays open: outside
    /// may be a type it does not know or a derived word; ignored stretches may be anything.
    /// </summary>
    public static ushort[] Allowed(AnnotatedDocument document, SegmentedText text, EntityGuideline guideline)
    {
        byte[] labels = Labels(document, text);
        ushort[] allowed = new ushort[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            allowed[i] = labels[i] != EntityLabels.Outside ? (ushort)(1 << labels[i])
                : text[i].ContainsAny('-', '‑') ? guideline.OutsideCompound : guideline.Outside;
        }

        if (document.Parts is null)
        {
            foreach (GoldSpan ignored in document.Ignored ?? [])
            {
                for (int i = text.TokenAt(ignored.Start); i < text.Tokens.Length && text.Tokens[i].Start < ignored.End; i++)
                {
                    allowed[i] = ushort.MaxValue;
                }
            }
        }

        return allowed;
    }

    private static void Mark(SegmentedText text, GoldMention mention, byte[] labels)
    {
        int first = text.TokenAt(mention.Start);
        int last = text.TokenAt(mention.End - 1);
        if (last == text.Tokens.Length || (text.Tokens[first].Start < mention.Start && first != last))
        {
            return; // white space, or a name that begins inside a token and goes on: no class says that
        }

        Fill(text, mention, labels, EntityLabels.Begin(mention.Type), EntityLabels.Inside(mention.Type));
        if (mention.End < text.Tokens[last].End || text.Tokens[first].Start < mention.Start)
        {
            labels[last] = (byte)EntityLabels.Part(mention.Type);
        }
    }

    // "VW-Werk" is a part; of "Dow Jones-Verluste" the last word is, those before begin the name.
    private static void MarkPart(SegmentedText text, GoldMention part, byte[] labels)
    {
        int first = text.TokenAt(part.Start);
        int last = text.TokenAt(part.End - 1);
        bool atEnd = last > first && text[last].ContainsAny('-', '–') && !text[first].ContainsAny('-', '–');
        int label = EntityLabels.Part(part.Type);
        if (atEnd)
        {
            Fill(text, part, labels, EntityLabels.Begin(part.Type), EntityLabels.Inside(part.Type));
            labels[last] = (byte)label;
        }
        else
        {
            Fill(text, part, labels, label, label);
        }
    }

    private static void Fill(SegmentedText text, GoldMention mention, byte[] labels, int begin, int inside)
    {
        int label = begin;
        for (int i = text.TokenAt(mention.Start); i < text.Tokens.Length && text.Tokens[i].Start < mention.End; i++)
        {
            labels[i] = (byte)label;
            label = inside;
        }
    }
}
