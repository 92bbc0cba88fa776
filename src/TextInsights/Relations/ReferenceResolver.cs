using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>
/// Finds where a text speaks of its organisations: names, descriptors ("das Unternehmen", "der Softwarekonzern"), demonyms
/// ("die Münchner"), possessives and pronouns. One pass from left to right; an organisation can be meant only after
/// it was named, but what the whole text says of it helps to tell it from others.
/// </summary>
internal sealed class ReferenceResolver
{
    private const int LongestAdjectives = 4;
    private const int RecentCount = 16; // an organisation further back is not meant by a bare descriptor

    // With less it is a guess by who was named last and is talked of most.
    private const double LeastLead = 2;

    private readonly SegmentedText _text;
    private readonly OrganizationProfile?[] _profiles;
    private readonly int[] _lastSentence; // by entity: where it was spoken of last
    private readonly int[] _lastToken;
    private readonly bool[] _lastLeads; // whether it was the first one in that sentence
    private readonly int[] _entityAt; // by token: entity named there + 1
    private readonly int[] _mentionEnd; // by token: end of the mention that begins there
    private readonly bool[] _isCompound; // by token: a name and more
    private readonly bool[] _isPerson;
    private readonly List<int> _recent = []; // organisations, the one spoken of last at the end
    private readonly List<EntityReference> _references = [];
    private readonly List<EntityReference> _sure = [];
    private readonly int _mostMentions;
    private int _lastPersonSentence = -1;
    private int _lastPersonToken = -1;

    private ReferenceResolver(SegmentedText text, ImmutableArray<Entity> entities)
    {
        _text = text;
        _entityAt = new int[text.Tokens.Length];
        _mentionEnd = new int[text.Tokens.Length];
        _isCompound = new bool[text.Tokens.Length];
        _lastSentence = new int[entities.Length];
        _lastToken = new int[entities.Length];
        _lastLeads = new bool[entities.Length];
        _isPerson = new bool[entities.Length];
        bool[] isNamed = new bool[text.Tokens.Length + 1];
        foreach (Entity entity in entities)
        {
            _isPerson[entity.Id] = entity.Type == EntityType.Person;
            foreach (Mention mention in entity.Mentions)
            {
                int first = text.TokenAt(mention.Start), end = text.TokenAt(mention.End - 1) + 1;
                for (int i = first; i < end; i++)
                {
                    isNamed[i] = true;
                    if (_entityAt[i] == 0)
                    {
                        _entityAt[i] = entity.Id + 1;
                    }
                }

                _isCompound[first] = mention.End < text.Tokens[end - 1].End;
                _mentionEnd[first] = Math.Max(_mentionEnd[first], end);
            }
        }

        _mostMentions = entities.Max(e => e.Type == EntityType.Organization ? e.Mentions.Length : 1);
        _profiles = [.. entities.Select(e => e.Type == EntityType.Organization ? new OrganizationProfile(text, e, isNamed) : null)];
    }

    /// <summary>All references in text order, without overlap. In advertisements only names count.</summary>
    public static ResolvedReferences Resolve(SegmentedText text, ImmutableArray<Entity> entities)
    {
        if (!entities.Any(e => e.Type == EntityType.Organization))
        {
            return new ResolvedReferences([], []);
        }

        var resolver = new ReferenceResolver(text, entities);
        for (int sentence = 0; sentence < text.Sentences.Length; sentence++)
        {
            resolver.Read(sentence);
        }

        return new ResolvedReferences([.. resolver._references], [.. resolver._sure]);
    }

    private void Read(int sentence)
    {
        SentenceRange range = _text.Sentences[sentence];
        bool advertisement = range.Kind == SentenceKind.Advertisement;
        bool leads = true;
        for (int i = range.FirstToken; i < range.EndToken;)
        {
            int end = _mentionEnd[i];
            if (end > i)
            {
                int entity = _entityAt[i] - 1;
                if (_profiles[entity] is not null)
                {
                    ReferenceKind kind = _isCompound[i] ? ReferenceKind.Compound : ReferenceKind.Name;
                    Add(ToReference(i, end, entity, kind), isSure: true, sentence, advertisement, ref leads);
                }
                else if (_isPerson[entity])
                {
                    (_lastPersonSentence, _lastPersonToken) = (sentence, i);
                }

                i = end;
            }
            else if (!advertisement && Find(i, range.EndToken, sentence, out bool isSure) is { } reference)
            {
                Add(reference, isSure, sentence, advertisement, ref leads);
                i = reference.EndToken;
            }
            else
            {
                i++;
            }
        }
    }

    private void Add(EntityReference reference, bool isSure, int sentence, bool advertisement, ref bool leads)
    {
        _references.Add(reference);
        if (isSure)
        {
            _sure.Add(reference);
        }

        if (advertisement || reference.IsSource)
        {
            return;
        }

        _recent.Remove(reference.Entity);
        _recent.Add(reference.Entity);
        if (_recent.Count > RecentCount)
        {
            _recent.RemoveAt(0);
        }

        _lastSentence[reference.Entity] = sentence;
        _lastToken[reference.Entity] = reference.FirstToken;
        _lastLeads[reference.Entity] = leads && !IsGoverned(reference.FirstToken);
        leads &= !_lastLeads[reference.Entity];
    }

