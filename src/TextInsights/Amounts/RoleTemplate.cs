namespace TextInsights.Amounts;

/// <summary>What a feature of <see cref="RoleFeatures"/> speaks of.</summary>
internal enum RoleTemplate : uint
{
    Worth, Size, SizeClass, Qualifier, Rate, Currency, SizeAndRate, Cents,
    SentenceKind, SentenceNumber, Place, Bracket, Previous, PreviousAlike, PreviousGap, PreviousTie,
    PreviousWord, WordBefore, WordBehind, AffixBefore, AffixBehind, TwoBefore, ThreeBefore, Around,
    TwoBehind, Self, Governor, GovernorHead, GovernorGroup, GovernorAndWord, DependentGroup, Dependent,
    DependentHead, EntityBefore, EntityBehind, Percent, GroupBefore, GroupBehind, Stem, StemBefore,
    StemBehind, Ending, TriggerInside, TriggerBefore, TriggerBehind, Trigger, TriggerInClause, TriggerElsewhere,
    BestTrigger, BestNoun, TriggerNear, TriggerAround, Equal,
}
