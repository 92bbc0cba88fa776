using System.Collections.Immutable;
using System.Numerics.Tensors;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Turns the classes of tokens into names with spans.</summary>
internal static class MentionReader
{
    /// <summary>Reads the names of a sentence and adds them to <paramref name="mentions"/>; a name is as sure as its least sure token.</summary>
    public static void Read(
        SegmentedText text, SentenceRange sentence, ReadOnlySpan<byte> labels, ReadOnlySpan<float> probabilities,
        ImmutableArray<RecognizedMention>.Builder mentions)
    {
        for (int i = 0; i < labels.Length;)
        {
            int label = labels[i];
            int first = i++;
            if (EntityLabels.IsBegin(label))
            {
                EntityType type = EntityLabels.TypeOf(label);
                while (i < labels.Length && labels[i] == EntityLabels.Inside(type))
                {
                    i++;
                }

                Token last = text.Tokens[sentence.FirstToken + i - 1];
                int end = last.End;
                if (i < labels.Length && labels[i] == EntityLabels.Part(type) && InnerName.Find(text[sentence.FirstToken + i]) is { Start: 0 } inner)
                {
                    end = text.Tokens[sentence.FirstToken + i].Start + inner.End; // "Deutsche Bank-Aktie"
                    i++;
                }

                Add(first, i, new TextSpan(text.Tokens[sentence.FirstToken + first].Start, end), type, TensorPrimitives.Min(probabilities[first..i]));
            }
            else if (EntityLabels.IsPart(label) && InnerName.Find(text[sentence.FirstToken + first]) is { } inner)
            {
                int start = text.Tokens[sentence.FirstToken + first].Start;
                Add(first, i, new TextSpan(start + inner.Start, start + inner.End), EntityLabels.TypeOf(label), probabilities[first]);
            }
        }

        void Add(int first, int end, TextSpan span, EntityType type, float probability) =>
            mentions.Add(new RecognizedMention(sentence.FirstToken + first, sentence.FirstToken + end, span, type, probability));
    }
}
