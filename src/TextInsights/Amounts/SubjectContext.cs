using System.Collections.Immutable;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>What the subject features read of a document: where it speaks of which entity, and how.</summary>
internal sealed class SubjectContext
{
    private const int SentencesBack = 4;
    private const int SentencesAhead = 1;
    private const int MostPlaces = 12; // of a sentence, on either side

    /// <summary>Most entities that are candidates because of where they stand.</summary>
    public const int MostCandidates = 12;

    /// <summary>Most entities that are candidates wherever the amount stands, beside those.</summary>
    public const int MostFrequent = 3;

    private readonly SubjectPlace[] _places;
    private readonly int[] _firstPlace; // by sentence, and one more
    private readonly int[] _headingOf; // by sentence: the heading above, or -1
    private readonly int[] _count; // places by entity
    private readonly int[] _opening; // first place by entity
    private readonly int[] _nextPlace; // by place: the next one of the same entity, or -1
    private readonly int[] _rank; // by entity, among those spoken of most
    private readonly OrganizationKind[] _kinds;
    private readonly bool[] _isTraded;
    private readonly List<int> _byCount = [];
    private readonly ImmutableArray<Entity> _entities;

    public SubjectContext(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        Text = text;
        Amounts = amounts;
        _entities = entities;
        _kinds = new OrganizationKind[entities.Length];
        _isTraded = new bool[entities.Length];
        _count = new int[entities.Length];
        _opening = new int[entities.Length];
        _rank = new int[entities.Length];
        _firstPlace = new int[text.Sentences.Length + 1];
        _headingOf = new int[text.Sentences.Length];
        EqualBefore = RepeatedAmounts.Find(amounts, a => (a.Currency, a.Minimum, a.Maximum));
        _places = PlacesOf(text, entities, references);
        _nextPlace = new int[_places.Length];
        int[] last = new int[entities.Length];
        for (int i = 0; i < _places.Length; i++)
        {
            EntityReference reference = _places[i].Reference;
            _nextPlace[i] = -1;
            _nextPlace[_count[reference.Entity] > 0 ? last[reference.Entity] : i] = _count[reference.Entity] > 0 ? i : -1;
            last[reference.Entity] = i;
            _kinds[reference.Entity] = reference.Organization;
            _isTraded[reference.Entity] = reference.IsTraded;
            if (_count[reference.Entity]++ == 0)
            {
                _byCount.Add(reference.Entity);
                _opening[reference.Entity] = i;
            }
        }

        _byCount.Sort((a, b) => _count[b] != _count[a] ? _count[b].CompareTo(_count[a]) : a.CompareTo(b));
        for (int i = 0; i < _byCount.Count; i++)
        {
            _rank[_byCount[i]] = i;
        }
    }

    public SegmentedText Text { get; }

    /// <summary>By amount: the last amount before it of the same value, or -1.</summary>
    public int[] EqualBefore { get; }

    public ImmutableArray<MonetaryAmount> Amounts { get; }

    /// <summary>Every place where the text speaks of an entity, in text order.</summary>
    public ReadOnlySpan<SubjectPlace> Places => _places;

    public int EntityCount => _count.Length;

    /// <summary>The entity that the text speaks of most; null if it names none.</summary>
    public int? Main => _byCount.Count > 0 ? _byCount[0] : null;

    public EntityType TypeOf(int entity) => _entities[entity].Type;

    /// <summary>What the text tells of an organisation.</summary>
    public OrganizationKind KindOf(int entity) => _kinds[entity];

    /// <summary>Whether the text tells of the sale, the shares or the capital of an organisation.</summary>
    public bool IsTraded(int entity) => _isTraded[entity];

    /// <summary>Place among the entities spoken of most, from 0.</summary>
    public int RankOf(int entity) => _rank[entity];

    /// <summary>How often the text speaks of an entity.</summary>
    public int CountOf(int entity) => _count[entity];

    /// <summary>The first place that speaks of an entity.</summary>
    public int OpeningOf(int entity) => _opening[entity];

