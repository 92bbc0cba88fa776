using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Relations;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Decides what each amount is (role) and which entity it is about (subject).</summary>
internal sealed class RoleClassifier
{
    public static RoleClassifier Load(ModelFolder models) => new();

    public ImmutableArray<MonetaryAmount> Classify(
        SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<RecognizedAmount> amounts) =>
        [.. amounts.Select((a, id) => new MonetaryAmount(id, a.Span.Start, a.Span.End, a.Span.Of(text.Text).ToString(), a.Currency, a.CurrencyAssumed,
            a.Minimum, a.Maximum, a.Qualifier, AmountRole.Other, a.Rate, null, a.Confidence))];
}
