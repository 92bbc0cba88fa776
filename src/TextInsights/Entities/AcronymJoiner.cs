namespace TextInsights.Entities;

/// <summary>Joins an acronym to what it stands for: in brackets behind the name ("Europäische Investitionsbank (EIB)"), or by its initials.</summary>
internal sealed class AcronymJoiner
{
    private const int LongestAcronym = 8;
    private const int MostCandidates = 4;
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
        var fullForms = new Dictionary<(string Initials, EntityType Type), List<NameGroup>>();
        foreach (NameGroup group in _groups.Groups)
        {
            if (group.Type != EntityType.Person && group.Name.CoreWords is > 1 and <= LongestAcronym)
            {
                foreach (string initials in InitialsOf(group.Name))
                {
                    if (initials.Length < 2)
                    {
                        continue;
                    }

                    if (!fullForms.TryGetValue((initials, group.Type), out List<NameGroup>? list))
                    {
                        fullForms.Add((initials, group.Type), list = []);
                    }

                    if (list.Count <= MostCandidates && !list.Contains(group))
                    {
                        list.Add(group);
                    }
                }
            }
        }

        foreach (NameGroup group in _groups.Groups)
        {
            if (group.Name.CoreWords == 1 && IsAcronym(group.Name.Text) && fullForms.TryGetValue((group.Key, group.Type), out List<NameGroup>? candidates) &&
                candidates.Count <= MostCandidates && candidates.TrueForAll(c => c == candidates[0] || _groups.AreJoined(c, candidates[0])))
            {
                _groups.Join(group, candidates[0]);
            }
        }
    }

    private static bool IsAcronym(string name)
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

    // With and without small words ("KfW", "BDI"), with and without the joints of compounds ("EZB": Zentral|bank).
    private static IEnumerable<string> InitialsOf(NameParts name)
    {
        yield return Initials(name, name.CoreWords, function: false, joints: false);
        yield return Initials(name, name.CoreWords, function: true, joints: false);
        yield return Initials(name, name.CoreWords, function: false, joints: true);

        // "AK" for "Arbeiterkammer Oberösterreich".
        yield return Initials(name, 1, function: false, joints: true);
    }

    private static string Initials(NameParts name, int words, bool function, bool joints)
    {
        Span<char> letters = stackalloc char[2 * LongestAcronym];
        int count = 0;
        for (int i = 0; i < words; i++)
        {
            string word = name.Words[i].Folded;
            if (!function && Lexicon.Is(word, NameWordRoles.Function))
            {
                continue;
            }

            letters[count++] = word[0];
            if (joints && Lexicon.LastPartOf(word) is int part and > 0)
            {
                letters[count++] = word[part];
            }
        }

        return new string(letters[..count]);
    }
}
