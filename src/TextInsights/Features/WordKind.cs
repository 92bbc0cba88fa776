using TextInsights.Entities;

namespace TextInsights.Features;

/// <summary>
/// What kind of name a word mostly is in running text, as far as its surroundings tell: a number that packs the leading kind,
/// how clearly it leads, and how often a word was seen at all.
/// </summary>
internal static class WordKind
{
    /// <summary>Kinds that are counted: outside, the four types, derived.</summary>
    public const int Count = 6;

    /// <summary>The kind that a class of <see cref="EntityLabels"/> counts for.</summary>
    public static int Of(int label) => label == EntityLabels.Outside ? 0
        : label >= EntityLabels.DerivedLocation ? 5
        : EntityLabels.IsPart(label) ? 0
        : 1 + (int)EntityLabels.TypeOf(label);

    /// <summary>Packs the counts per kind into a number from 1; 0 if there are none.</summary>
    public static byte Pack(ReadOnlySpan<int> counts)
    {
        int total = 0, best = 0, name = 1;
        for (int kind = 0; kind < Count; kind++)
        {
            total += counts[kind];
            best = counts[kind] > counts[best] ? kind : best;
            name = kind > 1 && counts[kind] > counts[name] ? kind : name;
        }

        if (total == 0)
        {
            return 0;
        }

        // Kind of name that leads, and the share of places where the word is such a name.
        int share = counts[name] * 100 / total;
        int level = share switch { 0 => 0, < 5 => 1, < 15 => 2, < 30 => 3, < 50 => 4, < 75 => 5, _ => 6 };
        int seen = total switch { < 3 => 0, < 20 => 1, _ => 2 };
        return (byte)(1 + seen + (3 * (level == 0 ? 0 : 1 + ((name - 1) * 6) + level - 1)));
    }

    /// <summary>Whether a packed kind says that the word was seen three times or more, and in less than half of these places as a name.</summary>
    public static bool IsRarelyName(int packed)
    {
        int seen = (packed - 1) % 3;
        int level = (packed - 1) / 3; // 0: never a name; then six levels per type
        return packed > 0 && seen > 0 && (level == 0 || (level - 1) % 6 <= 3);
    }
}
