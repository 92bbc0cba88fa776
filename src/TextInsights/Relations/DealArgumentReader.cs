using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Finds possible parties of deals with the case or preposition that marks them.</summary>
internal static class DealArgumentReader
{
    private const int LongestPhrase = 7;
    private const int ClauseReach = 12; // arguments of one clause: a text without commas must not take quadratic time

    /// <summary>Arguments of the whole text in order: names of organisations, persons and products, and words that stand for organisations.</summary>
    public static ImmutableArray<DealArgument> Read(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references)
    {
        var found = new List<DealArgument>();
        HashSet<int> beginnings = [.. entities.SelectMany(e => e.Mentions).Select(m => text.TokenAt(m.Start))];
        foreach (Entity entity in entities)
        {
            if (entity.Type == EntityType.Location)
            {
                continue;
            }

            foreach (Mention mention in entity.Mentions)
            {
                int first = text.TokenAt(mention.Start), end = text.TokenAt(mention.End - 1) + 1;
                bool compound = text.Tokens[end - 1].End - mention.End > 1;
                if (compound && beginnings.Contains(end))
                {
                    continue; // "der ChatGPT-Erfinder OpenAI", "Google-Mutter Alphabet": says who the next name is, and does nothing itself
                }

                bool genitive = mention.Text.Length > entity.Name.Length && mention.Text[^1] is 's' or '’' or '\'';
                found.Add(Place(text, entity.Id, entity.Type, first, end, compound, genitive, named: true));
            }
        }

        foreach (EntityReference reference in references)
        {
            if (reference.Kind == ReferenceKind.Name || (reference.Kind == ReferenceKind.Compound && beginnings.Contains(reference.EndToken)))
            {
                continue;
            }

            int first = reference.FirstToken;
            bool determiner = reference.Kind is ReferenceKind.Descriptor or ReferenceKind.Demonym;
            DealArgument argument = Place(text, reference.Entity, EntityType.Organization, determiner ? first + 1 : first, reference.EndToken, false, false, named: false);
            found.Add(reference.Kind == ReferenceKind.Possessive ? argument with { Marker = ArgumentMarker.Possessive } : argument);
        }

        found.Sort((a, b) => a.Token.CompareTo(b.Token));
        RemoveSelfReferences(text, found);
        return Group(text, found);
    }

    // Whom a sentence names it does not mean by "das Unternehmen" a few words on, unless a new clause has begun.
    private static void RemoveSelfReferences(SegmentedText text, List<DealArgument> arguments)
    {
        for (int i = arguments.Count - 1; i > 0; i--)
        {
            for (int k = i - 1; !arguments[i].Named && arguments[i].Marker != ArgumentMarker.Possessive && k >= 0 && k >= i - ClauseReach; k--)
            {
                if (!SameClause(text, arguments[k].EndToken, arguments[i].Token))
                {
                    break;
                }

                if (arguments[k].Entity == arguments[i].Entity)
                {
                    arguments.RemoveAt(i);
                    break;
                }
            }
        }
    }

    private static bool SameClause(SegmentedText text, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (text[i] is [',' or ';' or ':' or '.' or '!' or '?' or '–'] || text.Tokens[i].Gap >= TokenGap.LineBreak)
            {
                return false;
            }
        }

