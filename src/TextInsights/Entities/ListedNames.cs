using System.Collections.Immutable;

namespace TextInsights.Entities;

/// <summary>The names of the user's gazetteers by their key (<see cref="NameParts.Key"/>); of two with the same key the first counts.</summary>
internal sealed class ListedNames
{
    private readonly Dictionary<string, ListedName> _names;
    private readonly Dictionary<string, ListedName>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _startLookup;

    public ListedNames(ImmutableArray<Gazetteer> gazetteers)
    {
        _names = new Dictionary<string, ListedName>(gazetteers.Sum(g => g.Entries.Sum(e => e.Aliases.IsDefault ? 1 : 1 + e.Aliases.Length)), StringComparer.Ordinal);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _startLookup = _starts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Gazetteer gazetteer in gazetteers)
        {
            foreach (GazetteerEntry entry in gazetteer.Entries)
            {
                string? isin = KnownNames.IsIsin(entry.Identifier) ? entry.Identifier : null;
                var listed = new ListedName(entry.Type, gazetteer.Use, false, new KnownName(entry.Identifier ?? "=" + entry.Name, isin, entry.Identifier));
                Add(entry.Name, listed);
                foreach (string alias in entry.Aliases.IsDefault ? [] : entry.Aliases)
                {
                    Add(alias, listed);
                }
            }
        }
    }

    public bool IsEmpty => _names.Count == 0;

    public bool TryFind(ReadOnlySpan<char> key, out ListedName listed) => _lookup.TryGetValue(key, out listed);

    /// <summary>How many words the longest name has that begins with a word (an adjective without its ending) and has more than one; 0 if there is none.</summary>
    public int MostWordsFrom(ReadOnlySpan<char> firstWord) => _startLookup.TryGetValue(firstWord, out int words) ? words : 0;

    private void Add(string name, ListedName listed)
    {
        NameParts parts = NameParts.Parse(name);
        _names.TryAdd(parts.Key, listed with { StartsUpper = char.IsUpper(name[parts.Words[0].Start]) });
        if (parts.CoreWords > 1)
        {
            ReadOnlySpan<char> start = NameLexicon.Default.AdjectiveStem(parts.Words[0].Folded);
            _startLookup[start] = Math.Max(parts.CoreWords, MostWordsFrom(start));
        }
    }
}

/// <summary>What a list says of a name.</summary>
/// <param name="Type">Type of the thing.</param>
/// <param name="Use">How the list is used.</param>
/// <param name="StartsUpper">Whether the name begins with a capital: then it never stands in small letters.</param>
/// <param name="Known">The thing.</param>
internal readonly record struct ListedName(EntityType Type, GazetteerUse Use, bool StartsUpper, KnownName Known);
