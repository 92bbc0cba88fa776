using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>Checks what the fields of a line say against its text and each other.</summary>
internal static class AnnotationValidator
{
    public static void Check(AnnotatedDocument document, List<FieldProblem> problems)
    {
        if (document.Id.Length == 0)
        {
            problems.Add(new FieldProblem("id", "empty."));
        }

        var spans = new SpanChecks(document.Text.Length, problems);
        spans.Check("", document.Start, document.End);
        spans.Check("mentions", document.Mentions, m => (m.Start, m.End));
        spans.Check("ignored", document.Ignored, s => (s.Start, s.End), mayOverlap: true);
        spans.Check("derived", document.Derived, m => (m.Start, m.End));
        spans.Check("parts", document.Parts, m => (m.Start, m.End));
        spans.Check("amounts", document.Amounts, a => (a.Start, a.End));
        spans.CheckPairs("headings", document.Headings);
        spans.CheckPairs("advertisements", document.Advertisements);
        CheckBounds(document, problems);
        CheckAmountIndices(document, problems);
        CheckDeals(document, problems);
        if (problems.Count == 0)
        {
            CheckNames(document, problems);
        }
    }

    private static void CheckBounds(AnnotatedDocument document, List<FieldProblem> problems)
    {
        foreach ((int i, GoldAmount amount) in Items(document.Amounts))
        {
            (bool fits, string expected) = amount.Qualifier switch
            {
                AmountQualifier.Exact or AmountQualifier.Approximately or AmountQualifier.Almost =>
                    (amount.Minimum is not null && amount.Minimum == amount.Maximum, "minimum and maximum are equal"),
                AmountQualifier.MoreThan or AmountQualifier.AtLeast => (amount is { Minimum: not null, Maximum: null }, "there is a minimum and maximum is null"),
                AmountQualifier.LessThan or AmountQualifier.AtMost => (amount is { Minimum: null, Maximum: not null }, "minimum is null and there is a maximum"),
                _ => (amount.Minimum < amount.Maximum, "minimum is less than maximum"),
            };
            if (!fits)
            {
                string word = char.ToLowerInvariant(amount.Qualifier.ToString()[0]) + amount.Qualifier.ToString()[1..];
                problems.Add(new FieldProblem($"amounts[{i}].qualifier", $"with '{word}', {expected}."));
            }
        }
    }

    private static void CheckAmountIndices(AnnotatedDocument document, List<FieldProblem> problems)
    {
        int count = document.Amounts?.Length ?? 0;
        foreach ((string field, int? index) in Items(document.Valuations).Select(v => ($"valuations[{v.Index}].amount", (int?)v.Item.Amount))
            .Concat(Items(document.Deals).Select(d => ($"deals[{d.Index}].amount", d.Item.Amount))))
        {
            if (index < 0 || index >= count)
            {
                problems.Add(new FieldProblem(field, $"{index} is no index into the {count} amounts, which count from 0."));
            }
        }
    }

    private static void CheckDeals(AnnotatedDocument document, List<FieldProblem> problems)
    {
        foreach ((int i, GoldDeal deal) in Items(document.Deals))
        {
            if (deal.Buyers.IsEmpty && deal.Targets.IsEmpty && deal.Sellers.IsEmpty)
            {
                problems.Add(new FieldProblem($"deals[{i}]", "no buyers, targets or sellers; a deal has at least one party."));
            }

            if (deal.StakePercent is <= 0 or > 100)
            {
                problems.Add(new FieldProblem($"deals[{i}].stakePercent", "more than 0 and at most 100 are expected."));
            }

            if (deal.Evidence is { } evidence && !document.Text.Contains(evidence, StringComparison.Ordinal))
            {
                problems.Add(new FieldProblem($"deals[{i}].evidence", "does not stand in the text."));
            }
        }
    }

    // Names are the text's or the mentions' own, so that the right entity can be told; without mentions nobody can say.
    private static void CheckNames(AnnotatedDocument document, List<FieldProblem> problems)
    {
        if (document.Mentions is not { } mentions)
        {
            return;
        }

        var known = mentions.SelectMany(m => new[] { m.Name ?? "", document.Text[m.Start..m.End] }).Select(ComparableName.Of).ToHashSet(StringComparer.Ordinal);
        foreach ((string field, string name) in Names(document))
        {
            if (!known.Contains(ComparableName.Of(name)))
            {
                problems.Add(new FieldProblem(field, $"'{name}' is neither name nor text of a mention."));
            }
        }
    }

    private static IEnumerable<(string Field, string Name)> Names(AnnotatedDocument document)
    {
        foreach ((int i, GoldAmount amount) in Items(document.Amounts))
        {
            if (amount.Subject is { } subject)
            {
                yield return ($"amounts[{i}].subject", subject);
            }
        }

        foreach ((int i, GoldValuation valuation) in Items(document.Valuations))
        {
            yield return ($"valuations[{i}].company", valuation.Company);
        }

        foreach ((int i, GoldDeal deal) in Items(document.Deals))
        {
            foreach ((string role, ImmutableArray<string> parties) in new[] { ("buyers", deal.Buyers), ("targets", deal.Targets), ("sellers", deal.Sellers) })
            {
                for (int k = 0; k < parties.Length; k++)
                {
                    yield return ($"deals[{i}].{role}[{k}]", parties[k]);
                }
            }
        }

        foreach ((int i, GoldEntitySentiment sentiment) in Items(document.EntitySentiments))
        {
            yield return ($"entitySentiments[{i}].entity", sentiment.Entity);
        }
    }

    private static IEnumerable<(int Index, T Item)> Items<T>(ImmutableArray<T>? list) => (list ?? []).Index();
}
