using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Reads a whole text for what its triggers tell.</summary>
internal static class DealCandidateReader
{
    private const int CueReach = 3; // sentences behind a trigger that may tell how the deal stands

    /// <summary>Candidates in text order, each from one trigger, not yet joined; some without a party.</summary>
    public static List<DealCandidate> Read(DealContext context)
    {
        SegmentedText text = context.Text;
        var candidates = new List<DealCandidate>();
        bool[] isName = NameTokens(text, context.Arguments);
        var triggers = new List<DealTrigger>();
        var cues = new List<DealCueHit>();
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            triggers.Clear();
            if (sentence.Kind != SentenceKind.Advertisement)
            {
                DealTriggerFinder.Find(text, sentence, isName, triggers);
            }

            if (triggers.Count == 0)
            {
                continue;
            }

            var clauses = new DealClauses(text, s, context.InSentence(s));
            cues.Clear();
            int last = s;
            while (last < s + CueReach && last + 1 < text.Sentences.Length && text.Sentences[last + 1].Kind != SentenceKind.Advertisement)
            {
                last++;
            }

            DealStatusLexicon.Find(text, sentence.FirstToken, text.Sentences[last].EndToken, cues);
            ImmutableArray<DealCueHit> hits = [.. cues];
            var reader = new DealRoleReader(clauses, context.Parties.Admits);
            foreach (DealTrigger trigger in triggers)
            {
                DealCandidate? best = null;
                if (IsDescription(clauses, trigger) || IsShareOfOther(clauses, trigger, triggers) || TellsLess(clauses, trigger, triggers))
                {
                    continue;
                }

                foreach (DealTriggerEntry entry in trigger.Entries)
                {
                    if (entry.Kind is null || (entry.Frame.NotOffer && HasWord(clauses, trigger, DealWords.IsOffer)))
                    {
                        continue;
                    }

                    DealCandidate candidate = Complete(reader.Read(trigger, entry), clauses, context, hits);
                    if (!HasNeeded(context, candidate))
                    {
                        continue;
                    }

                    best = best is null || Quality(candidate) > Quality(best) ? candidate : best;
                }

                if (best is not null)
                {
                    candidates.Add(best);
                }
            }
        }

        return candidates;
    }

    private static DealCandidate Complete(DealCandidate candidate, DealClauses clauses, DealContext context, ImmutableArray<DealCueHit> hits)
    {
        DealKind kind = candidate.Kind!.Value;
        if (kind == DealKind.Divestment && candidate.Buyers.Count > 0)
        {
            candidate.Kind = kind = DealKind.Acquisition;
        }

        candidate.Cues = hits;
        candidate.Strong = candidate.Entry.Strong;
        candidate.Amount = DealAmountReader.Amount(context, candidate);
        candidate.StakePercent = DealAmountReader.StakePercent(clauses, candidate.Trigger, kind);
        candidate.Status = DealStatusReader.Read(clauses, candidate.Trigger, kind, hits);
        candidate.Kind = kind == DealKind.Acquisition && candidate.StakePercent is < 50 ? DealKind.Stake
            : kind == DealKind.Stake && candidate.StakePercent is > 50 ? DealKind.Acquisition : kind;
        return candidate;
    }

    private delegate bool WordTest(ReadOnlySpan<char> word);

    // "der Finanzinvestor Triton": the noun says what the name is, not what it does.
    private static bool IsDescription(DealClauses clauses, DealTrigger trigger) => trigger.Form == DealTriggerForm.Noun
        && Array.Exists(clauses.Arguments, a => a.Named && a.Token == trigger.EndToken && trigger.Entries[0].Frame.Predicate != DealRole.None && a.PhraseToken < trigger.Token);

    // "seine Beteiligung … veräußert": the verb tells more than the noun for the share.
    private static bool IsShareOfOther(DealClauses clauses, DealTrigger trigger, List<DealTrigger> triggers) =>
        trigger.Form == DealTriggerForm.Noun && DealWords.IsShareNoun(clauses.Text[trigger.Token])
        && triggers.Exists(t => t.Token != trigger.Token && clauses.ClauseOf(t.Token) == clauses.ClauseOf(trigger.Token)
            && t.Entries[0].Kind is DealKind.Acquisition or DealKind.Divestment or DealKind.Stake && !DealWords.IsShareNoun(clauses.Text[t.Token]));

    // "verhandelt über eine Fusion": what the deal is another trigger of the clause tells.
    private static bool TellsLess(DealClauses clauses, DealTrigger trigger, List<DealTrigger> triggers) => trigger.Entries[0].Frame.Alone
        && triggers.Exists(t => t.Token != trigger.Token && !t.Entries[0].Frame.Alone && t.Entries[0].Kind is not null
            && clauses.ClauseOf(t.Token) == clauses.ClauseOf(trigger.Token));

    private static bool HasWord(DealClauses clauses, DealTrigger trigger, WordTest test)
    {
        int clause = clauses.ClauseOf(trigger.Token);
        for (int i = clauses.StartOf(clause); i < clauses.EndOf(clause); i++)
        {
            if (clauses.ClauseOf(i) == clause && test(clauses.Text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasNeeded(DealContext context, DealCandidate candidate)
    {
        return candidate.Entry.Frame.Need switch
        {
            DealNeed.Share => HasWord(candidate.Clauses, candidate.Trigger, word => DealWords.IsShareNoun(word) || word is "Prozent" or "%"),
            DealNeed.Amount => !context.AmountsIn(context.Text.SpanOf(candidate.Clauses.Range)).IsEmpty,
            DealNeed.Fuer => candidate.Targets.Count > 0 || HasWord(candidate.Clauses, candidate.Trigger, word => word is "dafür" or "für"),
            DealNeed.Both => candidate.Buyers.Count > 0 && candidate.Targets.Count > 0,
            _ => true,
        };
    }

    private static double Quality(DealCandidate candidate) => candidate.PartyCount + (candidate.Amount is null ? 0 : 0.5) + (candidate.Strong ? 0.2 : 0);

    private static bool[] NameTokens(SegmentedText text, ImmutableArray<DealArgument> arguments)
    {
        bool[] isName = new bool[text.Tokens.Length];
        foreach (DealArgument argument in arguments)
        {
            // The last token of a compound such as "Opel-Verkauf" may be a trigger.
            int end = argument.Marker == ArgumentMarker.Compound ? argument.EndToken - 1 : argument.EndToken;
            if (argument.Named)
            {
                Array.Fill(isName, true, argument.Token, Math.Max(0, end - argument.Token));
            }
        }

        return isName;
    }
}
