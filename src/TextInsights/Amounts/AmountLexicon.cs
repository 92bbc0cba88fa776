using System.Collections.Frozen;
using System.Collections.Immutable;
using TextInsights.Lexicons;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>The word lists of the amount stage as one frozen table, looked up by span.</summary>
internal static class AmountLexicon
{
    /// <summary>Longest entry, in tokens.</summary>
    public const int MaximumTokens = 4;

    private static readonly FrozenDictionary<string, AmountWord> Words = Build();

    private static readonly FrozenDictionary<string, AmountWord>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Magnitudes that begin compounds ("Millionenbetrag"), longest first.</summary>
    public static readonly ImmutableArray<(string Stem, decimal Value)> MagnitudeStems =
    [
        .. TsvTable.Embedded("lexicons/amount_words.tsv").Rows
            .Where(row => row["role"] == "magnitude" && row["form"].Length >= 6)
            .Select(row => (row["form"], NumberGrammar.Invariant(row["value"])))
            .OrderByDescending(stem => stem.Item1.Length),
    ];

    public static AmountWord? Find(ReadOnlySpan<char> form) => Lookup.TryGetValue(form, out AmountWord? word) ? word : null;

    private static FrozenDictionary<string, AmountWord> Build()
    {
        var words = new Dictionary<string, AmountWord>(StringComparer.Ordinal);
        AddNumbers(words);
        AddCurrencies(words);
        AddCountries(words);
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/amount_joints.tsv").Rows)
        {
            Add(words, row["form"], new AmountWord(Enum.Parse<WordRoles>(row["role"], ignoreCase: true)), exact: false);
        }

        foreach (string last in QualifierReader.LastWords)
        {
            Add(words, last, new AmountWord(WordRoles.Qualifier), exact: false);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddNumbers(Dictionary<string, AmountWord> words)
    {
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/amount_words.tsv").Rows)
        {
            WordRoles roles = Enum.Parse<WordRoles>(row["role"], ignoreCase: true) | (row["traits"].Contains("rare") ? WordRoles.Rare : WordRoles.None);
            Add(words, row["form"], new AmountWord(roles, NumberGrammar.Invariant(row["value"]), NumberGrammar.Invariant(row["upper"])), row["traits"].Contains("exact"));
        }
    }

    private static void AddCurrencies(Dictionary<string, AmountWord> words)
    {
        foreach (TsvTable.TsvRow row in TsvTable.Embedded("lexicons/currencies.tsv").Rows)
        {
            string traits = row["traits"];
            var unit = new CurrencyUnit(
                row["code"].Length == 0 ? null : new Currency(row["code"]),
                NumberGrammar.Invariant(row["factor"]),
                row["family"],
                (traits.Contains("before") ? CurrencyTraits.Before : 0) | (traits.Contains("assumed") ? CurrencyTraits.Assumed : 0)
                    | (traits.Contains("weak") ? CurrencyTraits.Weak : 0) | (traits.Contains("rare") ? CurrencyTraits.Rare : 0)
                    | (traits.Contains("historic") ? CurrencyTraits.Historic : 0));
            Add(words, row["form"], new AmountWord(WordRoles.Currency, Unit: unit), traits.Contains("exact"));
        }
    }

    private static void AddCountries(Dictionary<string, AmountWord> words)
    {
        for (int country = 0; country < CurrencyRegions.Rows.Length; country++)
        {
            TsvTable.TsvRow row = CurrencyRegions.Rows[country];
            foreach (string stem in row["adjectives"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (string ending in stem[^1] == '=' ? [""] : (ReadOnlySpan<string>)["", "e", "en", "er", "es", "em"])
                {
                    Add(words, stem.TrimEnd('=') + ending, new AmountWord(WordRoles.CountryAdjective | WordRoles.CountryCue, Country: country), exact: false);
                }
            }

            foreach (string cue in row["cues"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var word = new AmountWord(WordRoles.CountryCue, Country: country);
                Add(words, cue, word, exact: true);
                if (cue.Length > 3)
                {
                    Add(words, cue.ToUpperInvariant(), word, exact: true); // datelines
                }
            }
        }
    }

    // Words are found as written, in lower case, capitalized and in capitals, unless only this spelling means money.
    private static void Add(Dictionary<string, AmountWord> words, string form, AmountWord word, bool exact)
    {
        ReadOnlySpan<string> spellings = exact
            ? [form]
            : [form, form.ToLowerInvariant(), char.ToUpperInvariant(form[0]) + form[1..], form.ToUpperInvariant()];
        foreach (string spelling in spellings)
        {
            words[spelling] = words.TryGetValue(spelling, out AmountWord? known) && known != word ? known.Merge(word) : word;
            ImmutableArray<Token> tokens = GermanTokenizer.Tokenize(spelling).Tokens;
            if (tokens.Length > 1)
            {
                string first = spelling[..tokens[0].End];
                var opening = new AmountWord(WordRoles.Opening);
                words[first] = words.TryGetValue(first, out known) ? known.Merge(opening) : opening;
            }
        }
    }
}
