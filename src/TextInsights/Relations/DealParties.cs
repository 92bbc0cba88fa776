using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Lexicons;

namespace TextInsights.Relations;

/// <summary>Which entities can stand on which side of a deal.</summary>
internal sealed class DealParties
{
    private static readonly FrozenSet<string> Words = Read("word");
    private static readonly ImmutableArray<string> Parts = [.. Read("part").Order(StringComparer.Ordinal)];

    private readonly bool[] _isBystander;

    public DealParties(ImmutableArray<Entity> entities) => _isBystander = [.. entities.Select(e => e.Type == EntityType.Organization && IsBystander(e.Name))];

    /// <summary>Whether the argument may take the role: persons and products only some, authorities and newspapers hardly any.</summary>
    public bool Admits(DealArgument argument, DealRole role) => argument.Type switch
    {
        EntityType.Organization => !_isBystander[argument.Entity] || (role == DealRole.Target && argument.Marker is not (ArgumentMarker.Bare or ArgumentMarker.Nominative)),
        EntityType.Miscellaneous => role == DealRole.Target,
        _ => false,
    };

    public bool IsBystander(int entity) => _isBystander[entity];

    private static bool IsBystander(string name)
    {
        string lower = name.ToLowerInvariant();
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in lower.AsSpan().SplitAny(" -/"))
        {
            if (words.Contains(lower.AsSpan()[range]))
            {
                return true;
            }
        }

        return words.Contains(lower) || Parts.Any(part => lower.Contains(part, StringComparison.Ordinal));
    }

    private static FrozenSet<string> Read(string match) =>
        TsvTable.Embedded("lexicons/deal_bystanders.tsv").Rows.Where(row => row["match"] == match).Select(row => row["word"]).ToFrozenSet();
}
