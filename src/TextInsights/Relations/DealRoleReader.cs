using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Gives the names around a trigger their roles, from voice, case, prepositions and order.</summary>
internal sealed class DealRoleReader(DealClauses clauses, Func<DealArgument, DealRole, bool> admits)
{
    private const int FarthestClause = 3;

    private readonly SegmentedText _text = clauses.Text;
    private readonly bool[] _used = new bool[clauses.Arguments.Length];

    /// <summary>Reads one trigger in one of its readings.</summary>
    public DealCandidate Read(DealTrigger trigger, DealTriggerEntry entry)
    {
        var candidate = new DealCandidate { Kind = entry.Kind, Entry = entry, Trigger = trigger, Clauses = clauses };
        Array.Clear(_used);
        if (trigger.Form == DealTriggerForm.Noun || (trigger.Form == DealTriggerForm.Phrase && entry.Frame.Object == DealRole.None))
        {
            ReadNoun(candidate, trigger, entry.Frame);
        }
        else
        {
            ReadVerb(candidate, trigger, entry.Frame);
        }

        candidate.ToldParties = candidate.PartyCount;
        return candidate;
    }

    /// <summary>Whether a participle stands in the passive ("wurde übernommen", "von Bolt übernommen").</summary>
    public static bool IsPassive(DealClauses clauses, DealTrigger trigger, DealFrame frame)
    {
        if (frame.Object == DealRole.None || trigger.Form is DealTriggerForm.Finite or DealTriggerForm.Phrase)
        {
            return false;
        }

        int clause = clauses.ClauseOf(trigger.Token);
        bool passive = clauses.Has(clause, GrammarClass.Passive);
        if (trigger.Form == DealTriggerForm.Infinitive)
        {
            return false;
        }

        return passive || !clauses.Has(clause, GrammarClass.Perfect);
    }

    private void ReadVerb(DealCandidate candidate, DealTrigger trigger, DealFrame frame)
    {
        int clause = clauses.ClauseOf(trigger.Token);
        bool passive = IsPassive(clauses, trigger, frame);
        DealRole subject = passive ? frame.Object : frame.Subject;
        DealRole @object = passive ? DealRole.None : frame.Object;
        for (int i = 0; i < clauses.Arguments.Length; i++)
        {
            DealArgument argument = clauses.Arguments[i];
            if (clauses.ClauseOf(argument.Token) != clause || argument.Marker == ArgumentMarker.Compound)
            {
                continue;
            }

            DealRole role = passive && argument.Marker is ArgumentMarker.Von or ArgumentMarker.Durch ? frame.Subject : frame[argument.Marker];
            Take(candidate, i, role);
        }

        bool attributive = trigger.Form == DealTriggerForm.Participle && passive && IsAttributive(trigger);
        bool infinitive = trigger.Form == DealTriggerForm.Infinitive && IsZuInfinitive(trigger);
        int relative = attributive || infinitive ? -1 : clauses.RelativePronoun(clause, trigger.Token);
        if (attributive)
        {
            TakeGroup(candidate, i => clauses.Arguments[i].Token > trigger.Token && clauses.Arguments[i].PhraseToken <= trigger.Token + 3, subject, last: false);
            return;
        }

        int nominals = CountNominals(clause);
        if (relative >= 0)
        {
            ReadRelative(candidate, clause, relative, frame, subject, @object, passive, nominals);
            return;
        }

        if (infinitive && @object != DealRole.None)
        {
            TakeNominals(candidate, clause, @object);
            TakeLeftNominal(candidate, clause, subject);
            return;
        }

        ReadMain(candidate, clause, subject, @object);
        if (!candidate.HasRole(subject))
        {
            TakeLeftNominal(candidate, clause, subject);
        }
    }

    private void ReadMain(DealCandidate candidate, int clause, DealRole subject, DealRole @object)
    {
        if (@object != DealRole.None)
        {
            TakeGroup(candidate, i => InClause(i, clause) && clauses.Arguments[i].Marker == ArgumentMarker.Accusative, @object, last: false);
        }

        TakeGroup(candidate, i => InClause(i, clause) && clauses.Arguments[i].Marker == ArgumentMarker.Nominative, subject, last: false);
        if (!candidate.HasRole(subject))
        {
            TakeGroup(candidate, i => InClause(i, clause) && IsNominal(i), subject, last: false);
        }

        if (@object != DealRole.None && !candidate.HasRole(@object))
        {
            TakeGroup(candidate, i => InClause(i, clause) && IsNominal(i), @object, last: false);
        }

        if (@object != DealRole.None && !candidate.HasRole(@object))
        {
            // "übernimmt 46 Märkte der Kette Frischhof", "erwirbt 70 Prozent an Srubex"
            TakeGroup(candidate, i => InClause(i, clause) && clauses.Arguments[i].Marker == ArgumentMarker.Genitive && OwnsPart(i), DealRole.Seller, last: true);
            TakeGroup(candidate, i => InClause(i, clause) && clauses.Arguments[i].Marker is ArgumentMarker.Genitive or ArgumentMarker.An && IsAttached(i), @object, last: true);
        }
    }

