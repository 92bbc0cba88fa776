using System.Text;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>
/// Undoes the inflection of a document's names: genitive endings ("OpenAIs", "Mercedes’", "des Bundesamtes") and declined
/// adjectives ("der Deutschen Bank"). An -s goes only where something speaks for the name without it: another mention,
/// a known name, a noun that the name ends in, or a place in the sentence where only a genitive can stand.
/// </summary>
internal sealed class NameInflection
{
    private static readonly NameLexicon Lexicon = NameLexicon.Default;
    private readonly SegmentedText _text;
    private readonly IReadOnlyList<RecognizedMention> _mentions;
    private readonly KnownNames _known;
    private readonly Dictionary<string, NameForm> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    private NameInflection(SegmentedText text, IReadOnlyList<RecognizedMention> mentions, IReadOnlyList<NameForm> forms, KnownNames known)
    {
        _text = text;
        _mentions = mentions;
        _known = known;
        foreach (NameForm form in forms)
        {
            NameParts name = form.Surface;
            _byKey.TryAdd(name.Key, form);
            if (name.CoreWords > 1 || name.LegalForm.Length > 0)
            {
                _parts.Add(name.LastCoreWord.Folded);
                if (form.WeightOf(EntityType.Organization) > 0)
                {
                    _parts.Add(name.Words[0].Folded);
                }
            }
        }
    }

    /// <summary>Sets the lemma of every form.</summary>
    public static void Undo(SegmentedText text, IReadOnlyList<RecognizedMention> mentions, IReadOnlyList<NameForm> forms, KnownNames known)
    {
        var inflection = new NameInflection(text, mentions, forms, known);
        foreach (NameForm form in forms)
        {
            string lemma = inflection.WithoutGenitive(form);
            lemma = inflection.WithNominativeAdjectives(form, lemma);
            if (lemma.Length != form.Surface.Text.Length || lemma != form.Surface.Text)
            {
                form.Lemma = NameParts.Parse(lemma);
            }
        }
    }

    private string WithoutGenitive(NameForm form)
    {
        string name = form.Surface.Text;
        if (name.Length < 3 || Lexicon.Is(form.Surface.Key, NameWordRoles.Apostrophe))
        {
            return name;
        }

        if (CharacterClass.IsApostrophe(name[^1]))
        {
            return name[..^1];
        }

        if (_known.Knows(form.Surface))
        {
            return name;
        }

        if (name[^1] == 's' && form.Surface.CoreWords == form.Surface.Words.Length)
        {
            if (CharacterClass.IsApostrophe(name[^2]))
            {
                return IsSupported(form, name[..^2]) || IsUpperEnd(name[..^2]) || form.WeightOf(EntityType.Person) > 0 || StandsAsGenitive(form) ? name[..^2] : name;
            }

            if (BaseOfGenitive(form) is { } bare)
            {
                return bare;
            }
        }

        return WithoutInnerGenitive(form.Surface);
    }

    private string? BaseOfGenitive(NameForm form)
    {
        string shorter = form.Surface.Text[..^1];
        if (IsPluralOfFamily(form))
        {
            return null;
        }

        if (IsSupported(form, shorter))
        {
            return shorter;
        }

        NameParts name = form.Surface;
        string word = name.LastCoreWord.Folded;
        if (Lexicon.IsPlace(name.Key) || Lexicon.EndsInS(word) || _parts.Contains(name.Key) || HasAttribute(form))
        {
            return null;
        }

        if (form.WeightOf(EntityType.Person) == 0 && BaseOfNoun(name.LastCoreWord) is int cut and > 0)
        {
            return name.Text[..^cut];
        }

        if (Lexicon.IsPlace(NameFolding.Fold(shorter)) || _known.Knows(NameParts.Parse(shorter)))
        {
            return shorter;
        }

        // "IBMs": an acronym has no lower-case ending of its own.
        return (IsUpperEnd(shorter) && shorter.Length > 2) || (word is not [.., 'u' or 's', 's'] && StandsAsGenitive(form)) ? shorter : null;
    }

