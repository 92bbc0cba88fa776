using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Joins mentions of the same thing to entities with a canonical name, a known company's ISIN and salience.</summary>
internal sealed class EntityResolver(KnownNames known)
{
    /// <summary>Knows the companies of the package and nothing else.</summary>
    public EntityResolver()
        : this(new KnownNames(new ListedNames([])))
    {
    }

    /// <summary>Entities in order of first mention, ids from 0, without sentiment.</summary>
    public ImmutableArray<Entity> Resolve(SegmentedText text, ImmutableArray<RecognizedMention> mentions)
    {
        if (mentions.IsEmpty)
        {
            return [];
        }

        List<NameForm> forms = NameGrouping.Forms(text, mentions);
        NameInflection.Undo(text, mentions, forms, known);
        var groups = new NameGroups(text, mentions, NameGrouping.Group(text, mentions, forms, known));
        KnownNameJoiner.Join(groups);
        AcronymJoiner.Join(groups);
        VariantJoiner.Join(groups);
        ShortNameJoiner.Join(groups);
        PersonJoiner.Join(groups);
        return Assemble(groups, forms);
    }

    private ImmutableArray<Entity> Assemble(NameGroups groups, List<NameForm> forms)
    {
        ImmutableArray<RecognizedMention> mentions = groups.Mentions;
        var entityOfRoot = new Dictionary<int, int>();
        var entityOf = new int[mentions.Length];
        var drafts = new List<EntityDraft>();
        for (int i = 0; i < mentions.Length; i++)
        {
            int root = groups.Find(groups.GroupOf[i]);
            if (!entityOfRoot.TryGetValue(root, out int entity))
            {
                entityOfRoot.Add(root, entity = drafts.Count);
                drafts.Add(new EntityDraft(groups.Groups[groups.GroupOf[i]].Type));
            }

            entityOf[i] = entity;
        }

        foreach (NameForm form in forms)
        {
            foreach (int mention in form.Mentions)
            {
                drafts[entityOf[mention]].Add(form, mentions[mention]);
            }
        }

        ImmutableArray<double?> salience = SalienceScorer.Score(groups.Text, mentions, entityOf, [.. drafts.Select(d => d.Type)]);
        return [.. drafts.Select((draft, id) => draft.ToEntity(id, salience[id], known))];
    }
}
