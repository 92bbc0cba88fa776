using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>
/// The clauses of one sentence, as far as punctuation and function words tell, with its arguments. Commas inside a list
/// of names do not part; behind a relative clause, an apposition or a bracket the clause before it goes on.
/// </summary>
internal sealed class DealClauses
{
    private readonly int[] _clauseOf;
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public DealClauses(SegmentedText text, int sentence, ReadOnlySpan<DealArgument> arguments)
    {
        Text = text;
        Sentence = sentence;
        Range = text.Sentences[sentence];
        Arguments = arguments.ToArray();
        _clauseOf = new int[Range.TokenCount];
        int next = 0, clause = Open(Range.FirstToken), resumed = -1;
        for (int i = Range.FirstToken; i < Range.EndToken; i++)
        {
            while (next < arguments.Length && arguments[next].Token < i)
            {
                next++;
            }

            bool inList = next > 0 && next < arguments.Length && arguments[next - 1].Group == arguments[next].Group;
            if (i > Range.FirstToken && IsBoundary(text, i - 1) && !inList && (next == 0 || arguments[next - 1].EndToken <= i - 1))
            {
                bool embeds = text[i - 1] is "(" || (text[i - 1] is "," or "–" && IsEmbedded(i));
                bool closes = text[i - 1] is ")" || (text[i - 1] is "," or "–" && !embeds);
                if (resumed >= 0 && closes)
                {
                    (clause, resumed) = (resumed, -1);
                }
                else
                {
                    resumed = embeds ? resumed >= 0 ? resumed : clause : -1;
                    clause = Open(i);
                }
            }

            _clauseOf[i - Range.FirstToken] = clause;
            _ends[clause] = i + 1;
        }
    }

    public SegmentedText Text { get; }

    public int Sentence { get; }

    public SentenceRange Range { get; }

    public DealArgument[] Arguments { get; }

    public int ClauseOf(int token) => _clauseOf[token - Range.FirstToken];

    /// <summary>Whether a word of a class stands in the clause.</summary>
    public bool Has(int clause, GrammarClass grammarClass)
    {
        for (int i = _starts[clause]; i < _ends[clause]; i++)
        {
            if (ClauseOf(i) == clause && DealGrammar.Of(Text[i]).Class == grammarClass)
            {
                return true;
            }
        }

        return false;
    }

    public int StartOf(int clause) => _starts[clause];

    public int EndOf(int clause) => _ends[clause];

    /// <summary>Token of the relative pronoun if the clause is a relative clause whose verb is at <paramref name="verb"/>; else -1.</summary>
    public int RelativePronoun(int clause, int verb)
    {
        int start = _starts[clause];
        if (start == Range.FirstToken || Text[start - 1] is not ("," or "(" or "–") || _ends[clause] - verb > 4)
        {
            return -1;
        }

        int pronoun = DealGrammar.Of(Text[start]).Class == GrammarClass.Preposition ? start + 1 : start;
        return pronoun < verb && IsRelative(Text[pronoun]) ? pronoun : -1;
    }

    private static bool IsRelative(ReadOnlySpan<char> word) =>
        word is "der" or "die" or "das" or "den" or "dem" or "denen" or "dessen" or "deren" or "welche" or "welcher" or "welches" or "welchen" or "welchem";

    // What stands between two commas: a relative clause, an apposition, a clause with a conjunction.
    private bool IsEmbedded(int token)
    {
        ReadOnlySpan<char> word = Text[token];
        GrammarWord grammar = DealGrammar.Of(word);
        return IsRelative(word) || word is "ein" or "eine" or "wie" || grammar.Class == GrammarClass.Subordinator
            || (grammar.Class == GrammarClass.Preposition && token + 1 < Range.EndToken && IsRelative(Text[token + 1]));
    }

    private int Open(int token)
    {
        _starts.Add(token);
        _ends.Add(token);
        return _starts.Count - 1;
    }

    private static bool IsBoundary(SegmentedText text, int token) =>
        text[token] is [',' or ';' or ':' or '(' or ')' or '–' or '—'] || (text[token] is "-" && text.Tokens[token].Gap != TokenGap.None);
}