    // "Gesamtverbands der Versicherer", "Amtsgerichts Chemnitz": the head noun stands in front.
    private static string WithoutInnerGenitive(NameParts name)
    {
        for (int i = 0; i < name.CoreWords - 1; i++)
        {
            NameWord word = name.Words[i];
            if (!name.Words[i + 1].HyphenBefore && name.Text[word.End - 1] == 's' && char.IsUpper(name.Text[word.Start]) && BaseOfNoun(word) is int cut and > 0)
            {
                return string.Concat(name.Text.AsSpan(0, word.End - cut), name.Text.AsSpan(word.End));
            }
        }

        return name.Text;
    }

    // How many letters of genitive ending a word bears that is built around a known noun; 0 if none.
    private static int BaseOfNoun(NameWord word)
    {
        string folded = word.Folded;
        if (folded.Length < 4 || Lexicon.GenderOf(folded, out _) != '\0')
        {
            return 0;
        }

        if (Lexicon.GenderOf(folded.AsSpan(0, folded.Length - 1), out _) is 'm' or 'n')
        {
            return 1;
        }

        return folded[^2] == 'e' && Lexicon.GenderOf(folded.AsSpan(0, folded.Length - 2), out _) is 'm' or 'n' ? 2 : 0;
    }

    private bool IsSupported(NameForm form, string bare)
    {
        string key = NameParts.Parse(bare).Key;
        return _byKey.TryGetValue(key, out NameForm? other) ? other.SharesTypeWith(form) && !_parts.Contains(form.Surface.Key)
            : _parts.Contains(key) && !_parts.Contains(form.Surface.Key);
    }

    // "Partei Deutschlands", "Verband des Handwerks": the genitive belongs to the name.
    private static bool HasAttribute(NameForm form)
    {
        NameParts name = form.Surface;
        if (form.WeightOf(EntityType.Person) > 0 || name.CoreWords == 1 || name.LastCoreWord.HyphenBefore)
        {
            return false;
        }

        ReadOnlySpan<char> bare = name.LastCoreWord.Folded.AsSpan(0, name.LastCoreWord.Folded.Length - 1);
        bool nounFirst = false;
        for (int i = 0; i < name.CoreWords - 1; i++)
        {
            string word = name.Words[i].Folded;
            if (word != "und" && Lexicon.Is(word, NameWordRoles.Function))
            {
                return true;
            }

            nounFirst |= form.WeightOf(EntityType.Organization) > 0 && Lexicon.GenderOf(word, out _) != '\0';
        }

        return Lexicon.IsPlace(bare) || (nounFirst && BaseOfNoun(name.LastCoreWord) == 0);
    }

    // "die Petersens" are several, not the genitive of one.
    private bool IsPluralOfFamily(NameForm form)
    {
        RecognizedMention first = _mentions[form.Mentions[0]];
        return first is { Type: EntityType.Person, FirstToken: > 0 } && _text[first.FirstToken - 1] is "die" or "Die" or "den" or "Den" or "der" or "Der";
    }

    private static bool IsUpperEnd(string name) => name.Length > 1 && char.IsUpper(name[^1]) && char.IsUpper(name[^2]);

    // Every mention must allow it and one must show it: "Teslas Aktie" shows it, "von Teslas" and "Teslas ist" refute it.
    private bool StandsAsGenitive(NameForm form)
    {
        bool shown = false;
        foreach (int index in form.Mentions)
        {
            RecognizedMention mention = _mentions[index];
            bool beforeNoun = IsBeforeNoun(mention);
            if (!beforeNoun && !IsBehindNoun(mention))
            {
                return false;
            }

            shown |= beforeNoun;
        }

        return shown;
    }

    private bool IsBeforeNoun(RecognizedMention mention)
    {
        if (mention.EndToken >= _text.Tokens.Length || _text.Tokens[mention.EndToken - 1].End != mention.Span.End)
        {
            return false;
        }

        Token next = _text.Tokens[mention.EndToken];
        return next is { Kind: TokenKind.Word, Gap: TokenGap.Space } && char.IsUpper(_text.Text[next.Start]) &&
            !(mention.FirstToken > 0 && Lexicon.Is(NameFolding.Fold(_text[mention.FirstToken - 1]), NameWordRoles.Determiner));
    }

