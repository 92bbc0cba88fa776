using TextInsights.Amounts;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Training;

namespace TextInsights.Tests.Relations;

/// <summary>The second look at parties: what it sees, over the deals of our own dev articles.</summary>
public class DealPartyRowTests
{
    private const int ProfileLength = 3; // numbers at the end of a row

    private static readonly DealClassifier Classifier = DealClassifier.Load(ModelFolder.Embedded);
    private static readonly DealExtractor Extractor = new(Classifier);

    private static readonly (DealContext Context, DealBoard Board)[] Boards =
    [
        .. AnnotatedCorpus.Read(Conventions.Repository.PathOf("data", "articles", "dev.jsonl"))
            .Select(DealTrainer.ContextOf).Select(context => (context, new DealBoard(Extractor.JoinAtFirst(context)))),
    ];

    [Fact]
    public void A_board_adds_up_what_all_triggers_say_of_an_entity()
    {
        foreach ((_, DealBoard board) in Boards)
        {
            for (int deal = 0; deal < board.Deals.Count; deal++)
            {
                board.PartiesOf(deal).Select(p => p.Entity).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(board.Deals[deal].Evidence.Select(e => e.Entity).Distinct());
                board.PartiesOf(deal).Sum(p => p.Times).Should().Be(board.Deals[deal].Evidence.Count);
                board.PartiesOf(deal).Should().AllSatisfy(p => (p.Mean(0) + p.Mean(1) + p.Mean(2) + p.Mean(3)).Should().BeApproximately(1, 1e-3));
                board.MostOf(deal, 2).Should().BeApproximately(board.Deals[deal].Evidence.Max(e => e.Target), 1e-6);
            }
        }

        Boards.Sum(b => b.Board.Deals.Count(d => d.Mentions > 1)).Should().BePositive("deals told twice are what the board is for");
    }

    [Fact]
    public void The_four_rows_of_an_entity_differ_in_the_side_only_and_entities_differ()
    {
        var seen = new HashSet<string>();
        int total = 0;
        foreach ((DealContext context, DealBoard board) in Boards)
        {
            PartyProfile profile = Classifier.ProfileOf(context);
            for (int deal = 0; deal < board.Deals.Count; deal++)
            {
                foreach (DealBelief belief in board.PartiesOf(deal))
                {
                    byte[] rows = new byte[DealPartyRow.Length * DealPartyRow.Sides];
                    DealPartyRow.Write(context, board, profile, deal, belief.Entity, rows);
                    byte[][] sides = [.. rows.Chunk(DealPartyRow.Length)];
                    int common = Enumerable.Range(0, DealPartyRow.Length).First(i => sides[0][i] != sides[1][i]);
                    sides.Select(side => (int)side[common]).Should().Equal(0, 1, 2, 3);
                    common.Should().BeGreaterThan(40, "what is said of the entity stands before what is said of a side");
                    sides.Count(side => side[^(ProfileLength + 1)] == 1).Should().Be(1, "the number before the profile says for which side most speaks");
                    sides[1][^ProfileLength].Should().Be((byte)(profile.Of(belief.Entity, 3) * 100), "the whole text's share of a buyer");
                    total++;
                    seen.Add(Convert.ToHexString(rows));
                }
            }
        }

        seen.Count.Should().BeGreaterThan(total * 9 / 10);
    }
}
