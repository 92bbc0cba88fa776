using System.Collections.Immutable;

namespace TextInsights.Relations;

/// <summary>A place where the text speaks of an organisation, by name or otherwise.</summary>
/// <param name="FirstToken">First token, a determiner included ("der Konzern").</param>
/// <param name="EndToken">Token behind the last.</param>
/// <param name="Entity">Id of the organisation.</param>
/// <param name="Kind">By what words.</param>
/// <param name="Organization">What the text tells of the organisation; unknown if it tells nothing special.</param>
/// <param name="IsTraded">Whether the text tells of its sale, its shares or its capital.</param>
/// <param name="IsSource">Whether it is named only as the source of what is said ("laut X", "X zufolge").</param>
internal readonly record struct EntityReference(int FirstToken, int EndToken, int Entity, ReferenceKind Kind, OrganizationKind Organization, bool IsSource, bool IsTraded);

/// <summary>By what words a text speaks of an organisation; ordered from the surest to the least sure.</summary>
internal enum ReferenceKind : byte
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>Its name at the head of a compound: "UBS-Aktie", "Spotify-Gründer".</summary>
    Compound,

    /// <summary>"das Unternehmen", "der Softwarekonzern".</summary>
    Descriptor,

    /// <summary>"die Münchner".</summary>
    Demonym,

    /// <summary>"sein", "ihr", "dessen" before a noun.</summary>
    Possessive,

    /// <summary>"es", "sie", "er".</summary>
    Pronoun,
}

/// <summary>Where a text speaks of its organisations.</summary>
/// <param name="All">All places, guesses among them: for those who weigh many of them against each other.</param>
/// <param name="Sure">
/// Names, and other words where the text tells which organisation they mean. Who looks at a single place is misled by guesses: they
/// point to the organisation that was named last or most, which is known without them.
/// </param>
internal readonly record struct ResolvedReferences(ImmutableArray<EntityReference> All, ImmutableArray<EntityReference> Sure);
