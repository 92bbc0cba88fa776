namespace TextInsights.Relations;

/// <summary>A name, or words that stand for one, as a possible party.</summary>
/// <param name="Entity">Id of the entity.</param>
/// <param name="Type">What the entity is.</param>
/// <param name="PhraseToken">Where its noun phrase begins, preposition included.</param>
/// <param name="Token">First token of the name.</param>
/// <param name="EndToken">Behind its last token.</param>
/// <param name="Marker">How it stands in the sentence.</param>
/// <param name="Group">Names joined by "und" share a number.</param>
/// <param name="Named">Whether it is a name; otherwise words such as "der Konzern".</param>
internal readonly record struct DealArgument(
    int Entity,
    EntityType Type,
    int PhraseToken,
    int Token,
    int EndToken,
    ArgumentMarker Marker,
    int Group,
    bool Named);