    // Behind a preposition a name is rarely what the sentence is about.
    private bool IsGoverned(int token)
    {
        int first = _text.Sentences[_text.SentenceOf(token)].FirstToken;
        for (int i = token - 1; i >= first && i >= token - 3; i--)
        {
            if (IsPreposition(_text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "von" or "vom" or "bei" or "beim" or "für" or "mit" or "an" or "am" or "laut" or "nach"
        or "durch" or "gegen" or "um" or "zum" or "zur" or "zu" or "aus" or "unter" or "Bei" or "Beim" or "Von" or "Laut" or "Nach" or "Mit" or "Für" or "An";

    private EntityReference? Find(int i, int end, int sentence, out bool isSure)
    {
        isSure = false;
        ReadOnlySpan<char> word = _text[i];
        if (word.Length is < 2 or > 7 || _text.Tokens[i].Kind != TokenKind.Word)
        {
            return null;
        }

        if (IsDeterminer(word) && FindNounPhrase(i, end, sentence, out isSure) is { } found)
        {
            return found;
        }

        bool possessive = IsPossessive(word);
        if ((!possessive && word is not ("es" or "Es" or "sie" or "Sie" or "er" or "Er")) || i + 1 >= end
            || (possessive && !StartsNounPhrase(i + 1, end)) || (!possessive && IsExpletive(i, end)))
        {
            return null;
        }

        bool neuter = word is "es" or "Es";
        int antecedent;
        if (word is "dessen" or "deren" && _recent is [.., var last] && _lastSentence[last] == sentence)
        {
            (antecedent, isSure) = (last, true); // a relative clause follows what it is about
        }
        else
        {
            antecedent = Antecedent(sentence, i, new Clue(OrganizationKind.Unknown, 0, 0, -1), out isSure);
        }

        if (!neuter && antecedent >= 0 && _lastPersonSentence >= sentence - 1 && _lastPersonToken > _lastToken[antecedent])
        {
            return null; // a person named since may be meant
        }

        return antecedent < 0 ? null : ToReference(i, i + 1, antecedent, possessive ? ReferenceKind.Possessive : ReferenceKind.Pronoun);
    }

    private static bool IsDeterminer(ReadOnlySpan<char> word) => word is "der" or "die" or "das" or "den" or "dem" or "des" or "Der" or "Die" or "Das" or "Dem" or "Den"
        or "beim" or "Beim" or "vom" or "Vom" or "zum" or "zur" or "am" or "im" or "ans" or "ins"
        or "dieser" or "diese" or "dieses" or "diesem" or "diesen" or "Dieser" or "Diese" or "Dieses";

    private static bool IsPossessive(ReadOnlySpan<char> word) => word is "dessen" or "deren" or "Dessen" or "Deren" or "sein" or "seine" or "seinen" or "seinem" or "seiner" or "seines"
        or "Sein" or "Seine" or "Seinen" or "ihr" or "ihre" or "ihren" or "ihrem" or "ihrer" or "ihres" or "Ihr" or "Ihre" or "Ihren";

    private bool StartsNounPhrase(int i, int end) =>
        _text.Tokens[i].Kind == TokenKind.Word && (char.IsUpper(_text[i][0]) || (i + 1 < end && char.IsUpper(_text[i + 1][0])));

    // "es heißt", "gibt es", "es sei denn": stands for nothing.
    private bool IsExpletive(int i, int end) => IsExpletiveVerb(i + 1 < end ? _text[i + 1] : default) || (i > 0 && IsExpletiveVerb(_text[i - 1]));

    private static bool IsExpletiveVerb(ReadOnlySpan<char> word) => word is "heißt" or "hieß" or "heisst" or "hiess" or "gibt" or "gab" or "gebe" or "geht" or "ging"
        or "gehe" or "handelt" or "bleibt" or "fehlt" or "sei" or "kommt" or "kam" or "um" or "waren" or "sind" or "dauert";

    // "der Konzern", "das Münchner Start-up", "die Münchner"; not "der Konzern SAP", where the name itself is the reference.
    private EntityReference? FindNounPhrase(int first, int end, int sentence, out bool isSure)
    {
        isSure = false;
        int demonym = -1;
        for (int i = first + 1; i < end && i <= first + 1 + LongestAdjectives; i++)
        {
            ReadOnlySpan<char> word = _text[i];
            if (_entityAt[i] != 0 || _text.Tokens[i].Kind != TokenKind.Word)
            {
                return null;
            }

            if (!char.IsUpper(word[0]))
            {
                if (word[^1] is not ('e' or 'n' or 'r' or 's' or 'm'))
                {
                    break;
                }

                continue;
            }

            OrganizationKind kind = OrganizationNouns.OfDescriptor(word, out uint noun, out uint tail);
            if (kind != OrganizationKind.Unknown)
            {
                return IsApposed(i + 1, end) ? null : ToReference(first, i + 1, sentence, ReferenceKind.Descriptor, new Clue(kind, noun, tail, demonym), out isSure);
            }

            if (!OrganizationNouns.IsDemonym(word))
            {
                return null;
            }

            demonym = i;
            if (i + 1 >= end || _text.Tokens[i + 1].Kind != TokenKind.Word || (!char.IsUpper(_text[i + 1][0]) && _entityAt[i + 1] == 0 && !IsAdjective(i + 1, end)))
            {
                return i == first + 1 ? ToReference(first, i + 1, sentence, ReferenceKind.Demonym, new Clue(OrganizationKind.Business, 0, 0, demonym), out isSure) : null;
            }
        }

        return null;
    }

    // Between a demonym and its noun: "das Münchner börsennotierte Unternehmen".
    private bool IsAdjective(int i, int end) => i + 1 < end && _text[i] is [.., 'e'] or [.., 'e', 'n'] && char.IsUpper(_text[i + 1][0]) && !char.IsUpper(_text[i][0])
        && OrganizationNouns.OfDescriptor(_text[i + 1], out _, out _) != OrganizationKind.Unknown;

    private bool IsApposed(int i, int end)
    {
        if (i < end && _text[i] is ['„' or '"' or '“' or '»' or '‚'])
        {
            i++;
        }

        return i < end && _entityAt[i] != 0 && _profiles[_entityAt[i] - 1] is not null && _text[i] is not ['(', ..];
    }

    private EntityReference? ToReference(int first, int end, int sentence, ReferenceKind kind, Clue clue, out bool isSure) =>
        Antecedent(sentence, first, clue, out isSure) is >= 0 and int entity ? ToReference(first, end, entity, kind) : null;

    private EntityReference ToReference(int first, int end, int entity, ReferenceKind kind) =>
        new(first, end, entity, kind, _profiles[entity]!.Special, kind <= ReferenceKind.Demonym && IsSource(first, end), _profiles[entity]!.IsTraded);

    // "laut X", "wie das Magazin X berichtet", "Analysten der X", "X zufolge", "schrieb „X“".
    private bool IsSource(int first, int end)
    {
        for (int i = first - 1, seen = 0; i >= 0 && i >= first - 6 && seen < 3; i--)
        {
            if (_text.Tokens[i].Kind == TokenKind.Punctuation)
            {
                if (_text[i] is ['.' or ';' or ':' or ','])
                {
                    break;
                }

                continue;
            }

            if (SourceWords.IsBefore(_text[i]))
            {
                return true;
            }

            seen++;
        }

        return end < _text.Tokens.Length && SourceWords.IsBehind(_text[end].Length == 1 && end + 1 < _text.Tokens.Length && _text[end] is ['“' or '"' or '«' or '”'] ? _text[end + 1] : _text[end]);
    }

    // The organisation spoken of before that fits best: near, leading its sentence, much talked of. -1 if none is left. It is sure
    // if what the phrase says fits no other one nearly as well.
    private int Antecedent(int sentence, int token, Clue clue, out bool isSure)
    {
        int best = -1;
        double bestScore = double.MinValue, bestFit = double.MinValue, otherFit = double.MinValue;
        foreach (int entity in _recent)
        {
            OrganizationProfile profile = _profiles[entity]!;
            double fit = FitOf(profile, clue);
            double score = fit + (3.0 / (1 + sentence - _lastSentence[entity])) + (_lastLeads[entity] ? 1.5 : 0)
                + (2.5 * profile.MentionCount / _mostMentions) + (0.5 * _lastToken[entity] / (token + 1));
            if (fit > -4 && score > bestScore)
            {
                otherFit = Math.Max(otherFit, bestFit);
                (best, bestScore, bestFit) = (entity, score, fit);
            }
            else
            {
                otherFit = Math.Max(otherFit, fit);
            }
        }

        isSure = bestFit >= otherFit + LeastLead;
        return best;
    }

    private double FitOf(OrganizationProfile profile, Clue clue)
    {
        double traded = profile.IsTraded && clue.Kind is OrganizationKind.Business or OrganizationKind.StartUp or OrganizationKind.Company ? 0.8 : 0;
        double fit = traded + (clue.Kind == OrganizationKind.Unknown ? (profile.IsBusiness ? 0 : -4) : profile.FitOf(clue.Kind, clue.Noun, clue.Tail));
        return clue.Demonym < 0 ? fit : fit + (profile.IsFrom(_text, _text[clue.Demonym]) switch { true => 6, false => -3, null => 0 });
    }

    // What a noun phrase tells of the organisation it means; Unknown for a pronoun, Demonym is a token or -1.
    private readonly record struct Clue(OrganizationKind Kind, uint Noun, uint Tail, int Demonym);
}