        return true;
    }

    private static DealArgument Place(SegmentedText text, int entity, EntityType type, int first, int end, bool compound, bool genitive, bool named)
    {
        int sentenceStart = text.Sentences[text.SentenceOf(first)].FirstToken;
        int phrase = first;
        ArgumentMarker marker = ArgumentMarker.Bare;
        bool adjectiveSeen = false;
        for (int i = first - 1; i >= sentenceStart && i >= first - LongestPhrase; i--)
        {
            GrammarWord word = DealGrammar.Of(text[i]);
            if (word.Class == GrammarClass.Preposition)
            {
                marker = word.Marker;
                phrase = i;
                break;
            }

            if (word.Class == GrammarClass.Determiner)
            {
                phrase = i;
                GrammarWord before = i > sentenceStart ? DealGrammar.Of(text[i - 1]) : default;
                if (before.Class == GrammarClass.Preposition)
                {
                    phrase = i - 1;
                    marker = before.Marker;
                }
                else if (i == sentenceStart && word.Detail == "der")
                {
                    marker = ArgumentMarker.Nominative; // no genitive opens a sentence
                }
                else
                {
                    marker = CaseOf(text, word.Detail, i + 1, first, end);
                }

                break;
            }

            if (word.Class != GrammarClass.None || !Continues(text, i, ref adjectiveSeen))
            {
                break;
            }

            phrase = text[i] is ['„' or '"' or '“' or '»' or '«' or '‚'] ? phrase : i;
        }

        if (marker == ArgumentMarker.An && BelongsToShare(text, sentenceStart, phrase))
        {
            marker = ArgumentMarker.Share;
        }

        if (marker == ArgumentMarker.Bare)
        {
            phrase = first; // without a determiner nouns before the name need not belong to it
            if (genitive && end < text.Tokens.Length && text.Tokens[end].Kind == TokenKind.Word)
            {
                marker = ArgumentMarker.Possessive;
            }
        }

        return new DealArgument(entity, type, phrase, first, end, compound ? ArgumentMarker.Compound : marker, -1, named);
    }

    // "ein Paket von 18,4 Prozent an X", "seine Beteiligung an X"
    private static bool BelongsToShare(SegmentedText text, int sentenceStart, int phrase)
    {
        for (int i = phrase - 1; i >= sentenceStart && i >= phrase - 6; i--)
        {
            ReadOnlySpan<char> word = text[i];
            if (DealWords.IsShareNoun(word) || word is "Prozent" or "%")
            {
                return true;
            }

            if (text.Tokens[i].Kind == TokenKind.Punctuation && word is not ("(" or ")" or "%") || char.IsUpper(word[0]))
            {
                return false;
            }
        }

        return false;
    }

    // Whether the word before a name can belong to its phrase: "der schwedische Industriekonzern Hexagon".
    private static bool Continues(SegmentedText text, int token, ref bool adjectiveSeen)
    {
        ReadOnlySpan<char> word = text[token];
        if (word is ['„' or '"' or '“' or '»' or '«' or '‚'])
        {
            return true;
        }

        if (text.Tokens[token].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Ordinal or TokenKind.Abbreviation))
        {
            return false;
        }

        if (char.IsUpper(word[0]))
        {
            return !adjectiveSeen || word.EndsWith("er");
        }

        bool adjective = word[^1] is 'e' or 'n' or 'r' or 's' or 'm' || char.IsDigit(word[0]);
        adjectiveSeen = true;
        return adjective;
    }

    // "der" is a masculine nominative or a feminine genitive or dative: the noun behind it tells.
    private static ArgumentMarker CaseOf(SegmentedText text, string determiner, int first, int name, int end) => determiner switch
    {
        "des" or "gen" => ArgumentMarker.Genitive,
        "acc" => ArgumentMarker.Accusative,
        "dat" => ArgumentMarker.Dative,
        "der" => IsMasculine(text, name > first ? name - 1 : end - 1, name > first) ? ArgumentMarker.Nominative : ArgumentMarker.Genitive,
        _ => ArgumentMarker.Bare,
    };

    private static bool IsMasculine(SegmentedText text, int noun, bool described)
    {
        ReadOnlySpan<char> word = text[noun];
        if (word is ['„' or '"' or '“' or '»' or '«' or '‚'])
        {
            return false;
        }

        foreach (string ending in (ReadOnlySpan<string>)["konzern", "fonds", "er", "or", "ist", "ent", "ant", "iker", "oge", "riese", "rese", "spross", "inhaber", "koloss", "champion", "star", "händler", "bauer", "chef", "zulieferer", "bringdienst", "zwerg", "könig", "makler", "staatsfonds", "konkurrent", "gesellschafter", "filialist", "veranstalter", "dienst", "verbund", "partner", "rivale", "kunde", "investor",
            "spezialist", "versorger", "primus", "gigant", "verein", "club", "klub", "betrieb", "neuling", "pionier", "verlag", "eigner", "discounter", "broker", "laden", "versand", "ausrüster", "anbieter", "arm", "ableger"])
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return described || !word.EndsWith("er") || char.IsUpper(word[0]);
            }
        }

        return false;
    }

    // Names joined by "und" or commas share the marker of the first: "von Audi, BMW und Daimler".
    private static ImmutableArray<DealArgument> Group(SegmentedText text, List<DealArgument> arguments)
    {
        int group = 0;
        for (int i = 0; i < arguments.Count; i++)
        {
            DealArgument current = arguments[i];
            if (i > 0 && Joint(text, arguments[i - 1], current) is { } joint && (joint || ListEnds(text, arguments, i)))
            {
                DealArgument before = arguments[i - 1];
                arguments[i] = current with { Group = before.Group, Marker = MarkerInList(before.Marker, current.Marker) };
            }
            else
            {
                arguments[i] = current with { Group = group++ };
            }
        }

        return [.. arguments];
    }

    private static ArgumentMarker MarkerInList(ArgumentMarker first, ArgumentMarker own) =>
        first is ArgumentMarker.Compound or ArgumentMarker.Possessive ? own
        : own is ArgumentMarker.Bare or ArgumentMarker.Nominative or ArgumentMarker.Accusative or ArgumentMarker.Dative or ArgumentMarker.Genitive ? first : own;

    // true: joined by "und"; false: by a comma; null: not joined.
    private static bool? Joint(SegmentedText text, DealArgument before, DealArgument current)
    {
        int start = current.PhraseToken == current.Token ? BareStart(text, before.EndToken, current.Token) : current.PhraseToken;
        int gap = start - before.EndToken;
        if (gap is < 1 or > 2 || before.Token >= current.Token)
        {
            return null;
        }

        int at = before.EndToken;
        if (gap == 2 && text[at] is ['“' or '"' or '”' or '«' or '»' or ',' or '‘'])
        {
            at++;
        }
        else if (gap == 2)
        {
            return null;
        }

        return DealGrammar.Of(text[at]).Class == GrammarClass.And || text[at] is "/" or "&" ? true : text[at] is "," ? false : null;
    }

    // "…, Geldgeber Alpha und Fonds Beta": nouns before a name without determiner.
    private static int BareStart(SegmentedText text, int least, int token)
    {
        int start = token;
        while (start - 1 > least && token - start < 3 && ((text.Tokens[start - 1].Kind == TokenKind.Word && char.IsUpper(text[start - 1][0])) || text[start - 1] is ['„' or '"' or '“' or '»' or '«' or '‚']))
        {
            start--;
        }

        return start;
    }

    private static bool ListEnds(SegmentedText text, List<DealArgument> arguments, int from)
    {
        for (int i = from + 1; i < arguments.Count && i < from + 8; i++)
        {
            switch (Joint(text, arguments[i - 1], arguments[i]))
            {
                case true: return true;
                case null: return false;
            }
        }

        return false;
    }
}
