using System.Collections.Immutable;
using System.Text;

namespace TextInsights.Training;

/// <summary>Reads <c>data/valuations/sentences.tsv</c>: sentences of our own that teach whether a worth is stated, planned, rumoured, past or denied.</summary>
internal static class ValuationSentences
{
    private const string Other = "-"; // an amount that is no worth

    public static ImmutableArray<AnnotatedDocument> Read() =>
        [.. PackagedData.Table("valuations/sentences.tsv").Rows.Select((row, i) => Parse($"valuation-sentence-{i + 1}", row["sentence"]))];

    /// <summary>Reads <c>{status|amount}</c> of a worth and <c>{-|amount}</c> of any other amount.</summary>
    internal static AnnotatedDocument Parse(string id, string marked)
    {
        var text = new StringBuilder();
        var amounts = ImmutableArray.CreateBuilder<GoldAmount>();
        var valuations = ImmutableArray.CreateBuilder<GoldValuation>();
        for (int i = 0; i < marked.Length;)
        {
            if (marked[i] != '{')
            {
                text.Append(marked[i++]);
                continue;
            }

            int bar = marked.IndexOf('|', i), end = marked.IndexOf('}', i);
            string status = marked[(i + 1)..bar], amount = marked[(bar + 1)..end];
            if (status != Other)
            {
                valuations.Add(new GoldValuation("", amounts.Count, ValuationKind.Valuation, Enum.Parse<ValuationStatus>(status, ignoreCase: true)));
            }

            AmountRole role = status == Other ? AmountRole.Other : AmountRole.Valuation;
            amounts.Add(new GoldAmount(text.Length, text.Length + amount.Length, null, null, null, AmountQualifier.Exact, role, null, null));
            text.Append(amount);
            i = end + 1;
        }

        return new AnnotatedDocument { Id = id, Text = text.ToString(), Mentions = [], Amounts = amounts.ToImmutable(), Valuations = valuations.ToImmutable() };
    }
}
