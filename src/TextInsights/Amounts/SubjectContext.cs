using System.Collections.Immutable;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>What the subject features read of a document: where it speaks of which organisation.</summary>
internal sealed class SubjectContext
{
    private const int SentencesBack = 4;
    private const int MostCandidates = 8;
    private const int MostReferences = 12; // of a sentence, on either side

    private readonly int[] _count; // references by entity
    private readonly OrganizationKind[] _kinds;
    private readonly bool[] _isTraded;
    private readonly List<int> _byCount = [];

    public SubjectContext(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        Text = text;
        References = references;
        Amounts = amounts;
        _kinds = new OrganizationKind[entities.Length];
        _isTraded = new bool[entities.Length];
        _count = new int[entities.Length];
        foreach (EntityReference reference in references)
        {
            _kinds[reference.Entity] = reference.Organization;
            _isTraded[reference.Entity] = reference.IsTraded;
            if (_count[reference.Entity]++ == 0)
            {
                _byCount.Add(reference.Entity);
            }
        }

        _byCount.Sort((a, b) => _count[b] != _count[a] ? _count[b].CompareTo(_count[a]) : a.CompareTo(b));
        if (_byCount.Count > MostCandidates)
        {
            _byCount.RemoveRange(MostCandidates, _byCount.Count - MostCandidates);
        }
    }

    public SegmentedText Text { get; }

    public ImmutableArray<EntityReference> References { get; }

    public ImmutableArray<MonetaryAmount> Amounts { get; }

    /// <summary>What the text tells of an organisation.</summary>
    public OrganizationKind KindOf(int entity) => _kinds[entity];

    /// <summary>Whether the text tells of the sale, the shares or the capital of an organisation.</summary>
    public bool IsTraded(int entity) => _isTraded[entity];

    /// <summary>Place among the organisations spoken of most, from 0; their number if it is not among the first.</summary>
    public int RankOf(int entity) => _byCount.IndexOf(entity) is >= 0 and int rank ? rank : _byCount.Count;

    public int CountOf(int entity) => _count[entity];

    /// <summary>The references of a sentence as a range of indices; of a very long sentence, the ones nearest to a token.</summary>
    public (int First, int End) ReferencesOf(int sentence, int token)
    {
        SentenceRange range = Text.Sentences[sentence];
        int first = FirstFrom(range.FirstToken), end = FirstFrom(range.EndToken);
        int middle = Math.Clamp(end - first > 2 * MostReferences ? FirstFrom(token) : first, first, end);
        return (Math.Max(first, middle - MostReferences), Math.Min(end, Math.Max(middle, first) + (2 * MostReferences)));
    }

    /// <summary>Organisations that an amount may be about, the nearest first, then the ones spoken of most, with their <see cref="SubjectScore"/>.</summary>
    public void Candidates(int amount, List<int> candidates, List<double> scores)
    {
        candidates.Clear();
        scores.Clear();
        int token = Text.TokenAt(Amounts[amount].Start), endToken = Text.TokenAt(Amounts[amount].End - 1) + 1;
        int sentence = Text.SentenceOf(token);
        for (int s = sentence; s >= 0 && s >= sentence - SentencesBack && candidates.Count < MostCandidates; s--)
        {
            (int first, int end) = ReferencesOf(s, token);
            for (int i = end - 1; i >= first && candidates.Count < MostCandidates; i--)
            {
                if (!candidates.Contains(References[i].Entity))
                {
                    candidates.Add(References[i].Entity);
                }
            }
        }

        for (int i = 0; i < _byCount.Count && i < 2; i++)
        {
            if (!candidates.Contains(_byCount[i]))
            {
                candidates.Add(_byCount[i]);
            }
        }

        foreach (int entity in candidates)
        {
            scores.Add(SubjectScore.Of(this, sentence, token, endToken, entity, Amounts[amount].Role));
        }
    }

    private int FirstFrom(int token)
    {
        int low = 0, high = References.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = References[middle].FirstToken < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
