using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>One amount with its surroundings and the subjects of those before: what all its candidates are measured against.</summary>
internal sealed class SubjectScene(SubjectContext context)
{
    private const int FarthestComma = 60;
    private const int SentencesBack = 4;

    private readonly int[] _timesSubject = new int[context.EntityCount];
    private int _from; // places of the sentence
    private int _to;
    private int _since; // first place behind the amount before

    public SubjectContext Context { get; } = context;

    /// <summary>Entities and, last, nobody.</summary>
    public List<int> Candidates { get; } = [];

    /// <summary>The subjects of the amounts before; <see cref="SubjectFeatures.Nobody"/> for none.</summary>
    public List<int> Subjects { get; } = [];

    public int Number { get; private set; }

    public MonetaryAmount Amount { get; private set; } = null!;

    public AmountRole Role => Amount.Role;

    public int First { get; private set; }

    public int End { get; private set; }

    public int Sentence { get; private set; }

    /// <summary>Number of places in the sentence.</summary>
    public int PlaceCount => _to - _from;

    public int OrganizationCount { get; private set; }

    /// <summary>How closely the amount follows the one before: 0 at once, 1 in the same sentence, 2 in the next, 3 farther.</summary>
    public int Tie { get; private set; }

    /// <summary>Whether the amount before has the same role.</summary>
    public bool PreviousIsAlike { get; private set; }

    /// <summary>Number of names since the amount before, at most 3.</summary>
    public int NamesSince { get; private set; }

    /// <summary>Subject of the last amount of the same role; -2 if there is none.</summary>
    public int SubjectOfLikeAmount { get; private set; }

    /// <summary>The best <see cref="PlaceOf"/> of any organisation.</summary>
    public int BestPlace { get; private set; }

    public int MainShare { get; private set; }

    /// <summary>Whether the heading above names any entity.</summary>
    public bool HeadingNames { get; private set; }

    /// <summary>Goes to the next amount; <see cref="Subjects"/> holds what was found for those before.</summary>
    public void MoveTo(int amount)
    {
        SegmentedText text = Context.Text;
        int previousEnd = End, previousSentence = Sentence;
        Number = amount;
        Amount = Context.Amounts[amount];
        First = text.TokenAt(Amount.Start);
        End = text.TokenAt(Amount.End - 1) + 1;
        Sentence = text.SentenceOf(First);
        Context.Candidates(amount, Candidates);
        Candidates.Add(SubjectFeatures.Nobody);
        (_from, _to) = Context.PlacesOf(Sentence, First);
        OrganizationCount = 0;
        for (int i = _from; i < _to; i++)
        {
            OrganizationCount += Context.TypeOf(Context.Places[i].Reference.Entity) == EntityType.Organization ? 1 : 0;
        }

        Tie = Sentence == previousSentence ? (First - previousEnd <= 4 ? 0 : 1) : Sentence == previousSentence + 1 ? 2 : 3;
        PreviousIsAlike = amount > 0 && Context.Amounts[amount - 1].Role == Role;
        SubjectOfLikeAmount = -2;
        for (int i = amount - 1; i >= 0 && i >= amount - 6 && SubjectOfLikeAmount == -2; i--)
        {
            SubjectOfLikeAmount = Context.Amounts[i].Role == Role ? Subjects[i] : -2;
        }

        if (amount > 0 && Subjects[amount - 1] is >= 0 and int last)
        {
            _timesSubject[last]++;
        }

        _since = Sentence == previousSentence ? _from : Context.PlacesOf(previousSentence, previousEnd).First;
        while (_since < _to && Context.Places[_since].Reference.FirstToken < previousEnd)
        {
            _since++;
        }

        int names = 0;
        for (int i = _since; i < Context.Places.Length && names < 3 && Context.Places[i].Reference.FirstToken < First; i++)
        {
            names++;
        }

        NamesSince = names;
        BestPlace = 0;
        for (int i = _from; i < _to; i++)
        {
            int entity = Context.Places[i].Reference.Entity;
            BestPlace = Math.Max(BestPlace, Context.TypeOf(entity) == EntityType.Organization ? PlaceOf(entity) : 0);
        }

        MainShare = Context.Main is { } main ? ShareOf(main) : 9;
        HeadingNames = Context.HeadingOf(Sentence) is >= 0 and int heading && Context.PlacesOf(heading, First) is var (f, t) && t > f;
    }

    public int TimesSubject(int entity) => entity < 0 ? 0 : _timesSubject[entity];