    private void ReadRelative(DealCandidate candidate, int clause, int pronoun, DealFrame frame, DealRole subject, DealRole @object, bool passive, int nominals)
    {
        int start = clauses.StartOf(clause);
        DealRole role;
        if (pronoun > start)
        {
            ArgumentMarker marker = DealGrammar.Of(_text[start]).Marker;
            role = passive && marker is ArgumentMarker.Von or ArgumentMarker.Durch ? frame.Subject : frame[marker];
        }
        else
        {
            bool accusative = _text[pronoun] is "den" or "welchen" || (_text[pronoun] is "die" or "das" && nominals > 0 && @object != DealRole.None
                && !HasInClause(clause, ArgumentMarker.Accusative));
            role = accusative ? @object : subject;
        }

        int antecedent = -1;
        for (int i = 0; i < clauses.Arguments.Length && clauses.Arguments[i].Token < start; i++)
        {
            if (clauses.ClauseOf(clauses.Arguments[i].Token) >= clause - 1 && clauses.Arguments[i].Marker != ArgumentMarker.Compound)
            {
                antecedent = i;
            }
        }

        if (antecedent >= 0)
        {
            int group = clauses.Arguments[antecedent].Group;
            TakeGroup(candidate, i => clauses.Arguments[i].Group == group && clauses.Arguments[i].Token < start, role, last: false);
        }

        TakeNominals(candidate, clause, role == subject ? @object : subject);
    }

    private void ReadNoun(DealCandidate candidate, DealTrigger trigger, DealFrame frame)
    {
        int clause = clauses.ClauseOf(trigger.Token);
        int behind = trigger.EndToken;
        for (int i = 0; i < clauses.Arguments.Length; i++)
        {
            DealArgument argument = clauses.Arguments[i];
            if (argument.Marker == ArgumentMarker.Compound)
            {
                if (argument.EndToken == trigger.EndToken && trigger.Form == DealTriggerForm.Noun)
                {
                    Take(candidate, i, frame[ArgumentMarker.Compound]);
                }

                continue;
            }

            bool right = argument.Token >= trigger.EndToken;
            if (clauses.ClauseOf(argument.Token) != clause)
            {
                continue;
            }

            if (argument.Marker == ArgumentMarker.Possessive)
            {
                if (argument.EndToken <= trigger.Token && trigger.Token - argument.EndToken <= 3)
                {
                    Take(candidate, i, frame.Subject != DealRole.None ? frame.Subject : frame[ArgumentMarker.Genitive]);
                }

                continue;
            }

            if (argument.Marker == ArgumentMarker.Genitive)
            {
                if (right && argument.PhraseToken <= behind + 1)
                {
                    Take(candidate, i, frame[ArgumentMarker.Genitive]);
                    behind = argument.EndToken;
                }
                else if (right && frame[ArgumentMarker.Genitive] == DealRole.Target && argument.PhraseToken <= trigger.EndToken + 5 && candidate.Targets.Count == 0)
                {
                    Take(candidate, i, DealRole.Target); // "Übernahme von 46 Märkten der Kette Frischhof"
                }

                continue;
            }

            if (right || argument.Marker is ArgumentMarker.Bei or ArgumentMarker.Mit or ArgumentMarker.Fuer or ArgumentMarker.An or ArgumentMarker.Von)
            {
                bool leads = candidate.Kind == DealKind.FundingRound && argument.Marker == ArgumentMarker.Von && IsLed(clause);
                Take(candidate, i, leads ? DealRole.Buyer : frame[argument.Marker]);
                behind = right && _used[i] ? argument.EndToken : behind;
            }
        }

        DealRole subject = frame.Predicate != DealRole.None ? frame.Predicate : frame.Subject;
        if (subject == DealRole.Seller && candidate.Targets.Count == 0 && !HasComplement(trigger))
        {
            subject = DealRole.Target; // "Klarwerk vor Verkauf"
        }
        if (subject == DealRole.None || (candidate.HasRole(subject) && subject != DealRole.Partner))
        {
            return;
        }

        if (frame.Predicate != DealRole.None && !clauses.Has(clause, GrammarClass.Be) && !IsAs(trigger))
        {
            return;
        }

        TakeGroup(candidate, i => InClause(i, clause) && IsNominal(i), subject, last: false);
        if (!candidate.HasRole(subject) && frame.Predicate == DealRole.None)
        {
            TakeLeftNominal(candidate, clause, subject);
        }
    }

