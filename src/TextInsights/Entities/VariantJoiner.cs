namespace TextInsights.Entities;

/// <summary>Joins names that differ in how full one of their words is: "Gießerei Balve" and "Eisengießerei Balve", "Ostkärntner Hypo" and "Ostkärntner Hypothekenbank".</summary>
internal sealed class VariantJoiner
{
    private const int ShortestWord = 4;
    private static readonly NameLexicon Lexicon = NameLexicon.Default;
    private readonly Dictionary<string, NameGroup> _byRest = new(StringComparer.Ordinal);

    public static void Join(NameGroups groups)
    {
        var joiner = new VariantJoiner();
        foreach (NameGroup group in groups.Groups)
        {
            NameParts name = group.Name;
            if (group.Type == EntityType.Organization && name.CoreWords > 1)
            {
                joiner.Join(groups, group, "…" + name.KeyOf(1, name.CoreWords));
                joiner.Join(groups, group, name.KeyOf(0, name.CoreWords - 1) + "…");
            }
        }
    }

    // Compares with the last group that shares the rest: enough for how people vary a name, and linear.
    private void Join(NameGroups groups, NameGroup group, string rest)
    {
        if (_byRest.TryGetValue(rest, out NameGroup? other) && other.Name.CoreWords == group.Name.CoreWords)
        {
            bool first = rest[0] == '…';
            string one = first ? group.Name.Words[0].Folded : group.Name.LastCoreWord.Folded;
            string two = first ? other.Name.Words[0].Folded : other.Name.LastCoreWord.Folded;
            (one, two) = one.Length < two.Length ? (one, two) : (two, one);
            if (one.Length >= ShortestWord && (first ? Lexicon.Is(one, NameWordRoles.Head) && two.EndsWith(one, StringComparison.Ordinal)
                : one[^1] is 'i' or 'o' && two.StartsWith(one, StringComparison.Ordinal)))
            {
                groups.Join(group, other);
            }
        }

        _byRest[rest] = group;
    }
}
