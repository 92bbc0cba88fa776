namespace TextInsights.Entities;

/// <summary>Mentions that certainly name the same thing: same type, same name apart from spelling, inflection and legal form.</summary>
internal sealed class NameGroup(int index, EntityType type, NameParts name, string? knownId)
{
    public int Index { get; } = index;

    public EntityType Type { get; } = type;

    /// <summary>The uninflected name of its first form.</summary>
    public NameParts Name { get; } = name;

    /// <summary>What its known names have in common, null if it is nothing known; see <see cref="KnownName"/>.</summary>
    public string? KnownId { get; } = knownId;

    /// <summary>Whether a mention bears a legal form: then this is a full name and no short form of another.</summary>
    public bool HasLegalForm { get; set; }

    public string Key => Name.Key;

    /// <summary>Indices of its mentions, in text order.</summary>
    public List<int> Mentions { get; } = [];
}