    /// <summary>How much of the text speaks of an entity, in eighths, rounded up.</summary>
    public int ShareOf(int entity) => Math.Min(7, (8 * Context.CountOf(entity)) / Math.Max(1, Context.Places.Length));

    public bool IsInHeading(int entity)
    {
        if (Context.HeadingOf(Sentence) is not (>= 0 and int heading))
        {
            return false;
        }

        (int first, int end) = Context.PlacesOf(heading, First);
        for (int i = first; i < end; i++)
        {
            if (Context.Places[i].Reference.Entity == entity)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last place before the amount and the first behind it in its sentence (-1 for none), with the number of other places between, and the places of others.</summary>
    public (int Before, int BeforeRank, int After, int AfterRank, int Others) NearestTo(int entity)
    {
        int before = -1, after = -1, beforeRank = 0, afterRank = 0, others = 0;
        for (int i = _from; i < _to; i++)
        {
            EntityReference reference = Context.Places[i].Reference;
            bool self = reference.Entity == entity;
            others += self ? 0 : 1;
            if (reference.FirstToken < First)
            {
                beforeRank = self ? 0 : beforeRank + 1;
                before = self ? i : before;
            }
            else if (after < 0)
            {
                after = self ? i : -1;
                afterRank += self ? 0 : 1;
            }
        }

        return (before, beforeRank, after, afterRank, others);
    }

    /// <summary>The last place in one of the sentences before, how many sentences back, and whether no other entity is named behind it there; -1 if there is none.</summary>
    public (int Place, int Back, bool IsLast) Back(int entity)
    {
        for (int back = 1; back <= SentencesBack && Sentence - back >= 0; back++)
        {
            (int first, int end) = Context.PlacesOf(Sentence - back, First);
            for (int i = end - 1; i >= first; i--)
            {
                if (Context.Places[i].Reference.Entity == entity)
                {
                    return (i, back, i == end - 1);
                }
            }
        }

        return (-1, 0, false);
    }

    /// <summary>Number of places between a place and the amount, at most 3.</summary>
    public int NewerSince(int place) => Math.Clamp(_from - place - 1, 0, 3);

    /// <summary>Whether a place comes first in its sentence, without a preposition.</summary>
    public bool Leads(int place)
    {
        SubjectPlace self = Context.Places[place];
        return self.Preposition == 0 && !self.IsAttribute && !self.Reference.IsSource
            && (place == 0 || Context.Places[place - 1].Reference.FirstToken < Context.Text.Sentences[Context.Text.SentenceOf(self.Reference.FirstToken)].FirstToken
                || Context.Places[place - 1].Preposition != 0);
    }

    /// <summary>How an entity stands in the sentence of the amount, the likelier its subject the higher: 0 not at all, 7 as the first name of the clause.</summary>
    public int PlaceOf(int entity)
    {
        int best = 0;
        for (int i = _from; i < _to && entity >= 0; i++)
        {
            SubjectPlace place = Context.Places[i];
            if (place.Reference.Entity == entity)
            {
                bool before = place.Reference.FirstToken < First, leads = Leads(i);
                int value = place.Reference.IsSource ? 1
                    : place.IsOwner ? 7
                    : before ? (leads ? 6 : place.IsAttribute ? 5 : place.Preposition == 0 ? 4 : 3)
                    : 2;
                best = Math.Max(best, value);
            }
        }

        return best;
    }

    /// <summary>Whether no paragraph begins between a place and the amount.</summary>
    public bool SameParagraph(int place)
    {
        SegmentedText text = Context.Text;
        for (int s = text.SentenceOf(Context.Places[place].Reference.FirstToken) + 1; s <= Sentence; s++)
        {
            if (text.Tokens[text.Sentences[s].FirstToken].Gap >= TokenGap.LineBreak)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an entity was named since the amount before.</summary>
    public bool IsNamedSince(int entity)
    {
        for (int i = _since; i < Context.Places.Length && i < _since + 24 && Context.Places[i].Reference.FirstToken < First; i++)
        {
            if (Context.Places[i].Reference.Entity == entity)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Commas and the like between a place and the amount, at most 3.</summary>
    public int CommasTo(EntityReference reference, int side)
    {
        (int from, int to) = side == 1 ? (reference.EndToken, First) : (End, reference.FirstToken);
        int commas = 0;
        for (int i = from; i < to && commas < 3 && i < from + FarthestComma; i++)
        {
            commas += Context.Text[i] is [',' or ';' or '–' or ':' or '('] ? 1 : 0;
        }

        return commas;
    }
}
