using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Says which company is worth which amount.</summary>
internal sealed class ValuationExtractor
{
    /// <summary>Valuations in text order; nothing from advertisements.</summary>
    public ImmutableArray<Valuation> Extract(SegmentedText text, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts) => [];
}
