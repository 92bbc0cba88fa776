using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Finds the names of the user's gazetteers, the longest first, and lays them over what the recognizer found.</summary>
internal sealed class GazetteerMatcher(ListedNames names)
{
    private const int LongestWord = 64;

    // As many as NameParts tells apart.
    private const int MostWords = 16;
    private static readonly NameLexicon Lexicon = NameLexicon.Default;

    // A word of the text between blanks and hyphens.
    private readonly record struct Unit(int Start, int End, int Token);

    private readonly record struct Match(RecognizedMention Mention, GazetteerUse Use);

    /// <summary>The mentions after the lists have had their say, in text order, without overlap.</summary>
    public ImmutableArray<RecognizedMention> Apply(SegmentedText text, ImmutableArray<RecognizedMention> recognized)
    {
        if (names.IsEmpty)
        {
            return recognized;
        }

        var matches = new List<Match>();
        var units = new List<Unit>();
        foreach (SentenceRange sentence in text.Sentences)
        {
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                if (!AddUnits(text, token, units))
                {
                    FindIn(text, units, matches);
                    units.Clear();
                }
            }

            FindIn(text, units, matches);
            units.Clear();
        }

        return GazetteerOverlay.Merge(text, recognized, matches.ConvertAll(m => (m.Mention, m.Use)));
    }

    // Splits a token at its hyphens; false for punctuation that no name goes across.
    private static bool AddUnits(SegmentedText text, int token, List<Unit> units)
    {
        Token span = text.Tokens[token];
        if (text[token] is "&" or "+" or "/" || (span.Length == 1 && CharacterClass.IsHyphen(text.Text[span.Start])))
        {
            return true;
        }

        if (span.Kind is TokenKind.Punctuation or TokenKind.Symbol or TokenKind.Url or TokenKind.Email)
        {
            return false;
        }

        int start = span.Start;
        for (int i = span.Start; i <= span.End; i++)
        {
            if (i == span.End || CharacterClass.IsHyphen(text.Text[i]))
            {
                if (i > start)
                {
                    units.Add(new Unit(start, i, token));
                }

                start = i + 1;
            }
        }

        return true;
    }

    private void FindIn(SegmentedText text, List<Unit> units, List<Match> matches)
    {
        for (int first = 0; first < units.Count;)
        {
            int words = LongestFrom(text, units, first, out ListedName listed);
            if (words > 0)
            {
                Unit last = units[first + words - 1];
                var mention = new RecognizedMention(units[first].Token, last.Token + 1, new TextSpan(units[first].Start, last.End), listed.Type, 1);
                matches.Add(new Match(mention, listed.Use));
            }

            first += Math.Max(1, words);
        }
    }

    // Number of units of the longest listed name that begins here; 0 if none does.
    private int LongestFrom(SegmentedText text, List<Unit> units, int first, out ListedName listed)
    {
        listed = default;
        Span<char> key = stackalloc char[2 * LongestWord * MostWords];
        Span<char> word = stackalloc char[2 * LongestWord];
        ReadOnlySpan<char> surface = text.Text.AsSpan(units[first].Start, units[first].End - units[first].Start);
        if (surface.Length > LongestWord)
        {
            return 0;
        }

        int length = NameFolding.Fold(surface, word), best = 0;
        if (IsListed(word[..length], surface, out ListedName single))
        {
            listed = single;
            best = 1;
        }

        ReadOnlySpan<char> start = Lexicon.AdjectiveStem(word[..length]);
        int most = names.MostWordsFrom(start);
        start.CopyTo(key);
        int filled = start.Length;
        for (int words = 2; words <= most && first + words <= units.Count; words++)
        {
            Unit next = units[first + words - 1];
            if (next.End - next.Start > LongestWord)
            {
                break;
            }

            length = NameFolding.Fold(text.Text.AsSpan(next.Start, next.End - next.Start), word);
            ReadOnlySpan<char> stem = Lexicon.AdjectiveStem(word[..length]);
            stem.CopyTo(key[filled..]);
            filled += stem.Length;
            if (IsListed(key[..filled], surface, out ListedName longer))
            {
                listed = longer;
                best = words;
            }
        }

        return best;
    }

    // With and without a genitive ending; a name that begins with a capital never stands in small letters.
    private bool IsListed(ReadOnlySpan<char> key, ReadOnlySpan<char> surface, out ListedName listed) =>
        (names.TryFind(key, out listed) || (key is [_, _, .., 's'] && names.TryFind(key[..^1], out listed))) && (!listed.StartsUpper || char.IsUpper(surface[0]));
}
