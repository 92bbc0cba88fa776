using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Lexicons;

namespace TextInsights.Relations;

/// <summary>A form of a trigger word. With <paramref name="Separated"/> its particle must stand behind it.</summary>
internal readonly record struct DealTriggerWord(DealTriggerEntry Entry, DealTriggerForm Form, bool Separated);

/// <summary>The words that tell of deals, by form; loaded once from <c>lexicons/deal_triggers.tsv</c>.</summary>
internal static class DealTriggerLexicon
{
    private const int ShortestCompoundTail = 4;

    private static readonly FrozenDictionary<string, ImmutableArray<DealTriggerWord>> Verbs;
    private static readonly EndingTrie NounEnds;
    private static readonly ImmutableArray<DealTriggerWord> Nouns;
    private static readonly FrozenDictionary<string, ImmutableArray<(ImmutableArray<string> Words, DealTriggerEntry Entry)>> Phrases;
    private static readonly LetterFilter VerbBeginnings = new();
    private static readonly LetterFilter PhraseBeginnings = new();

    static DealTriggerLexicon()
    {
        var verbs = new Dictionary<string, List<DealTriggerWord>>();
        var nouns = new Dictionary<string, DealTriggerWord>();
        var phrases = new Dictionary<string, List<(ImmutableArray<string>, DealTriggerEntry)>>();
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/deal_triggers.tsv").Rows)
        {
            string finite = row["finite"];
            DealKind? kind = Enum.TryParse(row["kind"], ignoreCase: true, out DealKind parsed) ? parsed : null;
            var entry = new DealTriggerEntry(kind, DealFrame.Parse(row["frame"]), row["strength"] == "strong", row["particle"], row["kind"] == "none" ? "" : finite);
            switch (row["pos"])
            {
                case "verb":
                    AddVerb(verbs, entry, finite, row["infinitive"], row["participle"]);
                    break;
                case "noun":
                    foreach (string form in finite.Split(' '))
                    {
                        nouns[form] = new DealTriggerWord(entry, DealTriggerForm.Noun, false);
                    }

                    break;
                default:
                    foreach (string phrase in finite.Split('|'))
                    {
                        ImmutableArray<string> words = [.. phrase.Split(' ')];
                        ListOf(phrases, words[0]).Add((words, entry));
                    }

                    break;
            }
        }

        Verbs = verbs.ToFrozenDictionary(p => p.Key, p => p.Value.ToImmutableArray());
        Nouns = [.. nouns.Values];
        NounEnds = new EndingTrie(nouns.Keys.Select((noun, i) => (noun, i)));
        Phrases = phrases.ToFrozenDictionary(p => p.Key, p => p.Value.OrderByDescending(v => v.Item1.Length).ToImmutableArray());
        verbs.Keys.ToList().ForEach(form => VerbBeginnings.Add(form));
        phrases.Keys.ToList().ForEach(first => PhraseBeginnings.Add(first));
    }

    /// <summary>Readings of a verb form in lower case.</summary>
    public static ImmutableArray<DealTriggerWord> Verb(ReadOnlySpan<char> word) =>
        Verbs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out ImmutableArray<DealTriggerWord> words) ? words : [];

    /// <summary>Phrases that begin with a word in lower case.</summary>
    public static ImmutableArray<(ImmutableArray<string> Words, DealTriggerEntry Entry)> PhrasesWith(ReadOnlySpan<char> word) =>
        Phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found) ? found : [];

    /// <summary>False if no verb form begins with the word's first three letters, in whatever case; the word has at least two.</summary>
    public static bool MayBeVerb(ReadOnlySpan<char> word) => MayBegin(VerbBeginnings, word);

    /// <summary>False if no phrase begins with the word's first three letters, in whatever case; the word has at least two.</summary>
    public static bool MayBeginPhrase(ReadOnlySpan<char> word) => MayBegin(PhraseBeginnings, word);

    /// <summary>The noun itself or the longest known last part of the compound, in whatever case; null if there is none or the compound is shut out.</summary>
    public static DealTriggerWord? Noun(ReadOnlySpan<char> word) =>
        NounEnds.Longest(word, ShortestCompoundTail, out _) is >= 0 and int noun && Nouns[noun].Entry.Lemma.Length > 0 ? Nouns[noun] : null;

    private static bool MayBegin(LetterFilter filter, ReadOnlySpan<char> word) => filter.MayBegin(word[0], word[1], word.Length > 2 ? word[2] : '\0');

    private static void AddVerb(Dictionary<string, List<DealTriggerWord>> verbs, DealTriggerEntry entry, string finite, string infinitive, string participle)
    {
        string particle = entry.Particle;
        (ImmutableArray<string> finiteForms, string infinitiveForm, string participleForm) = Forms(finite, infinitive, participle, particle);
        foreach (string form in finiteForms)
        {
            ListOf(verbs, form).Add(new DealTriggerWord(entry, DealTriggerForm.Finite, particle.Length > 0));
            if (particle.Length > 0)
            {
                ListOf(verbs, particle + form).Add(new DealTriggerWord(entry, DealTriggerForm.Finite, false));
            }
        }

        ListOf(verbs, particle + infinitiveForm).Add(new DealTriggerWord(entry, DealTriggerForm.Infinitive, false));
        if (particle.Length > 0)
        {
            ListOf(verbs, particle + "zu" + infinitiveForm).Add(new DealTriggerWord(entry, DealTriggerForm.Infinitive, false));
        }

        foreach (string ending in (ReadOnlySpan<string>)["", "e", "en", "er", "es", "em"])
        {
            ListOf(verbs, participleForm + ending).Add(new DealTriggerWord(entry, DealTriggerForm.Participle, false));
        }
    }

    // "~kauf" stands for kaufe, kauft, kaufen, kaufte, kauften, (zu) kaufen, gekauft.
    private static (ImmutableArray<string> Finite, string Infinitive, string Participle) Forms(string finite, string infinitive, string participle, string particle)
    {
        string first = finite.Split(' ')[0];
        if (first[0] != '~')
        {
            return ([.. finite.Split(' ')], infinitive, participle);
        }

        string stem = first[1..];
        bool liquid = (stem.EndsWith("er", StringComparison.Ordinal) && !stem.EndsWith("ier", StringComparison.Ordinal)) || stem.EndsWith("el", StringComparison.Ordinal);
        string t = stem[^1] is 't' or 'd' || stem.EndsWith("chn", StringComparison.Ordinal) ? "et" : "t";
        string plural = stem + (liquid ? "n" : "en");
        bool noPrefix = stem.EndsWith("ier", StringComparison.Ordinal)
            || ((string[])["ver", "be", "er", "ent", "zer", "über", "unter", "akquir"]).Any(p => stem.StartsWith(p, StringComparison.Ordinal));
        string past = particle + (noPrefix ? "" : "ge") + stem + t;
        return ([stem + "e", stem + t, plural, stem + t + "e", stem + t + "en", .. finite.Split(' ').Skip(1)], plural, past);
    }

    private static List<T> ListOf<T>(Dictionary<string, List<T>> table, string key) =>
        table.TryGetValue(key, out List<T>? list) ? list : table[key] = [];
}
