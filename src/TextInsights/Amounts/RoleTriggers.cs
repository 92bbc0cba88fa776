using System.Buffers;
using System.Collections.Immutable;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>A stem of the trigger lexicon found in a token.</summary>
internal readonly record struct TriggerHit(int Token, AmountRole Role, TriggerUse Use);

/// <summary>As what a trigger stands in the text.</summary>
internal enum TriggerUse : byte
{
    Noun,
    Verb,
    Phrase,
    Context,

    /// <summary>The stem of a noun in a word without capital: an adjective, or chance.</summary>
    Lower,
}

/// <summary>Finds the stems of <c>data/lexicons/role_triggers.tsv</c> inside words and across them.</summary>
internal static class RoleTriggers
{
    private const char Masked = '\u0001';

    private static readonly Dictionary<int, int> Next = []; // node and character → node
    private static readonly List<ImmutableArray<Stem>> StemsAt = [[]];

    static RoleTriggers()
    {
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/role_triggers.tsv").Rows)
        {
            string stem = row["stem"];
            int node = 0;
            foreach (char c in stem.AsSpan().Trim("^$"))
            {
                if (!Next.TryGetValue(Key(node, c), out int next))
                {
                    Next.Add(Key(node, c), next = StemsAt.Count);
                    StemsAt.Add([]);
                }

                node = next;
            }

            StemsAt[node] = StemsAt[node].Add(new Stem(
                Enum.Parse<AmountRole>(row["role"], ignoreCase: true), Enum.Parse<TriggerUse>(row["use"], ignoreCase: true), stem[0] == '^', stem[^1] == '$'));
        }
    }

    /// <summary>Adds the triggers of a sentence in text order. Characters for which <paramref name="isName"/> is set are no part of any.</summary>
    public static void Find(SegmentedText text, SentenceRange sentence, ReadOnlySpan<bool> isName, List<TriggerHit> hits)
    {
        int start = text.Tokens[sentence.FirstToken].Start;
        int capacity = text.Tokens[sentence.EndToken - 1].End - start + sentence.TokenCount + 1;
        char[] letters = ArrayPool<char>.Shared.Rent(capacity);
        int[] tokens = ArrayPool<int>.Shared.Rent(capacity);
        int length = Fold(text, sentence, isName, letters, tokens);
        for (int i = 1; i < length; i++)
        {
            if (char.IsLetterOrDigit(letters[i]))
            {
                FindAt(text, letters.AsSpan(0, length), i, tokens[i], hits);
            }
        }

        ArrayPool<char>.Shared.Return(letters);
        ArrayPool<int>.Shared.Return(tokens);
    }

    // Lower case, one space before each token and one at the end.
    private static int Fold(SegmentedText text, SentenceRange sentence, ReadOnlySpan<bool> isName, char[] letters, int[] tokens)
    {
        int length = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            tokens[length] = i;
            letters[length++] = ' ';
            Token token = text.Tokens[i];
            for (int k = token.Start; k < token.End; k++)
            {
                char c = text.Text[k];
                tokens[length] = i;
                letters[length++] = isName[k] ? Masked : CharacterClass.IsHyphen(c) ? '-' : char.ToLowerInvariant(c);
            }
        }

        letters[length++] = ' ';
        return length;
    }

    private static void FindAt(SegmentedText text, ReadOnlySpan<char> letters, int start, int token, List<TriggerHit> hits)
    {
        int node = 0;
        for (int i = start; i < letters.Length && Next.TryGetValue(Key(node, letters[i]), out node); i++)
        {
            foreach (Stem stem in StemsAt[node])
            {
                if ((!stem.AtStart || !char.IsLetter(letters[start - 1])) && (!stem.AtEnd || EndsWord(letters, i + 1)))
                {
                    bool lower = stem.Use == TriggerUse.Noun && char.IsLower(text.Text[text.Tokens[token].Start]);
                    hits.Add(new TriggerHit(token, stem.Role, lower ? TriggerUse.Lower : stem.Use));
                }
            }
        }
    }

    // At most an inflection follows.
    private static bool EndsWord(ReadOnlySpan<char> letters, int i)
    {
        int end = i;
        while (char.IsLetter(letters[end]))
        {
            end++;
            if (end > i + 2)
            {
                return false;
            }
        }

        return true;
    }

    private static int Key(int node, char c) => (node << 16) | c;

    private readonly record struct Stem(AmountRole Role, TriggerUse Use, bool AtStart, bool AtEnd);
}
