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

    private static void Mark(SegmentedText text, GoldMention mention, byte[] labels)
    {
        int first = text.TokenAt(mention.Start);
        int last = text.TokenAt(mention.End - 1);
        if (text.Tokens[first].Start < mention.Start && first != last)
        {
            return; // begins inside a token and goes on: no class says that
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
