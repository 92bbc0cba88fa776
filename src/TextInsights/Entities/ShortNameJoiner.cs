using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>
/// Joins a short form to its full form: "Nordlicht" to "Nordlicht Capital", "Kesselrath" to "Modehaus Kesselrath",
/// "Frankfurt" to "Frankfurt am Main". Parent and subsidiary stay apart: a short form that the body uses before the long
/// one, in the same sentence with it, as "the parent", or that fits several long ones is a name of its own.
/// </summary>
internal sealed class ShortNameJoiner
{
    // Longer names would only add parts that nobody uses.
    private const int LongestFullName = 6;
    private const int ShortestClipping = 4;

    // A part of one word keeps the adjective's ending that the key of the whole drops.
    private const int LongestEnding = 2;

    // A part shared by more names than this is no short form of any.
    private const int MostCandidates = 8;

    private static readonly NameLexicon Lexicon = NameLexicon.Default;
    private readonly NameGroups _groups;
    private readonly Dictionary<(string Key, EntityType Type), List<Candidate>> _fullForms = [];
    private readonly HashSet<string> _organizations = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly char[] _buffer;

    private ShortNameJoiner(NameGroups groups)
    {
        _groups = groups;
        var names = new HashSet<string>(StringComparer.Ordinal);
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        int longest = 0;
        foreach (NameGroup group in groups.Groups)
        {
            names.Add(group.Key);
            longest = Math.Max(longest, group.Key.Length + LongestEnding);
            if (group.Type == EntityType.Organization)
            {
                _organizations.Add(group.Key);
            }
        }

        _buffer = new char[longest];
        foreach (NameGroup group in groups.Groups)
        {
            Register(group);
        }
    }

    /// <param name="Group">The group with the full form.</param>
    /// <param name="IsSame">Whether the words that the short form leaves out only say what kind of company it is, so that nothing can speak against joining.</param>
    private readonly record struct Candidate(NameGroup Group, bool IsSame);

    public static void Join(NameGroups groups)
    {
        var joiner = new ShortNameJoiner(groups);
        foreach (NameGroup group in groups.Groups)
        {
            joiner.Join(group);
        }
    }

    private void Register(NameGroup group)
    {
        NameParts name = group.Name;
        int words = name.CoreWords;
        if (words > LongestFullName)
        {
            return;
        }

        if (group.Type == EntityType.Location)
        {
            RegisterPlace(group);
        }
        else if (group.Type == EntityType.Organization && words == 1)
        {
            RegisterClippings(group);
        }
        else if (group.Type == EntityType.Organization && !IsCombination(name))
        {
            for (int cut = 1; cut < words; cut++)
            {
                Register(group, 0, cut, AllAre(name, cut, words, NameWordRoles.Group | NameWordRoles.Holding));
                if (!name.Words[cut].HyphenBefore)
                {
                    Register(group, cut, words, AllAre(name, 0, cut, NameWordRoles.Head));
                }
            }

            for (int inner = 1; inner < words - 1; inner++)
            {
                Register(group, inner, inner + 1, false);
            }
        }
    }

    private void Register(NameGroup group, int first, int end, bool isSame)
    {
        if (end - first > 1 || IsNameOfItsOwn(group.Name.Words[first].Folded))
        {
            Register(group, _buffer.AsSpan(0, group.Name.KeyOf(first, end, _buffer)), isSame);
        }
    }

    // Only parts that the text uses on their own are of interest.
    private void Register(NameGroup group, ReadOnlySpan<char> part, bool isSame)
    {
        if (!_names.TryGetValue(part, out string? key))
        {
            return;
        }

        if (!_fullForms.TryGetValue((key, group.Type), out List<Candidate>? candidates))
        {
            _fullForms.Add((key, group.Type), candidates = []);
        }

        if (candidates.Count <= MostCandidates)
        {
            candidates.Add(new Candidate(group, isSame));
        }
    }

    // "Frankfurt am Main", "Halle (Saale)", "Flughafen Leipzig/Halle".
    private void RegisterPlace(NameGroup group)
    {
        NameParts name = group.Name;
        for (int cut = 1; cut < name.CoreWords; cut++)
        {
            char before = name.Text[name.Words[cut].Start - 1];
            if (before == '(' || (before == '/' && cut > 1) || Lexicon.Is(name.Words[cut].Folded, NameWordRoles.Place))
            {
                Register(group, 0, cut, false);
                return;
            }
        }
    }

