namespace TextInsights.Relations;

/// <summary>A place where the text speaks of an organisation, by name or otherwise.</summary>
/// <param name="FirstToken">First token, a determiner included ("der Konzern").</param>
/// <param name="EndToken">Token behind the last.</param>
/// <param name="Entity">Id of the organisation.</param>
/// <param name="Kind">By what words.</param>
internal readonly record struct EntityReference(int FirstToken, int EndToken, int Entity, ReferenceKind Kind);

/// <summary>By what words a text speaks of an organisation; ordered from the surest to the least sure.</summary>
internal enum ReferenceKind : byte
{
    /// <summary>Its name.</summary>
    Name,

    /// <summary>"das Unternehmen", "der Softwarekonzern".</summary>
    Descriptor,

    /// <summary>"die Münchner".</summary>
    Demonym,

    /// <summary>"sein", "ihr", "dessen" before a noun.</summary>
    Possessive,

    /// <summary>"es", "sie", "er".</summary>
    Pronoun,
}
