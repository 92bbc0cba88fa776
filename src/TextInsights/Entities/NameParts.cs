using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>A word of a name: where it stands in the name and how it folds.</summary>
/// <param name="Start">Offset in the name.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Folded">Folded form; see <see cref="NameFolding"/>.</param>
/// <param name="HyphenBefore">Whether only a hyphen parts it from the word before.</param>
internal readonly record struct NameWord(int Start, int End, string Folded, bool HyphenBefore);

/// <summary>A name taken apart: words, legal form, and the key that all its spellings share.</summary>
internal sealed class NameParts
{
    // A longer "name" is no name; its rest stays in the last word.
    private const int MaximumWords = 16;

    private NameParts(string text, ImmutableArray<NameWord> words, int coreWords, string key, string legalForm)
    {
        Text = text;
        Words = words;
        CoreWords = coreWords;
        Key = key;
        LegalForm = legalForm;
    }

    public string Text { get; }

    public ImmutableArray<NameWord> Words { get; }

    /// <summary>Number of words before the legal form; at least 1.</summary>
    public int CoreWords { get; }

    /// <summary>Folded words before the legal form without their gaps, adjectives without their ending: "deutschbank" for "Deutschen Bank AG".</summary>
    public string Key { get; }

    /// <summary>Folded legal form ("gmbhcokg"), empty without one.</summary>
    public string LegalForm { get; }

    public NameWord LastCoreWord => Words[CoreWords - 1];

    public bool IsUpperCase => Text.AsSpan().IndexOfAnyInRange('a', 'z') < 0 && Text.Length > 1;

    public static NameParts Parse(string text)
    {
        ImmutableArray<NameWord> words = Split(text);
        int core = words.Length;
        for (int i = 1; i < words.Length; i++)
        {
            if (!words[i].HyphenBefore && NameLexicon.Default.IsLegalForm(text.AsSpan(words[i - 1].End).TrimStart(" ,\u00A0")))
            {
                core = i;
                break;
            }
        }

        return new NameParts(text, words, core, KeyOf(words, 0, core), core == words.Length ? "" : NameFolding.Fold(text.AsSpan(words[core].Start)));
    }

    /// <summary>The key of a part of the name.</summary>
    public string KeyOf(int first, int end) => KeyOf(Words, first, end);

    /// <summary>Writes the key of a part of the name and returns its length.</summary>
    public int KeyOf(int first, int end, Span<char> destination) => KeyOf(Words, first, end, destination);

    private static string KeyOf(ImmutableArray<NameWord> words, int first, int end)
    {
        if (end - first == 1)
        {
            return words[first].Folded;
        }

        int room = 0;
        for (int i = first; i < end; i++)
        {
            room += words[i].Folded.Length;
        }

        Span<char> buffer = room <= 256 ? stackalloc char[256] : new char[room];
        return new string(buffer[..KeyOf(words, first, end, buffer)]);
    }

    private static int KeyOf(ImmutableArray<NameWord> words, int first, int end, Span<char> destination)
    {
        int length = 0;
        for (int i = first; i < end; i++)
        {
            ReadOnlySpan<char> word = end - first == 1 ? words[i].Folded : NameLexicon.Default.AdjectiveStem(words[i].Folded);
            word.CopyTo(destination[length..]);
            length += word.Length;
        }

        return length;
    }

    private static ImmutableArray<NameWord> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<NameWord>(4);
        int i = 0;
        bool hyphen = false;
        while (i < text.Length)
        {
            if (!IsWordPart(text[i]))
            {
                hyphen = CharacterClass.IsHyphen(text[i]) && words.Count > 0 && i == words[^1].End;
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && (words.Count == MaximumWords - 1 || IsWordPart(text[i])))
            {
                i++;
            }

            string folded = NameFolding.Fold(text.AsSpan(start, i - start));
            if (folded.Length > 0)
            {
                words.Add(new NameWord(start, i, folded, hyphen));
            }

            hyphen = false;
        }

        if (words.Count == 0)
        {
            words.Add(new NameWord(0, text.Length, text, false));
        }

        return words.DrainToImmutable();
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharacterClass.IsApostrophe(c) || c is '.' or '\u00AD' || (c > 127 && CharacterClass.IsWordPart(c));
}
