using static TextInsights.Segmentation.CharacterClass;

namespace TextInsights.Features;

/// <summary>Reads the <see cref="TokenAtoms"/> out of a word's characters, one pass from each end.</summary>
internal static class WordAtoms
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;
    private const int ShortestStart = 2; // of a compound whose last part is known
    private const int ShortestEnd = 4;
    private const int LongestWord = 64; // longer "words" are noise; what lies behind does not count

    /// <summary>The atoms of what stands outside a sentence.</summary>
    public static TokenAtoms Boundary { get; } = new() { Word = 1, Lower = 1, Shape = 1, Form = WordForm.Boundary };

    /// <summary>The atoms of a word, computed once for those that come often.</summary>
    public static ref readonly TokenAtoms Of(ReadOnlySpan<char> word, WordTable table) => ref (table.Atoms.Find(word) ?? table.Atoms.Add(word, Read(word, table))).Value;

    private static TokenAtoms Read(ReadOnlySpan<char> word, WordTable table)
    {
        word = word[..Math.Min(word.Length, LongestWord)];
        var atoms = new TokenAtoms();
        uint exact = Basis, lower = Basis, shape = Basis;
        char lastClass = '\0';
        int hyphen = -1;
        int upper = 0, small = 0, digits = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            exact = (exact ^ c) * Prime;
            lower = (lower ^ char.ToLowerInvariant(c)) * Prime;
            if (i < 5)
            {
                atoms.Prefixes[i] = FeatureHash.Mix(exact);
            }

            char kind = ClassOf(c);
            upper += kind == 'X' ? 1 : 0;
            small += kind == 'x' ? 1 : 0;
            digits += kind == 'd' ? 1 : 0;
            if (kind != lastClass)
            {
                shape = (shape ^ kind) * Prime;
                lastClass = kind;
            }

            if (i > 0 && i + 1 < word.Length && IsHyphen(c))
            {
                if (hyphen < 0)
                {
                    atoms.Head = FeatureHash.Of(word[..i]);
                    atoms.HeadWords = GroupsOf(word[..i], table);
                }

                hyphen = i;
            }
        }

        if (hyphen > 0)
        {
            atoms.Tail = HashLower(word[(hyphen + 1)..]);
            atoms.TailWords = GroupsOf(word[(hyphen + 1)..], table);
        }

        atoms.Words = GroupsOf(word, table);
        if (hyphen < 0 && atoms.Words.Fine == 0)
        {
            atoms.TailWords = EndOf(word, table);
        }

        atoms.Word = FeatureHash.Mix(exact);
        atoms.Lower = FeatureHash.Mix(lower);
        atoms.Shape = FeatureHash.Mix(shape);
        if (word.Length > 3 && word[^1] is 's' or '’' or '\'')
        {
            atoms.Bare = FeatureHash.Of(word[..^1]);
        }

        uint suffix = Basis;
        for (int i = 0; i < Math.Min(5, word.Length); i++)
        {
            suffix = (suffix ^ char.ToLowerInvariant(word[^(i + 1)])) * Prime;
            atoms.Suffixes[i] = FeatureHash.Mix(suffix);
        }

        atoms.Form = FormOf(word, upper, small, digits);
        if (atoms.Form == WordForm.Capitalized)
        {
            atoms.Noun = NounEnds.Of(word);
        }

        return atoms;
    }

    // Unknown words are looked up without a genitive ending, and those in capitals as they are mostly written.
    private static TokenAtoms.Groups GroupsOf(ReadOnlySpan<char> word, WordTable table)
    {
        Span<char> buffer = stackalloc char[WordKey.Longest];
        (int group, int kind) = table.Find(WordKey.Of(word, buffer));
        if (group == 0 && word.Length > 3)
        {
            (int Group, int Kind) other = word[^1] == 's' ? table.Find(WordKey.Of(word[..^1], buffer)) : default;
            if (other.Group == 0 && char.IsUpper(word[1]))
            {
                buffer[0] = word[0];
                word[1..].ToLowerInvariant(buffer[1..]);
                other = table.Find(buffer[..word.Length]);
            }

            group = other.Group;
            kind = kind == 0 ? other.Kind : kind;
        }

        return group == 0 ? new(0, 0, 0, (uint)kind) : new((uint)group, table.Coarser(group) & 0xFFFF, table.Coarser(group) >> 16, (uint)kind);
    }

    // Groups of the longest known word that a word ends in.
    private static TokenAtoms.Groups EndOf(ReadOnlySpan<char> word, WordTable table)
    {
        Span<char> end = stackalloc char[LongestWord];
        for (int start = ShortestStart; start + ShortestEnd <= word.Length; start++)
        {
            word[start..].CopyTo(end);
            end[0] = char.ToUpperInvariant(end[0]);
            if (GroupsOf(end[..(word.Length - start)], table) is { Fine: > 0 } groups)
            {
                return groups;
            }
        }

        return default;
    }

    private static uint HashLower(ReadOnlySpan<char> word)
    {
        uint hash = Basis;
        foreach (char c in word)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return FeatureHash.Mix(hash);
    }

    private static WordForm FormOf(ReadOnlySpan<char> word, int upper, int small, int digits)
    {
        if (upper + small == 0)
        {
            return digits > 0 ? WordForm.Number : WordForm.Punctuation;
        }

        if (digits > 0)
        {
            return WordForm.WithDigits;
        }

        if (upper == 0)
        {
            return WordForm.Lower;
        }

        if (small == 0)
        {
            return upper > 1 ? WordForm.AllCapitals : WordForm.Capitalized;
        }

        return upper == 1 && char.IsUpper(word[0]) ? WordForm.Capitalized : WordForm.MixedCapitals;
    }

    private static char ClassOf(char c) =>
        char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : IsHyphen(c) ? '-' : IsApostrophe(c) ? '\'' : c;
}
