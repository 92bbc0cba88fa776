using TextInsights.Features;
using TextInsights.Relations;

namespace TextInsights.Training;

/// <summary>Training examples for deals: the candidates of annotated documents with the annotated deals that they tell of.</summary>
internal sealed class DealExamples
{
    public List<LinearExample> Kinds { get; } = [];

    public List<LinearExample> Roles { get; } = [];

    public List<LinearExample> Statuses { get; } = [];

    /// <summary>Adds the candidates of one document.</summary>
    public void Add(AnnotatedDocument document, DealContext context)
    {
        List<DealCandidate> candidates = DealCandidateReader.Read(context);
        var buffer = new FeatureBuffer(DealFeatures.Bits);
        foreach (DealCandidate candidate in candidates)
        {
            GoldDeal? gold = DealOf(document, context, candidate);
            buffer.Clear();
            DealFeatures.AddKind(context, candidate, buffer);
            Kinds.Add(LinearExample.From(buffer, gold is null ? 0 : (uint)gold.Kind + 1));
            if (gold is null)
            {
                continue;
            }

            foreach (int entity in DealClassifier.PossibleParties(context, candidate))
            {
                buffer.Clear();
                DealFeatures.AddRole(context, candidate, entity, candidates, buffer);
                Roles.Add(LinearExample.From(buffer, (uint)SideOf(gold, context.Entities[entity].Name)));
            }

            buffer.Clear();
            DealFeatures.AddStatus(context, candidate, buffer);
            Statuses.Add(LinearExample.From(buffer, (uint)gold.Status));
        }
    }

    /// <summary>The annotated deal that a candidate tells of: its evidence lies in the sentence, or its parties and kind are the candidate's.</summary>
    public static GoldDeal? DealOf(AnnotatedDocument document, DealContext context, DealCandidate candidate)
    {
        GoldDeal? best = null;
        double bestScore = 0;
        TextSpan sentence = context.Text.SpanOf(candidate.Clauses.Range);
        int trigger = context.Text.Tokens[candidate.Trigger.Token].Start;
        foreach (GoldDeal deal in document.Deals ?? [])
        {
            bool kind = deal.Kind == candidate.Kind || (IsPurchase(deal.Kind) && IsPurchase(candidate.Kind!.Value))
                || (deal.Kind is DealKind.FundingRound or DealKind.Stake && candidate.Kind is DealKind.FundingRound or DealKind.Stake)
                || (deal.Kind is DealKind.JointVenture or DealKind.Partnership or DealKind.Merger && candidate.Kind is DealKind.JointVenture or DealKind.Partnership or DealKind.Merger);
            int evidence = string.IsNullOrEmpty(deal.Evidence) ? -1 : document.Text.IndexOf(deal.Evidence, StringComparison.Ordinal);
            bool inSentence = evidence >= sentence.Start && evidence < sentence.End;
            bool atTrigger = inSentence && trigger >= evidence - 1 && trigger < evidence + deal.Evidence!.Length;
            int right = 0, wrong = 0, present = 0;
            foreach (int entity in candidate.Buyers.Concat(candidate.Targets).Concat(candidate.Sellers))
            {
                bool found = deal.Buyers.Contains(context.Entities[entity].Name) || deal.Targets.Contains(context.Entities[entity].Name) || deal.Sellers.Contains(context.Entities[entity].Name);
                right += found ? 1 : 0;
                wrong += found ? 0 : 1;
            }

            foreach (DealArgument argument in context.InSentence(candidate.Sentence))
            {
                string name = context.Entities[argument.Entity].Name;
                present += deal.Buyers.Contains(name) || deal.Targets.Contains(name) || deal.Sellers.Contains(name) ? 1 : 0;
            }

            bool amount = deal.Amount is { } a && candidate.Amount is { } b && context.Amounts[b].Start == document.Amounts!.Value[a].Start;
            double score = (kind ? 2 : 0) + (atTrigger ? 3 : inSentence ? 1.5 : 0) + right - wrong + (amount ? 1 : 0) + (0.2 * Math.Min(present, 3));
            bool told = atTrigger || (kind && (inSentence || right > 0 || (present > 0 && amount)));
            if (told && score > bestScore)
            {
                (best, bestScore) = (deal, score);
            }
        }

        return best;
    }

    /// <summary>The side of a name as <see cref="DealClassifier.RoleLabels"/> counts them.</summary>
    public static int SideOf(GoldDeal deal, string name) =>
        deal.Buyers.Contains(name) ? 1 : deal.Targets.Contains(name) ? 2 : deal.Sellers.Contains(name) ? 3 : 0;

    private static bool IsPurchase(DealKind kind) => kind is DealKind.Acquisition or DealKind.Stake or DealKind.Divestment;
}
