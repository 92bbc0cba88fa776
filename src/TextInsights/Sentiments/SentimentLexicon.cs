using System.Globalization;
using TextInsights.Lexicons;

namespace TextInsights.Sentiments;

/// <summary>The word lists of sentiment, ready to be asked word by word. Immutable.</summary>
internal sealed class SentimentLexicon
{
    public const int LongestWord = 64;

    private const int Remembered = 1 << 15; // words: four megabytes at most

    private readonly StemTrie _stems;
    private readonly WordCache<SentimentWord> _entries = new(Remembered);
    private readonly Dictionary<string, LexicalReading> _words = [];
    private readonly Dictionary<string, LexicalReading> _prefixes = [];
    private readonly Dictionary<string, LexicalReading>.AlternateLookup<ReadOnlySpan<char>> _wordLookup;
    private readonly Dictionary<string, LexicalReading>.AlternateLookup<ReadOnlySpan<char>> _prefixLookup;

    public SentimentLexicon()
    {
        _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _prefixLookup = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        var lists = new WordLists(_words, _prefixes);
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/sentiment-modifiers.tsv").Rows)
        {
            lists.Add(row["word"], row["word"].Contains(' ') ? "phrase" : "word", Modifier(row["role"], Number(row["strength"])));
        }

        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/polarity.tsv").Rows)
        {
            lists.Add(row["word"], row["kind"], new LexicalReading(LexicalRole.Polar, Number(row["polarity"])));
        }

        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/directions.tsv").Rows)
        {
            lists.Add(row["word"], row["kind"], new LexicalReading(LexicalRole.Direction, Number(row["direction"]), Number(row["alone"])));
        }

        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/metrics.tsv").Rows)
        {
            lists.Add(row["word"], row["kind"], new LexicalReading(LexicalRole.Metric, Number(row["high"]), Number(row["alone"])));
        }

        _stems = new StemTrie(lists.Stems);
        Phrases = new PhraseTable(lists.Phrases);
    }

    public PhraseTable Phrases { get; }

    /// <summary>Writes a word in small letters with "ß" as "ss"; returns the length, 0 if the word is too long to be one.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        int length = 0;
        foreach (char c in word)
        {
            if (length + 2 > folded.Length)
            {
                return 0;
            }

            if (c == 'ß')
            {
                folded[length++] = 's';
                folded[length++] = 's';
            }
            else if (c != '\u00AD')
            {
                folded[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c < 128 ? c : char.ToLowerInvariant(c);
            }
        }

        return length;
    }

    /// <summary>What the lists say of a word as it stands in the text.</summary>
    public SentimentWord this[ReadOnlySpan<char> surface] => (_entries.Find(surface) ?? _entries.Add(surface, Find(surface))).Value;

