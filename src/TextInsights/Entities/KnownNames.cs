namespace TextInsights.Entities;

/// <summary>Who is known by which name: the user's lists first, then the <see cref="CompanyDirectory"/>.</summary>
internal sealed class KnownNames(ListedNames listedNames)
{
    /// <summary>The thing of a type that is known by a name, or null.</summary>
    public KnownName? Find(NameParts name, EntityType type) =>
        FindListed(name, type) ?? (type == EntityType.Organization && CompanyDirectory.Default.Find(name) is { } isin ? new KnownName(isin, isin, null) : null);

    /// <summary>The thing that the user's lists know by a name, or null.</summary>
    public KnownName? FindListed(NameParts name, EntityType type) =>
        listedNames.TryFind(name.Key, out ListedName listed) && listed.Type == type ? listed.Known : null;

    /// <summary>Whether anything is known by a name.</summary>
    public bool Knows(NameParts name) => listedNames.TryFind(name.Key, out _) || CompanyDirectory.Default.Find(name) is not null;

    /// <summary>Whether an identifier is an ISIN: two letters, nine letters or digits, and the right check digit (ISO 6166).</summary>
    public static bool IsIsin(string? identifier)
    {
        if (identifier is not { Length: 12 } || !char.IsAsciiLetterUpper(identifier[0]) || !char.IsAsciiLetterUpper(identifier[1]) || !char.IsAsciiDigit(identifier[^1]))
        {
            return false;
        }

        // Letters become 10 to 35; then every second digit from the right but one counts twice.
        int sum = 0;
        bool twice = false;
        for (int i = identifier.Length - 1; i >= 0; i--)
        {
            char c = identifier[i];
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
            {
                return false;
            }

            int value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            for (int rest = value, digits = value > 9 ? 2 : 1; digits > 0; rest /= 10, digits--)
            {
                int digit = rest % 10 * (twice ? 2 : 1);
                sum += (digit / 10) + (digit % 10);
                twice = !twice;
            }
        }

        return sum % 10 == 0;
    }
}

/// <summary>A known thing.</summary>
/// <param name="Id">The same for all its names.</param>
/// <param name="Isin">Its ISIN if it has one.</param>
/// <param name="Identifier">The user's own key, if the user listed it with one.</param>
internal readonly record struct KnownName(string Id, string? Isin, string? Identifier);
