using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Finds the words of a sentence that tell of deals.</summary>
internal static class DealTriggerFinder
{
    private const int LongestWord = 60;
    private const int ParticleReach = 40;
    private const int ReflexiveReach = 12;
    private const int LongestGap = 12;

    /// <summary>Triggers in order. <paramref name="isName"/> tells tokens that belong to names: no triggers there, unless a compound ends in one ("Opel-Verkauf").</summary>
    public static void Find(SegmentedText text, SentenceRange sentence, ReadOnlySpan<bool> isName, List<DealTrigger> found)
    {
        Span<char> lower = stackalloc char[LongestWord];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            ReadOnlySpan<char> word = text[i];
            if (isName[i] || text.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Abbreviation) || word.Length is < 2 or > LongestWord)
            {
                continue;
            }

            if (DealTriggerLexicon.MayBeginPhrase(word) && Phrase(text, i, sentence.EndToken, lower[..word.ToLowerInvariant(lower)]) is { } phrase)
            {
                found.Add(phrase);
                i = phrase.EndToken - 1;
                continue;
            }

            if (char.IsUpper(word[0]) && DealTriggerLexicon.Noun(word) is { } noun)
            {
                found.Add(new DealTrigger(i, i + 1, DealTriggerForm.Noun, [noun.Entry]));
            }
            else if ((!char.IsUpper(word[0]) || i == sentence.FirstToken) && DealTriggerLexicon.MayBeVerb(word))
            {
                AddVerb(text, sentence, i, DealTriggerLexicon.Verb(lower[..word.ToLowerInvariant(lower)]), found);
            }
        }
    }

    private static DealTrigger? Phrase(SegmentedText text, int first, int end, ReadOnlySpan<char> lower)
    {
        foreach ((ImmutableArray<string> words, DealTriggerEntry entry) in DealTriggerLexicon.PhrasesWith(lower))
        {
            if (PhraseEnd(text, first + 1, end, words, 1) is { } phraseEnd)
            {
                return new DealTrigger(first, phraseEnd, DealTriggerForm.Phrase, [entry]);
            }
        }

        return null;
    }

    // Behind the last word of the phrase; "…" stands for up to twelve tokens, and the phrase is then its first word alone.
    private static int? PhraseEnd(SegmentedText text, int token, int end, ImmutableArray<string> words, int word)
    {
        for (; word < words.Length; word++, token++)
        {
            if (words[word] == "…")
            {
                for (int i = token; i < end && i <= token + LongestGap; i++)
                {
                    if (PhraseEnd(text, i, end, words, word + 1) is not null)
                    {
                        return token;
                    }
                }

                return null;
            }

            if (token >= end || !text[token].Equals(words[word], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return token;
    }

    private static void AddVerb(SegmentedText text, SentenceRange sentence, int token, ImmutableArray<DealTriggerWord> words, List<DealTrigger> found)
    {
        if (words.IsEmpty)
        {
            return;
        }

        bool reflexive = IsReflexive(text, sentence, token);
        var entries = ImmutableArray.CreateBuilder<DealTriggerEntry>();
        int particleLength = 0;
        bool finite = false, infinitive = false, participle = false;
        foreach (DealTriggerWord word in words)
        {
            if ((word.Entry.Frame.Reflexive && !reflexive && word.Form != DealTriggerForm.Participle)
                || (word.Separated && !HasParticle(text, sentence, token, word.Entry.Particle)))
            {
                continue;
            }

            if (word.Separated && word.Entry.Particle.Length > particleLength)
            {
                entries.Clear(); // "kauft … auf" is not "kauft"
                finite = infinitive = participle = false;
                particleLength = word.Entry.Particle.Length;
            }
            else if (particleLength > 0 && !word.Separated)
            {
                continue;
            }

            finite |= word.Form == DealTriggerForm.Finite;
            infinitive |= word.Form == DealTriggerForm.Infinitive;
            participle |= word.Form == DealTriggerForm.Participle;
            if (!entries.Contains(word.Entry))
            {
                entries.Add(word.Entry);
            }
        }

        if (entries.Count > 0)
        {
            DealTriggerForm form = participle && (!finite && !infinitive || HasAuxiliary(text, sentence, token)) ? DealTriggerForm.Participle
                : infinitive && (!finite || (token > sentence.FirstToken && text[token - 1] is "zu")) ? DealTriggerForm.Infinitive : DealTriggerForm.Finite;
            found.Add(new DealTrigger(token, token + 1, form, entries.ToImmutable()));
        }
    }

    // "hat … verkauft", "verkauft wurde": in the same clause, as far as commas tell.
    private static bool HasAuxiliary(SegmentedText text, SentenceRange sentence, int token)
    {
        for (int i = token + 1; i < sentence.EndToken && i <= token + 2; i++)
        {
            if (IsAuxiliary(text, i))
            {
                return true;
            }
        }

        for (int i = token - 1; i >= sentence.FirstToken && text[i] is not ("," or ";" or ":"); i--)
        {
            if (IsAuxiliary(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAuxiliary(SegmentedText text, int token) => DealGrammar.Of(text[token]).Class is GrammarClass.Perfect or GrammarClass.Passive or GrammarClass.Be;

    private static bool IsReflexive(SegmentedText text, SentenceRange sentence, int token)
    {
        int from = Math.Max(sentence.FirstToken, token - ReflexiveReach), to = Math.Min(sentence.EndToken, token + ReflexiveReach);
        for (int i = from; i < to; i++)
        {
            if (text[i] is "sich")
            {
                return true;
            }
        }

        return false;
    }

    // The separated particle closes its clause: "steigt beim Rivalen ein, …".
    private static bool HasParticle(SegmentedText text, SentenceRange sentence, int token, string particle)
    {
        int end = Math.Min(sentence.EndToken, token + 1 + ParticleReach);
        for (int i = token + 1; i < end && text[i] is not ";"; i++)
        {
            if (text[i].SequenceEqual(particle) && (i + 1 == sentence.EndToken || ClosesClause(text, i + 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ClosesClause(SegmentedText text, int next) =>
        text.Tokens[next].Kind is TokenKind.Punctuation || DealGrammar.Of(text[next]).Class is GrammarClass.And or GrammarClass.Subordinator || text[next] is "als" or "wie";
}