    // "Angeführt wird die Runde von X"
    private bool IsLed(int clause)
    {
        for (int i = clauses.StartOf(clause); i < clauses.EndOf(clause); i++)
        {
            if (_text[i] is "angeführt" or "Angeführt" or "geführt" or "getragen" or "gezeichnet" or "mitgetragen" or "bestritten" or "finanziert" or "erhalten" or "bekommen" or "eingesammelt" or "kommt" or "stammt" or "kommen" or "stammen")
            {
                return true;
            }
        }

        return false;
    }

    // "die Tochter der Konkurrentin X": the owner sells.
    private bool OwnsPart(int i) => clauses.Arguments[i].PhraseToken > clauses.Range.FirstToken && DealWords.IsPartNoun(_text[clauses.Arguments[i].PhraseToken - 1]);

    // A genitive behind "Informationen", "Angaben" tells the source of the report.
    private bool IsAttached(int i) => clauses.Arguments[i].PhraseToken <= clauses.Range.FirstToken
        || _text[clauses.Arguments[i].PhraseToken - 1] is not ("Informationen" or "Angaben" or "Bericht" or "Berichten" or "Auftrag" or "Recherchen" or "Ansicht" or "Worten");

    // Behind the noun a phrase tells what is sold: "Verkauf der Tochter", "Verkauf von drei Werken".
    private bool HasComplement(DealTrigger trigger) => trigger.EndToken < clauses.Range.EndToken
        && _text[trigger.EndToken] is "der" or "des" or "von" or "seiner" or "ihrer" or "seines" or "ihres" or "eines" or "einer" or "vom" or "dieser" or "dieses" or "aller" or "sämtlicher";

    // "als Käufer", "als Interessentin gilt"
    private bool IsAs(DealTrigger trigger) => trigger.Token > clauses.Range.FirstToken && _text[trigger.Token - 1] is "als" or "Als" or "neuer" or "neue";

    private bool IsAttributive(DealTrigger trigger) =>
        _text[trigger.Token] is [.., 'e'] or [.., 'e', 'r' or 's' or 'm'] or [.., 'e', 'n', 'e', 'n'] or [.., 't', 'e', 'n'];

    private bool IsZuInfinitive(DealTrigger trigger) =>
        (trigger.Token > clauses.Range.FirstToken && _text[trigger.Token - 1] is "zu") || (trigger.Entries[0].Particle.Length > 0 && _text[trigger.Token].StartsWith(trigger.Entries[0].Particle + "zu"));

    private bool InClause(int i, int clause) => clauses.ClauseOf(clauses.Arguments[i].Token) == clause;

    private bool HasInClause(int clause, ArgumentMarker marker) => Array.Exists(clauses.Arguments, a => clauses.ClauseOf(a.Token) == clause && a.Marker == marker);

    private bool IsNominal(int i) => !_used[i] && clauses.Arguments[i].Marker is ArgumentMarker.Bare or ArgumentMarker.Nominative or ArgumentMarker.Accusative;

    private int CountNominals(int clause)
    {
        int count = 0;
        for (int i = 0; i < clauses.Arguments.Length; i++)
        {
            count += InClause(i, clause) && IsNominal(i) ? 1 : 0;
        }

        return count;
    }

    private void TakeNominals(DealCandidate candidate, int clause, DealRole role) => TakeGroup(candidate, i => InClause(i, clause) && IsNominal(i), role, last: false);

    // The subject of a clause without one of its own stands before it: "X erwägt, … zu übernehmen".
    private void TakeLeftNominal(DealCandidate candidate, int clause, DealRole role)
    {
        for (int left = clause - 1; left >= 0 && left >= clause - FarthestClause && !candidate.HasRole(role); left--)
        {
            TakeGroup(candidate, i => InClause(i, left) && IsNominal(i), role, last: false);
        }
    }

    // The first (or last) group of names that fits.
    private void TakeGroup(DealCandidate candidate, Func<int, bool> fits, DealRole role, bool last)
    {
        if (role == DealRole.None)
        {
            return;
        }

        int found = -1;
        for (int i = 0; i < clauses.Arguments.Length; i++)
        {
            if (fits(i) && !_used[i] && admits(clauses.Arguments[i], role))
            {
                found = i;
                if (!last)
                {
                    break;
                }
            }
        }

        if (found < 0)
        {
            return;
        }

        int group = clauses.Arguments[found].Group;
        for (int i = 0; i < clauses.Arguments.Length; i++)
        {
            if (clauses.Arguments[i].Group == group)
            {
                Take(candidate, i, role);
            }
        }
    }

    private void Take(DealCandidate candidate, int i, DealRole role)
    {
        if (role == DealRole.None || _used[i] || !admits(clauses.Arguments[i], role))
        {
            return;
        }

        candidate.Add(role, clauses.Arguments[i].Entity);
        _used[i] = true;
    }
}
