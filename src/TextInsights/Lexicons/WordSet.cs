using System.Collections.Frozen;

namespace TextInsights.Lexicons;

/// <summary>A list of words asked by span, case-sensitive; words longer than the longest listed cost nothing.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    private WordSet(IEnumerable<string> words)
    {
        var set = words.ToFrozenSet();
        _lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = set.Count == 0 ? 0 : set.Max(word => word.Length);
    }

    /// <summary>The column <c>word</c> of a packed table.</summary>
    public static WordSet Embedded(string name) => new(TsvTable.Embedded(name).Rows.Select(row => row["word"]));

    /// <summary>The column <c>word</c> of those rows whose column <c>use</c> has the given value.</summary>
    public static WordSet Embedded(string name, string use) =>
        new(TsvTable.Embedded(name).Rows.Where(row => row["use"] == use).Select(row => row["word"]));

    public bool Contains(ReadOnlySpan<char> word) => word.Length <= _longest && _lookup.Contains(word);
}