    private SentimentWord Find(ReadOnlySpan<char> surface)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        ReadOnlySpan<char> word = buffer[..Fold(surface, buffer)];
        bool capital = char.IsUpper(surface[0]);
        bool secondCapital = surface.Length > 1 && char.IsUpper(surface[1]); // a word in capitals says as little as the first of a sentence
        return new SentimentWord(Read(word, capital, mayBeAny: secondCapital), Read(word, capital, mayBeAny: true), Phrases.Of(word));
    }

    /// <summary>What the lists say of a word; a compound is read from its parts.</summary>
    /// <param name="word">The folded word.</param>
    /// <param name="capital">Whether it begins with a capital letter.</param>
    /// <param name="mayBeAny">Whether the capital says nothing (begin of a sentence).</param>
    public LexicalReading Read(ReadOnlySpan<char> word, bool capital, bool mayBeAny)
    {
        if (word.Length < 2)
        {
            return default;
        }

        if (_wordLookup.TryGetValue(word, out LexicalReading reading))
        {
            return reading;
        }

        bool found = _stems.TryFind(word, ulong.MaxValue, nouns: capital, others: !capital, out reading, out int start);
        if (capital && mayBeAny && (!found || start != 0) && _stems.TryFind(word, ulong.MaxValue, nouns: false, others: true, out LexicalReading other, out int otherStart)
            && (!found || otherStart == 0))
        {
            (found, reading, start) = (true, other, otherStart); // "Steigende Kosten" at the begin of a sentence
        }

        if (found)
        {
            return start == 0 ? reading : Compound(word[..start], reading);
        }

        return capital && word.Length >= 7 ? Prefixed(word) : default;
    }

    /// <summary>Whether a verb form with a particle put before it is listed, as in "legte … zu".</summary>
    public bool TryReadSeparable(ReadOnlySpan<char> joined, out LexicalReading reading) =>
        _stems.TryFind(joined, ulong.MaxValue, nouns: false, others: true, out reading, out int start) && start == 0;

    // The last part says what it is, the first part what it is about.
    private LexicalReading Compound(ReadOnlySpan<char> first, LexicalReading head)
    {
        first = first.TrimEnd("-‐‑");
        if (head is { Role: LexicalRole.Polar, Value: 0 })
        {
            return head;
        }

        LexicalReading modifier = default;
        bool known = _stems.TryFind(first, WordEndings.Joint, nouns: true, others: true, out modifier, out int start) && start == 0;
        known = known || _prefixLookup.TryGetValue(first, out modifier);
        if (head.Role == LexicalRole.Direction)
        {
            return known && modifier.IsOperand
                ? new LexicalReading(LexicalRole.Polar, Math.Clamp(head.Value * modifier.High * 1.4f, -3, 3))
                : head;
        }

        if (known && modifier.Role == LexicalRole.Direction)
        {
            return new LexicalReading(LexicalRole.Polar, Math.Clamp(modifier.Value * head.High * 1.4f, -3, 3));
        }

        if (known && head.Role == LexicalRole.Metric && modifier.Role == LexicalRole.Polar && modifier.Value <= -2)
        {
            return new LexicalReading(LexicalRole.Polar, modifier.Value * 0.7f);
        }

        return head;
    }

    private LexicalReading Prefixed(ReadOnlySpan<char> word)
    {
        for (int length = Math.Min(11, word.Length - 3); length >= 5; length--)
        {
            if (_prefixLookup.TryGetValue(word[..length], out LexicalReading prefix))
            {
                return prefix.Role == LexicalRole.Direction
                    ? new LexicalReading(LexicalRole.Polar, prefix.Alone)
                    : new LexicalReading(LexicalRole.Polar, prefix.Value * 0.6f);
            }
        }

        return default;
    }

    private static LexicalReading Modifier(string role, float strength) => role switch
    {
        "negation" => new LexicalReading(LexicalRole.Negation, strength),
        "intensify" or "diminish" => new LexicalReading(LexicalRole.Intensifier, strength),
        "but" => new LexicalReading(LexicalRole.But, strength),
        "although" => new LexicalReading(LexicalRole.Although, strength),
        "although-phrase" => new LexicalReading(LexicalRole.AlthoughPhrase, strength),
        "concede" => new LexicalReading(LexicalRole.Concede, strength),
        "clause" => new LexicalReading(LexicalRole.Clause, strength),
        "joint" => new LexicalReading(LexicalRole.Joint, strength),
        "hypothetical" => new LexicalReading(LexicalRole.Hypothetical, strength),
        _ => throw new InvalidDataException($"lexicons/sentiment-modifiers.tsv: '{role}' is no role."),
    };

    private static float Number(string cell) => float.Parse(cell, CultureInfo.InvariantCulture);

    // Sorts the rows by what finds them.
    private sealed class WordLists(Dictionary<string, LexicalReading> words, Dictionary<string, LexicalReading> prefixes)
    {
        public List<(string Stem, ulong Endings, StemKind Kind, LexicalReading Reading)> Stems { get; } = [];

        public List<(string Phrase, LexicalReading Reading)> Phrases { get; } = [];

        public void Add(string word, string kind, LexicalReading reading)
        {
            switch (kind)
            {
                case "phrase":
                    Phrases.Add((word, reading.Role == LexicalRole.Polar ? reading with { IsPhrase = true } : reading));
                    break;
                case "word":
                    words.TryAdd(Fold(word), reading);
                    break;
                case "prefix":
                    prefixes.TryAdd(Fold(word), reading);
                    break;
                case "verb":
                    Stems.AddRange(VerbForms.Of(word).Select(form => (Fold(form.Stem), form.Endings, StemKind.Word, reading)));
                    break;
                default:
                    StemKind stem = kind switch { "noun" => StemKind.Noun, "suffix" => StemKind.Suffix, _ => StemKind.Word };
                    Stems.AddRange(word.Split('|').Select(s => (Fold(s), stem == StemKind.Noun ? WordEndings.Noun : WordEndings.Adjective, stem, reading)));
                    break;
            }
        }

        private static string Fold(string word)
        {
            Span<char> folded = stackalloc char[LongestWord];
            return folded[..SentimentLexicon.Fold(word, folded)].ToString();
        }
    }
}
