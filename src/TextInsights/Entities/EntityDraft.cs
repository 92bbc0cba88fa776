namespace TextInsights.Entities;

/// <summary>An entity while its mentions are gathered.</summary>
internal sealed class EntityDraft(EntityType type)
{
    private readonly List<(NameForm Form, int Count)> _forms = [];
    private readonly List<Mention> _mentions = [];

    public EntityType Type { get; } = type;

    public void Add(NameForm form, RecognizedMention mention)
    {
        if (_forms.Count > 0 && ReferenceEquals(_forms[^1].Form, form))
        {
            _forms[^1] = (form, _forms[^1].Count + 1);
        }
        else
        {
            _forms.Add((form, 1));
        }

        _mentions.Add(new Mention(mention.Span.Start, mention.Span.End, form.Surface.Text, mention.Confidence));
    }

    public Entity ToEntity(int id, double? salience)
    {
        _mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        NameParts name = CanonicalName.Of(_forms);

        // By the fullest name only: a subsidiary called by its parent's name for short is not the parent.
        string? isin = Type == EntityType.Organization ? CompanyDirectory.Default.Find(name) : null;
        return new Entity(id, Type == EntityType.Person ? CanonicalName.WithoutTitles(name) : name.Text, Type, isin, salience, [.. _mentions], null);
    }
}
