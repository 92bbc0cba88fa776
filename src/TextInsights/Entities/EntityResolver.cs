using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Joins mentions of the same thing to entities with a canonical name and salience.</summary>
internal sealed class EntityResolver
{
    /// <summary>Entities in order of first mention, ids from 0, without sentiment.</summary>
    public ImmutableArray<Entity> Resolve(SegmentedText text, ImmutableArray<RecognizedMention> mentions)
    {
        var entities = ImmutableArray.CreateBuilder<Entity>();
        foreach (var group in mentions.GroupBy(m => (m.Type, m.Span.Of(text.Text).ToString())))
        {
            entities.Add(new Entity(entities.Count, group.Key.Item2, group.Key.Type, null, 0,
                [.. group.Select(m => new Mention(m.Span.Start, m.Span.End, group.Key.Item2, m.Confidence))], null));
        }

        return entities.ToImmutable();
    }
}
