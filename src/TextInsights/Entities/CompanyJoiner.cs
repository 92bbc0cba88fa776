namespace TextInsights.Entities;

/// <summary>Joins names of one known company: "VW" and "Volkswagen", "Munich Re" and "Münchener Rück".</summary>
internal static class CompanyJoiner
{
    public static void Join(NameGroups groups)
    {
        var byIsin = new Dictionary<string, NameGroup>(StringComparer.Ordinal);
        foreach (NameGroup group in groups.Groups)
        {
            if (group.Isin is { } isin && !byIsin.TryAdd(isin, group))
            {
                groups.Join(byIsin[isin], group);
            }
        }
    }
}