    /// <summary>The next place that speaks of the same entity, or -1.</summary>
    public int NextPlaceOf(int place) => _nextPlace[place];

    /// <summary>The heading above a sentence, or -1.</summary>
    public int HeadingOf(int sentence) => _headingOf[sentence];

    /// <summary>The places of a sentence as a range of indices; of a very long sentence, the ones nearest to a token.</summary>
    public (int First, int End) PlacesOf(int sentence, int token)
    {
        int first = _firstPlace[sentence], end = _firstPlace[sentence + 1];
        if (end - first <= 2 * MostPlaces)
        {
            return (first, end);
        }

        int middle = first + LowerBound.Of<SubjectPlace>(_places.AsSpan(first..end), p => p.Reference.FirstToken, token);
        return (Math.Max(first, middle - MostPlaces), Math.Min(end, middle + MostPlaces));
    }

    /// <summary>Entities that an amount may be about: those of its sentence and the ones around it, the nearest first, then the ones spoken of most.</summary>
    public void Candidates(int amount, List<int> candidates)
    {
        candidates.Clear();
        int token = Text.TokenAt(Amounts[amount].Start);
        int sentence = Text.SentenceOf(token);
        AddFrom(sentence, token, candidates);
        for (int s = sentence - 1; s >= 0 && s >= sentence - SentencesBack; s--)
        {
            AddFrom(s, token, candidates);
        }

        for (int i = 0; i < _byCount.Count && i < MostFrequent; i++)
        {
            Add(_byCount[i], candidates);
        }

        for (int s = sentence + 1; s < Text.Sentences.Length && s <= sentence + SentencesAhead; s++)
        {
            AddFrom(s, token, candidates);
        }
    }

    private void AddFrom(int sentence, int token, List<int> candidates)
    {
        (int first, int end) = PlacesOf(sentence, token);
        for (int i = end - 1; i >= first && candidates.Count < MostCandidates; i--)
        {
            Add(_places[i].Reference.Entity, candidates);
        }
    }

    private static void Add(int entity, List<int> candidates)
    {
        if (!candidates.Contains(entity))
        {
            candidates.Add(entity);
        }
    }

    // References to organisations and the names of everything else, in text order.
    private SubjectPlace[] PlacesOf(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references)
    {
        var all = new List<EntityReference>(references);
        foreach (Entity entity in entities)
        {
            for (int m = 0; m < entity.Mentions.Length && entity.Type != EntityType.Organization; m++)
            {
                if (IsInAmount(entity.Mentions[m]))
                {
                    continue;
                }

                int first = text.TokenAt(entity.Mentions[m].Start), end = text.TokenAt(entity.Mentions[m].End - 1) + 1;
                ReferenceKind kind = entity.Mentions[m].End < text.Tokens[end - 1].End ? ReferenceKind.Compound : ReferenceKind.Name;
                all.Add(new EntityReference(first, end, entity.Id, kind, OrganizationKind.Unknown, false, false));
            }
        }

        all.Sort((a, b) => a.FirstToken != b.FirstToken ? a.FirstToken.CompareTo(b.FirstToken) : a.Entity.CompareTo(b.Entity));
        var places = new SubjectPlace[all.Count];
        int heading = -1;
        for (int s = 0, i = 0; s < text.Sentences.Length; s++)
        {
            _firstPlace[s] = i;
            _headingOf[s] = heading;
            heading = text.Sentences[s].Kind == SentenceKind.Heading ? s : heading;
            for (; i < places.Length && all[i].FirstToken < text.Sentences[s].EndToken; i++)
            {
                places[i] = SubjectPlace.Read(text, all[i], text.Sentences[s]);
            }
        }

        _firstPlace[^1] = places.Length;
        return places;
    }

    // In short texts the names include currencies, as in GermEval; an amount is not about its own.
    private bool IsInAmount(Mention mention)
    {
        int before = LowerBound.Of(Amounts.AsSpan(), a => a.Start, mention.Start + 1) - 1;
        return before >= 0 && mention.End <= Amounts[before].End;
    }
}
