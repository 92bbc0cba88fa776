namespace TextInsights.Entities;

/// <summary>Joins an acronym to what it stands for: in brackets behind the name ("Europäische Investitionsbank (EIB)"), or by its initials.</summary>
internal sealed class AcronymJoiner
{
    private const int LongestAcronym = 8;
    private const int MostCandidates = 4;
    private const int WaysToAbbreviate = 4;
    private static readonly NameLexicon Lexicon = NameLexicon.Default;
    private readonly NameGroups _groups;

    private AcronymJoiner(NameGroups groups) => _groups = groups;

    public static void Join(NameGroups groups)
    {
        var joiner = new AcronymJoiner(groups);
        joiner.JoinBrackets();
        joiner.JoinInitials();
    }

    private void JoinBrackets()
    {
        for (int i = 0; i + 1 < _groups.Mentions.Length; i++)
        {
            NameGroup outer = _groups.Groups[_groups.GroupOf[i]], inner = _groups.Groups[_groups.GroupOf[i + 1]];
            if (AreCompatible(outer.Type, inner.Type) && IsInBrackets(_groups.Mentions[i], _groups.Mentions[i + 1]) &&
                (Abbreviates(inner.Name, outer.Name) || Abbreviates(outer.Name, inner.Name)))
            {
                _groups.Join(outer, inner);
            }
        }
    }

    private static bool AreCompatible(EntityType one, EntityType other) =>
        one != EntityType.Person && other != EntityType.Person && (one == other || one == EntityType.Miscellaneous || other == EntityType.Miscellaneous);

    // "Name (ACR)", also "Name („ACR“)" and "Name (kurz: ACR)".
    private bool IsInBrackets(RecognizedMention outer, RecognizedMention inner) =>
        inner.FirstToken - outer.EndToken is >= 1 and <= 3 && _groups.Text[outer.EndToken] is "(" or "[";

    // The letters of the acronym stand in the name in the same order, beginning with its first; a ticker symbol may borrow a digit.
    private static bool Abbreviates(NameParts acronym, NameParts name)
    {
        string letters = acronym.Key;
        if (acronym.CoreWords > 1 || letters.Length is < 2 or > LongestAcronym || letters.Length >= name.Key.Length || letters[0] != name.Words[0].Folded[0] ||
            !(IsAcronym(acronym.Text) || name.CoreWords > 1))
        {
            return false;
        }

        int matched = 0;
        foreach (NameWord word in name.Words)
        {
            foreach (char c in word.Folded)
            {
                while (matched < letters.Length && char.IsAsciiDigit(letters[matched]) && !char.IsAsciiDigit(c))
                {
                    matched++;
                }

                if (matched < letters.Length && letters[matched] == c)
                {
                    matched++;
                }
            }
        }

        return matched == letters.Length || (matched == letters.Length - 1 && char.IsAsciiDigit(letters[^1]));
    }

    private void JoinInitials()
    {
        var acronyms = new Dictionary<string, List<NameGroup>>(StringComparer.Ordinal);
        foreach (NameGroup group in _groups.Groups)
        {
            if (group.Type != EntityType.Person && group.Name.CoreWords == 1 && IsAcronym(group.Name.Text))
            {
                acronyms[group.Key] = [];
            }
        }

        if (acronyms.Count == 0)
        {
            return;
        }

        var lookup = acronyms.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> letters = stackalloc char[2 * LongestAcronym];
        foreach (NameGroup group in _groups.Groups)
        {
            if (group.Type == EntityType.Person || group.Name.CoreWords is < 2 or > LongestAcronym)
            {
                continue;
            }

            for (int way = 0; way < WaysToAbbreviate; way++)
            {
                if (lookup.TryGetValue(Initials(group.Name, way, letters), out List<NameGroup>? fullForms) && fullForms.Count <= MostCandidates && !fullForms.Contains(group))
                {
                    fullForms.Add(group);
                }
            }
        }

        foreach (NameGroup group in _groups.Groups)
        {
            if (group.Name.CoreWords == 1 && acronyms.TryGetValue(group.Key, out List<NameGroup>? candidates) && IsAcronym(group.Name.Text))
            {
                JoinToOnly(group, candidates);
            }
        }
    }

    private void JoinToOnly(NameGroup acronym, List<NameGroup> candidates)
    {
        NameGroup? full = null;
        foreach (NameGroup candidate in candidates)
        {
            if (candidate.Type == acronym.Type && full is not null && !_groups.AreJoined(candidate, full))
            {
                return;
            }

            full = candidate.Type == acronym.Type ? candidate : full;
        }

        if (full is not null && candidates.Count <= MostCandidates)
        {
            _groups.Join(acronym, full);
        }
    }

    /// <summary>Whether a name is mostly capitals, without gaps ("EZB", "KfW", "DB1").</summary>
    public static bool IsAcronym(string name)
    {
        int upper = 0;
        foreach (char c in name)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            if (!char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return upper >= 2 && name.Length <= LongestAcronym && upper * 2 > name.Length;
    }

    // Without small words ("BDI"), with them ("KfW"), with the joints of compounds ("EZB": Zentral|bank), of the first word
    // alone ("AK" for "Arbeiterkammer Oberösterreich").
    private static ReadOnlySpan<char> Initials(NameParts name, int way, Span<char> letters)
    {
        bool small = way == 1, joints = way >= 2;
        int count = 0;
        for (int i = 0; i < (way == 3 ? 1 : name.CoreWords); i++)
        {
            string word = name.Words[i].Folded;
            if (!small && Lexicon.Is(word, NameWordRoles.Function))
            {
                continue;
            }

            letters[count++] = word[0];
            if (joints && Lexicon.LastPartOf(word) is int part and > 0)
            {
                letters[count++] = word[part];
            }
        }

        return letters[..count];
    }
}
