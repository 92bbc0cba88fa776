using System.Collections.Immutable;
using System.Text;
using TextInsights.Amounts;
using TextInsights.Segmentation;

namespace TextInsights.Training;

/// <summary>A text with its amounts and what each of them is: what <see cref="RoleTrainer"/> learns from.</summary>
internal sealed record RoleSample(SegmentedText Text, ImmutableArray<Entity> Entities, ImmutableArray<RecognizedAmount> Amounts, ImmutableArray<AmountRole> Roles)
{
    /// <summary>An annotated document with its gold names and amounts.</summary>
    public static RoleSample From(AnnotatedDocument document)
    {
        SegmentedText text = GoldStages.Segment(document);
        return new RoleSample(text, GoldStages.Entities(document), GoldStages.RecognizedAmounts(document, text),
            [.. (document.Amounts ?? []).OrderBy(a => a.Start).Select(a => a.Role)]);
    }

    /// <summary>The sentences of <c>data/roles/sentences.tsv</c>, packed into this assembly. Amounts are read as in any text; those that are not marked are left out.</summary>
    public static ImmutableArray<RoleSample> Sentences() => [.. PackagedData.Table("roles/sentences.tsv").Rows.Select(row => Parse(row["sentence"]))];

    /// <summary>Reads <c>{role|amount}</c> and <c>[[organisation]]</c>.</summary>
    public static RoleSample Parse(string marked)
    {
        var plain = new StringBuilder();
        var roles = new List<(TextSpan Span, AmountRole Role)>();
        var names = new List<Mention>();
        for (int i = 0; i < marked.Length;)
        {
            bool name = marked.AsSpan(i).StartsWith("[[", StringComparison.Ordinal);
            if (!name && marked[i] != '{')
            {
                plain.Append(marked[i++]);
                continue;
            }

            string close = name ? "]]" : "}";
            int start = i + close.Length, end = marked.IndexOf(close, start, StringComparison.Ordinal);
            int bar = name ? start - 1 : marked.IndexOf('|', start);
            string surface = marked[(bar + 1)..end];
            var span = new TextSpan(plain.Length, plain.Length + surface.Length);
            plain.Append(surface);
            if (name)
            {
                names.Add(new Mention(span.Start, span.End, surface, 1));
            }
            else
            {
                roles.Add((span, Enum.Parse<AmountRole>(marked[start..bar], ignoreCase: true)));
            }

            i = end + close.Length;
        }

        SegmentedText text = SentenceSplitter.Split(GermanTokenizer.Tokenize(plain.ToString()));
        ImmutableArray<Entity> entities = [.. names.Select((mention, id) => new Entity(id, mention.Text, EntityType.Organization, null, null, [mention], null))];
        var found = new AmountRecognizer().Recognize(text)
            .Select(amount => (Amount: amount, Mark: roles.FindIndex(r => r.Span.Overlaps(amount.Span))))
            .Where(pair => pair.Mark >= 0).ToList();
        return new RoleSample(text, entities, [.. found.Select(f => f.Amount)], [.. found.Select(f => roles[f.Mark].Role)]);
    }
}
