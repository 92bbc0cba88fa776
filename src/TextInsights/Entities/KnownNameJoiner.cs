namespace TextInsights.Entities;

/// <summary>Joins the names of one known thing: "VW" and "Volkswagen", "Munich Re" and "Münchener Rück", a listed name and its aliases.</summary>
internal static class KnownNameJoiner
{
    public static void Join(NameGroups groups)
    {
        var byId = new Dictionary<string, NameGroup>(StringComparer.Ordinal);
        foreach (NameGroup group in groups.Groups)
        {
            if (group.KnownId is { } id && !byId.TryAdd(id, group))
            {
                groups.Join(byId[id], group);
            }
        }
    }
}
