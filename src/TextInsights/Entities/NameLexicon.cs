using System.Collections.Frozen;
using TextInsights.Lexicons;

namespace TextInsights.Entities;

/// <summary>What is known about words inside and around names; see <c>data/lexicons/name_words.tsv</c>, <c>name_nouns.tsv</c> and <c>data/gazetteers/legal_forms.tsv</c>.</summary>
internal sealed class NameLexicon
{
    private const int LongestNoun = 24;
    private const int LongestLegalForm = 60;
    private readonly FrozenDictionary<string, NameWordRoles>.AlternateLookup<ReadOnlySpan<char>> _roles;
    private readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> _genders;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _legalForms;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _foldedLegalForms;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _namesInS;

    private NameLexicon(TsvTable words, TsvTable nouns, TsvTable legalForms, TsvTable places, TsvTable namesInS)
    {
        var roles = new Dictionary<string, NameWordRoles>();
        foreach (var row in words.Rows)
        {
            string word = NameFolding.Fold(row["word"]);
            roles[word] = roles.GetValueOrDefault(word) | Enum.Parse<NameWordRoles>(row["role"], ignoreCase: true);
        }

        _roles = roles.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
        _genders = nouns.Rows.ToFrozenDictionary(r => NameFolding.Fold(r["noun"]), r => r["gender"][0]).GetAlternateLookup<ReadOnlySpan<char>>();
        _legalForms = legalForms.Rows.Select(r => Compact(r["form"])).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        _foldedLegalForms = legalForms.Rows.Select(r => NameFolding.Fold(r["form"])).Where(f => f.Length >= 4).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
        _places = FoldedNames(places);
        _namesInS = FoldedNames(namesInS);
    }

    public static NameLexicon Default { get; } = new(
        TsvTable.Embedded("lexicons/name_words.tsv"),
        TsvTable.Embedded("lexicons/name_nouns.tsv"),
        TsvTable.Embedded("gazetteers/legal_forms.tsv"),
        TsvTable.Embedded("gazetteers/places.tsv"),
        TsvTable.Embedded("gazetteers/names_in_s.tsv"));

    /// <summary>Whether a folded word has a role.</summary>
    public bool Is(ReadOnlySpan<char> folded, NameWordRoles role) => _roles.TryGetValue(folded, out NameWordRoles roles) && (roles & role) != 0;

    /// <summary>Whether a folded name is a place that everybody knows.</summary>
    public bool IsPlace(ReadOnlySpan<char> folded) => _places.Contains(folded);

    /// <summary>Whether a folded word ends in -s by nature ("airbus").</summary>
    public bool EndsInS(ReadOnlySpan<char> folded) => _namesInS.Contains(folded);

    /// <summary>Whether the end of a name ("GmbH &amp; Co. KG") is its legal form. Short ones are case-sensitive: "SE", but not "se".</summary>
    public bool IsLegalForm(ReadOnlySpan<char> tail)
    {
        if (tail.Length > LongestLegalForm)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[2 * LongestLegalForm];
        return _legalForms.Contains(buffer[..Compact(tail, buffer)]) || _foldedLegalForms.Contains(buffer[..NameFolding.Fold(tail, buffer)]);
    }

    /// <summary>Gender of the longest known noun that a folded word ends in (m, f, n, p), and where the noun begins; '\0' if there is none.</summary>
    public char GenderOf(ReadOnlySpan<char> folded, out int nounStart)
    {
        for (nounStart = Math.Max(0, folded.Length - LongestNoun); nounStart <= folded.Length - 3; nounStart++)
        {
            // One or two letters in front make no compound: "Spark" is no park.
            if (nounStart is 1 or 2)
            {
                continue;
            }

            if (_genders.TryGetValue(folded[nounStart..], out char gender))
            {
                return gender;
            }
        }

        nounStart = folded.Length;
        return '\0';
    }

    /// <summary>Where the last part of a compound begins ("zentral|bank"); 0 if none is known.</summary>
    public int LastPartOf(ReadOnlySpan<char> folded) =>
        folded.Length > 5 && GenderOf(folded[3..], out int start) != '\0' ? start + 3 : 0;

    /// <summary>Stem of an adjective with a declension ending ("deutschen": "deutsch"); the whole word if it is none.</summary>
    public ReadOnlySpan<char> AdjectiveStem(ReadOnlySpan<char> folded)
    {
        int ending = folded switch
        {
            [.., 'e', 'n' or 'r' or 's' or 'm'] => 2,
            [.., 'e'] => 1,
            _ => 0,
        };
        ReadOnlySpan<char> stem = folded[..^ending];
        return ending > 0 && stem.Length >= 3 && (stem is [_, _, .., 'i', 's', 'c', 'h'] || Is(stem, NameWordRoles.Adjective)) ? stem : folded;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FoldedNames(TsvTable table) =>
        table.Rows.Select(r => NameFolding.Fold(r["name"])).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static string Compact(string legalForm)
    {
        Span<char> buffer = stackalloc char[legalForm.Length];
        return new string(buffer[..Compact(legalForm, buffer)]);
    }

    private static int Compact(ReadOnlySpan<char> legalForm, Span<char> destination)
    {
        int length = 0;
        foreach (char c in legalForm)
        {
            if (!char.IsWhiteSpace(c) && c is not ('.' or ','))
            {
                destination[length++] = c;
            }
        }

        return length;
    }
}

/// <summary>What a word does in or around a name; a word may have several.</summary>
[Flags]
internal enum NameWordRoles
{
    None = 0,
    Adjective = 1 << 0,
    Function = 1 << 1,
    Group = 1 << 2,
    Head = 1 << 3,
    Parent = 1 << 4,
    Child = 1 << 5,
    Title = 1 << 6,
    Determiner = 1 << 7,
    Preposition = 1 << 8,
    Self = 1 << 9,
    Apostrophe = 1 << 10,
    Place = 1 << 11,
    Holding = 1 << 12,
}
