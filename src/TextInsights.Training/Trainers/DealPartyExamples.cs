using TextInsights.Amounts;
using TextInsights.Relations;

namespace TextInsights.Training;

/// <summary>Rows of joined deals and entities with the side that the annotation gives them, by the part of the documents they are from.</summary>
internal sealed class DealPartyExamples
{
    private readonly List<(int Fold, byte[] Rows, int Side)> _examples = [];

    /// <summary>Adds what a classifier finds in a document that it did not learn from.</summary>
    public void Add(int fold, AnnotatedDocument document, DealContext context, DealClassifier classifier)
    {
        var board = new DealBoard(new DealExtractor(classifier).JoinAtFirst(context));
        PartyProfile profile = classifier.ProfileOf(context);
        for (int deal = 0; deal < board.Deals.Count; deal++)
        {
            if (DealExamples.DealOf(document, context, board.Deals[deal]) is not { } gold)
            {
                continue;
            }

            foreach (DealBelief belief in board.PartiesOf(deal))
            {
                byte[] rows = new byte[DealPartyRow.Length * DealPartyRow.Sides];
                DealPartyRow.Write(context, board, profile, deal, belief.Entity, rows);
                _examples.Add((fold, rows, DealExamples.SideOf(gold, context.Entities[belief.Entity].Name)));
            }
        }
    }

    /// <summary>All examples, or all but those of one part.</summary>
    public RankingExamples Gather(int? without = null)
    {
        var examples = new RankingExamples(DealPartyRow.Length);
        foreach ((int part, byte[] rows, int side) in _examples)
        {
            if (part == without)
            {
                continue;
            }

            for (int i = 0; i < DealPartyRow.Sides; i++)
            {
                examples.AddRow(rows.AsSpan(i * DealPartyRow.Length, DealPartyRow.Length));
            }

            examples.EndGroup(side);
        }

        return examples;
    }
}
