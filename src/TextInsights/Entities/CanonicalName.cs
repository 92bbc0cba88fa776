namespace TextInsights.Entities;

/// <summary>Picks the name of an entity among its forms: the fullest, uninflected, rather not in capitals.</summary>
internal static class CanonicalName
{
    private static readonly NameLexicon Lexicon = NameLexicon.Default;

    /// <param name="forms">Forms of the entity, in order of first mention, each with how often the entity bears it.</param>
    public static NameParts Of(IReadOnlyList<(NameForm Form, int Count)> forms)
    {
        (NameForm best, int bestCount) = forms[0];
        for (int i = 1; i < forms.Count; i++)
        {
            (NameForm form, int count) = forms[i];
            if (Compare(form, count, best, bestCount) > 0)
            {
                (best, bestCount) = (form, count);
            }
        }

        return best.Lemma;
    }

    /// <summary>A person's name without "Dr.", "Prof." and the like.</summary>
    public static string WithoutTitles(NameParts name)
    {
        int first = 0;
        while (first < name.Words.Length - 1 && Lexicon.Is(name.Words[first].Folded, NameWordRoles.Title))
        {
            first++;
        }

        return first == 0 ? name.Text : name.Text[name.Words[first].Start..];
    }

    private static int Compare(NameForm one, int oneCount, NameForm other, int otherCount)
    {
        int fuller = Letters(one.Lemma).CompareTo(Letters(other.Lemma));
        if (fuller != 0)
        {
            return fuller;
        }

        int plainer = EndsInGroup(other.Lemma).CompareTo(EndsInGroup(one.Lemma));
        if (plainer != 0)
        {
            return plainer;
        }

        int spelling = other.Lemma.IsUpperCase.CompareTo(one.Lemma.IsUpperCase);
        if (spelling != 0)
        {
            return spelling;
        }

        int attested = other.IsInflected.CompareTo(one.IsInflected);
        return attested != 0 ? attested : oneCount.CompareTo(otherCount);
    }

    private static int Letters(NameParts name)
    {
        int letters = 0;
        foreach (NameWord word in name.Words)
        {
            letters += word.Folded.Length;
        }

        return EndsInGroup(name) ? letters - name.Words[^1].Folded.Length : letters;
    }

    // "-Gruppe" behind a hyphen is rather said about the name than part of it.
    private static bool EndsInGroup(NameParts name) => name.Words[^1].HyphenBefore && Lexicon.Is(name.Words[^1].Folded, NameWordRoles.Group);
}
