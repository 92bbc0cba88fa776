using System.Collections.Immutable;
using TextInsights.Entities;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>How well mentions are joined and named, measured with annotated mentions as input so that only the resolver counts.</summary>
/// <param name="Precision">B³ precision over mentions.</param>
/// <param name="Recall">B³ recall over mentions.</param>
/// <param name="NameAccuracy">Share of mentions whose entity bears the annotated name, spelling in capitals aside.</param>
/// <param name="Mentions">Number of mentions measured.</param>
internal sealed record GroupingMeasure(double Precision, double Recall, double NameAccuracy, int Mentions)
{
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    public static GroupingMeasure Of(EntityResolver resolver, ImmutableArray<AnnotatedDocument> documents)
    {
        double precision = 0, recall = 0;
        int named = 0, mentions = 0;
        foreach (AnnotatedDocument document in documents)
        {
            SegmentedText text = GoldStages.Segment(document);
            ImmutableArray<GoldMention> gold = [.. (document.Mentions ?? []).Where(m => m.Name is not null).OrderBy(m => m.Start)];
            ImmutableArray<Entity> entities = resolver.Resolve(text, GoldStages.RecognizedMentions(gold, text));
            var nameAt = gold.ToDictionary(m => m.Start, m => m.Name!);
            foreach (Entity entity in entities)
            {
                foreach (Mention mention in entity.Mentions)
                {
                    string name = nameAt[mention.Start];
                    int together = entity.Mentions.Count(m => nameAt[m.Start] == name);
                    precision += together / (double)entity.Mentions.Length;
                    recall += together / (double)gold.Count(m => m.Name == name);
                    named += string.Equals(entity.Name, name, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
                    mentions++;
                }
            }
        }

        return new GroupingMeasure(precision / mentions, recall / mentions, named / (double)mentions, mentions);
    }
}
