using System.Collections.Immutable;
using System.Text;

namespace TextInsights.Training;

/// <summary>Reads <c>data/deals/sentences.tsv</c>: short sentences of our own that teach the plain ways to tell a deal.</summary>
internal static class DealSentences
{
    public static ImmutableArray<AnnotatedDocument> Read() =>
        [.. PackagedData.Table("deals/sentences.tsv").Rows.Select((row, i) => Parse($"deal-sentence-{i + 1}", row["kind"], row["status"], row["sentence"]))];

    private static AnnotatedDocument Parse(string id, string kind, string status, string marked)
    {
        var text = new StringBuilder();
        var mentions = ImmutableArray.CreateBuilder<GoldMention>();
        var amounts = ImmutableArray.CreateBuilder<GoldAmount>();
        var sides = new Dictionary<char, List<string>> { ['B'] = [], ['T'] = [], ['S'] = [], ['-'] = [] };
        for (int i = 0; i < marked.Length;)
        {
            if (marked[i] == '[')
            {
                int end = marked.IndexOf(']', i);
                string name = marked[(i + 3)..end];
                mentions.Add(new GoldMention(text.Length, text.Length + name.Length, EntityType.Organization, name));
                if (!sides[marked[i + 1]].Contains(name))
                {
                    sides[marked[i + 1]].Add(name);
                }

                text.Append(name);
                i = end + 1;
            }
            else if (marked.AsSpan(i).StartsWith("(("))
            {
                int end = marked.IndexOf("))", i, StringComparison.Ordinal);
                string[] parts = marked[(i + 2)..end].Split('|');
                AmountRole role = parts.Length > 1 ? Enum.Parse<AmountRole>(parts[1], ignoreCase: true) : AmountRole.PurchasePrice;
                amounts.Add(new GoldAmount(text.Length, text.Length + parts[0].Length, null, null, null, AmountQualifier.Exact, role, null, null));
                text.Append(parts[0]);
                i = end + 2;
            }
            else
            {
                text.Append(marked[i++]);
            }
        }

        ImmutableArray<GoldDeal> deals = kind == "none" ? [] :
        [
            new GoldDeal(Enum.Parse<DealKind>(kind, ignoreCase: true), [.. sides['B']], [.. sides['T']], [.. sides['S']], amounts.Count > 0 ? 0 : null, null,
                Enum.Parse<DealStatus>(status, ignoreCase: true), text.ToString()),
        ];
        return new AnnotatedDocument { Id = id, Text = text.ToString(), Mentions = mentions.ToImmutable(), Amounts = amounts.ToImmutable(), Deals = deals };
    }
}
