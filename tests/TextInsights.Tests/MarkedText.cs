using System.Collections.Immutable;
using System.Text;
using TextInsights.Segmentation;

namespace TextInsights.Tests;

/// <summary>
/// A text whose names are marked in place, so that late stages are tested without a model: <c>[[OpenAI]]</c> is an organisation,
/// <c>[[Ulm|location]]</c> (person, miscellaneous) something else, <c>[[Daimlers=Daimler]]</c> names the entity; <c>{der Konzern=Daimler}</c>
/// marks a reference; <c>((30 Mrd. Euro|funding))</c> is an amount with its role (purchasePrice if none is said), its value unread.
/// </summary>
internal sealed record MarkedText(
    SegmentedText Segments,
    ImmutableArray<Entity> Entities,
    ImmutableArray<MonetaryAmount> Amounts,
    ImmutableArray<(TextSpan Span, string Entity)> References)
{
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder();
        var mentions = new List<(TextSpan Span, EntityType Type, string Name)>();
        var amounts = ImmutableArray.CreateBuilder<MonetaryAmount>();
        var references = ImmutableArray.CreateBuilder<(TextSpan, string)>();
        for (int i = 0; i < marked.Length;)
        {
            bool name = marked.AsSpan(i).StartsWith("[[", StringComparison.Ordinal), amount = marked.AsSpan(i).StartsWith("((", StringComparison.Ordinal);
            if (!name && !amount && marked[i] != '{')
            {
                text.Append(marked[i++]);
                continue;
            }

            string close = name ? "]]" : amount ? "))" : "}";
            int end = marked.IndexOf(close, i, StringComparison.Ordinal);
            string[] parts = marked[(i + close.Length)..end].Split('|');
            string[] surface = parts[0].Split('=');
            var span = new TextSpan(text.Length, text.Length + surface[0].Length);
            text.Append(surface[0]);
            if (name)
            {
                mentions.Add((span, parts.Length > 1 ? Enum.Parse<EntityType>(parts[1], ignoreCase: true) : EntityType.Organization, surface[^1]));
            }
            else if (amount)
            {
                AmountRole role = parts.Length > 1 ? Enum.Parse<AmountRole>(parts[1], ignoreCase: true) : AmountRole.PurchasePrice;
                amounts.Add(new MonetaryAmount(amounts.Count, span.Start, span.End, surface[0], null, false, null, null, AmountQualifier.Exact, role, null, null, 1));
            }
            else
            {
                references.Add((span, surface[^1]));
            }

            i = end + close.Length;
        }

        string plain = text.ToString();
        ImmutableArray<Entity> entities = [.. mentions.GroupBy(m => m.Name).Select((group, id) => new Entity(id, group.Key, group.First().Type, null, null,
            [.. group.Select(m => new Mention(m.Span.Start, m.Span.End, m.Span.Of(plain).ToString(), 1))], null))];
        return new MarkedText(SentenceSplitter.Split(GermanTokenizer.Tokenize(plain)), entities, amounts.ToImmutable(), references.ToImmutable());
    }

    /// <summary>The lines of <c>Specs/NAME.jsonl</c>, with their numbers.</summary>
    public static IEnumerable<(int Number, string Json)> Spec(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", name + ".jsonl")).Select((line, i) => (i + 1, line)).Where(l => l.line.Length > 0);
}
