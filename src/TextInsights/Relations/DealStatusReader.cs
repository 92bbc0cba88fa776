using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Reads how far a deal has come from tense, modal verbs and status words around its trigger.</summary>
internal static class DealStatusReader
{
    private static readonly int StatusCount = Enum.GetValues<DealStatus>().Length;

    public static DealStatus Read(DealClauses clauses, DealTrigger trigger, DealKind kind, ImmutableArray<DealCueHit> hits)
    {
        SegmentedText text = clauses.Text;
        Span<double> scores = stackalloc double[StatusCount];
        AddTense(clauses, trigger, kind, scores);
        int clause = clauses.ClauseOf(trigger.Token);
        foreach (DealCueHit hit in hits)
        {
            bool inSentence = hit.Token >= clauses.Range.FirstToken && hit.Token < clauses.Range.EndToken;
            double closeness;
            if (inSentence)
            {
                int distance = Math.Abs(clauses.ClauseOf(hit.Token) - clause);
                closeness = distance == 0 ? 1 : hit.Cue.Scope == DealCueScope.Clause ? (distance == 1 ? 0.35 : 0) : distance == 1 ? 0.8 : 0.6;
            }
            else
            {
                bool next = clauses.Sentence + 1 < text.Sentences.Length && hit.Token < text.Sentences[clauses.Sentence + 1].EndToken;
                closeness = hit.Cue.Scope == DealCueScope.Next ? (next ? 0.5 : 0.1) : 0;
            }

            scores[(int)hit.Cue.Status] += Strength(hit.Cue.Weight) * closeness;
        }

        int best = 0;
        for (int i = 1; i < StatusCount; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return scores[best] > 0 ? (DealStatus)best : DealStatus.Announced;
    }

    private static double Strength(int weight) => weight switch { 3 => 6, 2 => 3, _ => 1 };

    private static void AddTense(DealClauses clauses, DealTrigger trigger, DealKind kind, Span<double> scores)
    {
        int clause = clauses.ClauseOf(trigger.Token);
        ReadOnlySpan<char> word = clauses.Text[trigger.Token];
        switch (trigger.Form)
        {
            case DealTriggerForm.Finite:
                scores[(int)(IsPreterite(word) ? DealStatus.Completed : DealStatus.Announced)] += 1.5;
                break;
            case DealTriggerForm.Participle:
                bool done = clauses.Has(clause, GrammarClass.Perfect) || HasPast(clauses, clause);
                scores[(int)(done ? DealStatus.Completed : DealStatus.Announced)] += 1.5;
                break;
            case DealTriggerForm.Infinitive:
                scores[(int)DealStatus.Planned] += 1;
                break;
            default:
                scores[(int)(kind is DealKind.FundingRound ? DealStatus.Completed : DealStatus.Announced)] += 0.8;
                scores[(int)DealStatus.Completed] += HasPast(clauses, clause) ? 0.7 : 0;
                break;
        }
    }

    private static bool HasPast(DealClauses clauses, int clause)
    {
        for (int i = clauses.StartOf(clause); i < clauses.EndOf(clause); i++)
        {
            if (clauses.Text[i] is "wurde" or "wurden" or "war" or "waren" or "hatte" or "hatten" or "worden" or "ist" or "sind")
            {
                return true;
            }
        }

        return false;
    }

    // Weak preterites end in -te or -ten; of the strong ones the vowel tells, so the common ones are listed.
    private static bool IsPreterite(ReadOnlySpan<char> word) => word is [.., 't', 'e'] or [.., 't', 'e', 'n'] and not "halten" and not "erhalten" and not "bieten"
        || word is "übernahm" or "übernahmen" or "erwarb" or "erwarben" or "stieg" or "stiegen" or "stieß" or "stießen" or "verschmolz" or "verschmolzen" or "schloss" or "schlossen"
            or "ging" or "gingen" or "gab" or "gaben" or "nahm" or "nahmen" or "warb" or "warben" or "erhielt" or "erhielten" or "bekam" or "bekamen" or "schoss" or "schossen"
            or "bot" or "boten" or "griff" or "griffen" or "riss" or "trat" or "traten" or "schlug" or "schlugen" or "fiel" or "hielt" or "hielten";
}