    private bool IsBehindNoun(RecognizedMention mention)
    {
        if (mention.FirstToken == 0 || _text.Tokens[mention.FirstToken].Gap != TokenGap.Space)
        {
            return false;
        }

        Token previous = _text.Tokens[mention.FirstToken - 1];
        return previous.Kind == TokenKind.Word && char.IsUpper(_text.Text[previous.Start]) &&
            !Lexicon.Is(NameFolding.Fold(_text[mention.FirstToken - 1]), NameWordRoles.Preposition);
    }

    // "Deutschen Bank" to "Deutsche Bank", "Deutsche Städtetag" (after "der") to "Deutscher Städtetag".
    private string WithNominativeAdjectives(NameForm form, string name)
    {
        if (form.Surface.CoreWords < 2 || form.WeightOf(EntityType.Person) > 0)
        {
            return name;
        }

        NameParts parts = ReferenceEquals(name, form.Surface.Text) ? form.Surface : NameParts.Parse(name);
        int head = HeadOf(parts);
        if (head < 1 || Lexicon.AdjectiveStem(parts.Words[0].Folded).Length == parts.Words[0].Folded.Length || parts.IsUpperCase)
        {
            return name;
        }

        string? ending = EndingByContext(form, parts, head);
        return ending is null ? name : Decline(parts, head, ending);
    }

    // Index of the noun that the adjectives in front belong to: the first one of known gender, else the last word before a small word.
    private static int HeadOf(NameParts name)
    {
        int head = 0;
        for (int i = 1; i < name.CoreWords; i++)
        {
            string word = name.Words[i].Folded;
            if (Lexicon.Is(word, NameWordRoles.Function) && !IsElliptic(name, i - 1))
            {
                break;
            }

            head = i;
            bool isLastOfCompound = i + 1 == name.CoreWords || !name.Words[i + 1].HyphenBefore;
            if (isLastOfCompound && !IsElliptic(name, i) && Lexicon.AdjectiveStem(word).Length == word.Length && Lexicon.GenderOf(word, out _) != '\0')
            {
                return i;
            }
        }

        return head;
    }

    // "Metall-" in "Metall- und Elektroindustrie".
    private static bool IsElliptic(NameParts name, int word) => name.Words[word].End < name.Text.Length && CharacterClass.IsHyphen(name.Text[name.Words[word].End]) &&
        (word + 1 == name.Words.Length || !name.Words[word + 1].HyphenBefore);

    // Gender and the article in front must agree: "der Deutsche Städtetag" is masculine, but "der Erste Group" an undeclined
    // name. Where another word follows the noun ("Deutsche Fertighaus Holding"), the noun alone proves nothing.
    private string? EndingByContext(NameForm form, NameParts name, int head)
    {
        string adjective = form.Surface.Words[0].Folded;
        RecognizedMention first = _mentions[form.Mentions[0]];
        string article = first.FirstToken > 0 ? NameFolding.Fold(_text[first.FirstToken - 1]) : "";
        char gender = Lexicon.GenderOf(name.Words[head].Folded, out _);
        return adjective[^1] switch
        {
            'e' => (article, gender) switch
            {
                ("der", 'm') => "er",
                ("das", 'n' or '\0') => "es",
                ("der" or "das" or "die", _) => null,
                (_, 'm') when head == name.CoreWords - 1 => "er",
                (_, 'n') when head == name.CoreWords - 1 => "es",
                _ => null,
            },
            'n' or 'm' => (article, gender) switch
            {
                ("der" or "die" or "zur", _) => "e",
                (_, 'm') => "er",
                (_, 'n') => "es",
                (_, 'f' or 'p') => "e",
                _ => null,
            },
            _ => null,
        };
    }

    private static string Decline(NameParts name, int head, string ending)
    {
        var result = new StringBuilder(name.Text.Length + 4);
        int copied = 0;
        for (int i = 0; i < head; i++)
        {
            NameWord word = name.Words[i];
            int stem = Lexicon.AdjectiveStem(word.Folded).Length;
            if (stem < word.Folded.Length)
            {
                result.Append(name.Text, copied, word.End - (word.Folded.Length - stem) - copied).Append(ending);
                copied = word.End;
            }
        }

        return result.Append(name.Text, copied, name.Text.Length - copied).ToString();
    }
}
