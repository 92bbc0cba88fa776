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

    public Entity ToEntity(int id, double? salience, KnownNames names)
    {
        _mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        NameParts name = CanonicalName.Of(_forms);
        KnownName? known = Find(name, names);
        return new Entity(id, Type == EntityType.Person ? CanonicalName.WithoutTitles(name) : name.Text, Type, known?.Isin, salience, [.. _mentions], null)
        {
            Identifier = known?.Identifier,
        };
    }

    // By the fullest name: a subsidiary called by its parent's name for short is not the parent. An acronym that the user
    // lists says the same as the name it stands for.
    private KnownName? Find(NameParts name, KnownNames names)
    {
        if (names.Find(name, Type) is { } known)
        {
            return known;
        }

        foreach ((NameForm form, _) in _forms)
        {
            if (AcronymJoiner.IsAcronym(form.Lemma.Text) && names.FindListed(form.Lemma, Type) is { } listed)
            {
                return listed;
            }
        }

        return null;
    }
}
