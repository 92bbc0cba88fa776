namespace TextInsights.Amounts;

/// <summary>What the first pass over a text decided: the subject of every amount, with the scores of its candidates. The second pass sees it whole.</summary>
internal sealed class SubjectDraft
{
    private const int Window = 8; // amounts on either side
    private const int Farthest = 9;

    private readonly List<int> _subjects = [];
    private readonly List<int> _firstScore = [0];
    private readonly List<float> _scores = [];
    private readonly int[] _sentences; // by amount
    private readonly AmountRole[] _roles;
    private readonly Dictionary<int, int> _times = []; // by subject
    private readonly Dictionary<(AmountRole Role, int Subject), int> _timesOfRole = [];
    private readonly Dictionary<AmountRole, int> _countOfRole = [];

    public SubjectDraft(SubjectContext context, PartyProfile parties)
    {
        Parties = parties;
        _sentences = new int[context.Amounts.Length];
        _roles = new AmountRole[context.Amounts.Length];
        for (int i = 0; i < _sentences.Length; i++)
        {
            _sentences[i] = context.Text.SentenceOf(context.Text.TokenAt(context.Amounts[i].Start));
            _roles[i] = context.Amounts[i].Role;
        }
    }

    /// <summary>Who buys and is bought.</summary>
    public PartyProfile Parties { get; }

    /// <summary>Number of amounts.</summary>
    public int Count => _roles.Length;

    /// <summary>Adds the next amount.</summary>
    public void Add(int subject, ReadOnlySpan<float> scores)
    {
        AmountRole role = _roles[_subjects.Count];
        _subjects.Add(subject);
        foreach (float score in scores)
        {
            _scores.Add(score);
        }

        _firstScore.Add(_scores.Count);
        _times[subject] = _times.GetValueOrDefault(subject) + 1;
        _timesOfRole[(role, subject)] = _timesOfRole.GetValueOrDefault((role, subject)) + 1;
        _countOfRole[role] = _countOfRole.GetValueOrDefault(role) + 1;
    }

    /// <summary>By amount.</summary>
    public IReadOnlyList<int> Subjects => _subjects;

    public int SubjectOf(int amount) => _subjects[amount];

    public AmountRole RoleOf(int amount) => _roles[amount];

    public ReadOnlySpan<float> ScoresOf(int amount) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_scores)[_firstScore[amount].._firstScore[amount + 1]];

    /// <summary>Whether an amount is about an entity: 0 there is no such amount, 1 yes, 2 it is about nobody, 3 about somebody else.</summary>
    public int Compare(int amount, int entity) =>
        amount < 0 || amount >= Count ? 0 : _subjects[amount] == entity ? 1 : _subjects[amount] == SubjectFeatures.Nobody ? 2 : 3;

    /// <summary>How closely the next amount follows: 1 in the same sentence, 2 in the next, 3 farther, 5 there is none.</summary>
    public int TieToNext(int amount) => amount + 1 >= Count ? 5 : Math.Min(3, 1 + _sentences[amount + 1] - _sentences[amount]);

    /// <summary>How many of the other amounts are about an entity, and how many there are.</summary>
    public (int About, int Others) Elsewhere(int amount, int entity) => (_times.GetValueOrDefault(entity) - (_subjects[amount] == entity ? 1 : 0), Count - 1);

    /// <summary>The same of the other amounts of its role.</summary>
    public (int About, int Others) OfRole(int amount, int entity) =>
        (_timesOfRole.GetValueOrDefault((_roles[amount], entity)) - (_subjects[amount] == entity ? 1 : 0), _countOfRole[_roles[amount]] - 1);

    /// <summary>The same of the other amounts of its sentence, the nearest ones.</summary>
    public (int About, int Others) InSentence(int amount, int entity)
    {
        int about = 0, others = 0;
        for (int i = Math.Max(0, amount - Window); i < Count && i <= amount + Window; i++)
        {
            if (i != amount && _sentences[i] == _sentences[amount])
            {
                others++;
                about += _subjects[i] == entity ? 1 : 0;
            }
        }

        return (about, others);
    }

    /// <summary>Sentences to the nearest other amount that is about an entity, at most 9.</summary>
    public int Nearest(int amount, int entity)
    {
        int nearest = Farthest;
        for (int i = Math.Max(0, amount - Window); i < Count && i <= amount + Window; i++)
        {
            if (i != amount && _subjects[i] == entity)
            {
                nearest = Math.Min(nearest, Math.Abs(_sentences[i] - _sentences[amount]));
            }
        }

        return nearest;
    }
}