    // "Conti" for "Continental", "Thyssen" for "ThyssenKrupp": German clippings end in -i or -o, or where the spelling shows a joint.
    private void RegisterClippings(NameGroup group)
    {
        string key = group.Key;
        for (int length = ShortestClipping; length <= key.Length - 3; length++)
        {
            bool joint = key.Length == group.Name.LastCoreWord.End && char.IsLower(group.Name.Text[length - 1]) && char.IsUpper(group.Name.Text[length]);
            if (joint || (key[length - 1] is 'i' or 'o' && length <= 6))
            {
                Register(group, key.AsSpan(0, length), false);
            }
        }
    }

    // "Belegwerk Kontoris" beside "Belegwerk" and "Kontoris" is what they become together.
    private bool IsCombination(NameParts name)
    {
        for (int cut = 1; cut < name.CoreWords; cut++)
        {
            if (!AllAre(name, 0, cut, NameWordRoles.Head) && IsOrganization(name, 0, cut) && IsOrganization(name, cut, name.CoreWords))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOrganization(NameParts name, int first, int end) =>
        _names.TryGetValue(_buffer.AsSpan(0, name.KeyOf(first, end, _buffer)), out string? key) && _organizations.Contains(key);

    private static bool IsNameOfItsOwn(string word) => word.Length > 1 && !Lexicon.Is(word, NameWordRoles.Function | NameWordRoles.Self | NameWordRoles.Group | NameWordRoles.Holding);

    private static bool AllAre(NameParts name, int first, int end, NameWordRoles role)
    {
        for (int i = first; i < end; i++)
        {
            if (!Lexicon.Is(name.Words[i].Folded, role))
            {
                return false;
            }
        }

        return true;
    }

    private void Join(NameGroup group)
    {
        if (group.HasLegalForm || !_fullForms.TryGetValue((group.Key, group.Type), out List<Candidate>? candidates) || candidates.Count > MostCandidates)
        {
            return;
        }

        NameGroup? chosen = null;
        bool chosenIsSame = false, ambiguous = false, isOwn = false;
        foreach (Candidate candidate in candidates)
        {
            if (candidate.Group == group || (!candidate.IsSame && chosenIsSame))
            {
                continue;
            }

            // Who writes "Siemens" and "Siemens Energy" in one breath means two, whatever else the text names.
            isOwn |= !candidate.IsSame && _groups.ShareSentence(group, candidate.Group);
            if (!candidate.IsSame && (isOwn || candidate.Group.Mentions[0] > _groups.FirstInBody(group)))
            {
                continue;
            }

            ambiguous |= chosen is not null && chosenIsSame == candidate.IsSame && !_groups.AreJoined(chosen, candidate.Group);
            ambiguous &= chosenIsSame == candidate.IsSame;
            chosen = candidate.Group;
            chosenIsSame = candidate.IsSame;
        }

        if (chosen is not null && !ambiguous && (chosenIsSame || (!isOwn && !IsParent(group))))
        {
            _groups.Join(group, chosen);
        }
    }

    private bool IsParent(NameGroup group)
    {
        foreach (int index in group.Mentions)
        {
            RecognizedMention mention = _groups.Mentions[index];
            if (mention.FirstToken > 0 && Lexicon.Is(NameFolding.Fold(_groups.Text[mention.FirstToken - 1]), NameWordRoles.Parent))
            {
                return true;
            }

            // "Siemens-Tochter": behind the name, inside its token.
            int end = _groups.Text.Tokens[mention.EndToken - 1].End;
            if (mention.Span.End + 1 < end && CharacterClass.IsHyphen(_groups.Text.Text[mention.Span.End]) &&
                Lexicon.Is(NameFolding.Fold(_groups.Text.Text.AsSpan(mention.Span.End + 1, Math.Min(32, end - mention.Span.End - 1))), NameWordRoles.Child))
            {
                return true;
            }
        }

        return false;
    }
}
