using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Reads a whole text for what its triggers tell.</summary>
internal static class DealCandidateReader
{
    /// <summary>Candidates in text order, each from one trigger, not yet joined.</summary>
    public static List<DealCandidate> Read(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<MonetaryAmount> amounts)
    {
        var candidates = new List<DealCandidate>();
        if (entities.IsEmpty)
        {
            return candidates;
        }

        ImmutableArray<DealArgument> arguments = DealArgumentReader.Read(text, entities, ReferenceResolver.Resolve(text, entities));
        bool[] isName = NameTokens(text, arguments);
        var parties = new DealParties(entities);
        var triggers = new List<DealTrigger>();
        var hits = new List<DealCueHit>();
        int next = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            SentenceRange sentence = text.Sentences[s];
            int first = next;
            while (next < arguments.Length && arguments[next].Token < sentence.EndToken)
            {
                next++;
            }

            triggers.Clear();
            if (sentence.Kind != SentenceKind.Advertisement)
            {
                DealTriggerFinder.Find(text, sentence, isName, triggers);
            }

            if (triggers.Count == 0)
            {
                continue;
            }

            var clauses = new DealClauses(text, s, arguments.AsSpan(first, next - first));
            hits.Clear();
            int end = s + 1 < text.Sentences.Length && text.Sentences[s + 1].Kind != SentenceKind.Advertisement ? text.Sentences[s + 1].EndToken : sentence.EndToken;
            DealStatusLexicon.Find(text, sentence.FirstToken, end, hits);
            var reader = new DealRoleReader(clauses, parties.Admits);
            foreach (DealTrigger trigger in triggers)
            {
                DealCandidate? best = null;
                foreach (DealTriggerEntry entry in trigger.Entries)
                {
                    if (entry.Kind is null)
                    {
                        continue;
                    }

                    DealCandidate candidate = Complete(reader.Read(trigger, entry), clauses, text, amounts, hits);
                    best = best is null || Quality(candidate) > Quality(best) ? candidate : best;
                }

                if (best is not null && best.PartyCount > 0)
                {
                    candidates.Add(best);
                }
            }
        }

        return candidates;
    }

    private static DealCandidate Complete(DealCandidate candidate, DealClauses clauses, SegmentedText text, ImmutableArray<MonetaryAmount> amounts, List<DealCueHit> hits)
    {
        DealKind kind = candidate.Kind!.Value;
        if (kind == DealKind.Divestment && candidate.Buyers.Count > 0)
        {
            candidate.Kind = kind = DealKind.Acquisition;
        }

        candidate.Strong = candidate.Entry.Strong;
        candidate.Amount = DealAmountReader.Amount(text, candidate, amounts, _ => false);
        candidate.StakePercent = DealAmountReader.StakePercent(clauses, candidate.Trigger, kind);
        candidate.Status = DealStatusReader.Read(clauses, candidate.Trigger, kind, hits);
        candidate.Kind = kind == DealKind.Acquisition && candidate.StakePercent is < 50 ? DealKind.Stake
            : kind == DealKind.Stake && candidate.StakePercent is > 50 ? DealKind.Acquisition : kind;
        return candidate;
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
