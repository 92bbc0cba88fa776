using System.Collections.Immutable;

namespace TextInsights.Entities;

/// <summary>
/// The classes of a token: outside, begin or inside of a name per type; "part" for compounds that contain a name ("VW-Werk");
/// words derived from a name ("Berliner"), which are no names but look like some.
/// </summary>
internal static class EntityLabels
{
    public const int Outside = 0;
    public const int DerivedLocation = 13;
    public const int DerivedPerson = 14;
    public const int DerivedOther = 15;
    public const int Count = 16;

    /// <summary>Names of the classes in the order of their numbers.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "O",
        "B-person", "B-organization", "B-location", "B-miscellaneous",
        "I-person", "I-organization", "I-location", "I-miscellaneous",
        "P-person", "P-organization", "P-location", "P-miscellaneous",
        "D-location", "D-person", "D-other",
    ];

    public static int Begin(EntityType type) => 1 + (int)type;

    public static int Inside(EntityType type) => 5 + (int)type;

    public static int Part(EntityType type) => 9 + (int)type;

    public static bool IsBegin(int label) => label is >= 1 and <= 4;

    public static bool IsInside(int label) => label is >= 5 and <= 8;

    public static bool IsPart(int label) => label is >= 9 and <= 12;

    /// <summary>Type of a begin, inside or part class.</summary>
    public static EntityType TypeOf(int label) => (EntityType)((label - 1) & 3);

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="previous"/>: a name must begin before it goes on.</summary>
    public static bool MayFollow(int previous, int next) =>
        !IsInside(next) || ((IsBegin(previous) || IsInside(previous)) && TypeOf(previous) == TypeOf(next));
}
