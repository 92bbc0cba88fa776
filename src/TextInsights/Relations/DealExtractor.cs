using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>Says who buys, invests or merges.</summary>
internal sealed class DealExtractor
{
    /// <summary>Deals in text order, each once; nothing from advertisements.</summary>
    public ImmutableArray<Deal> Extract(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<MonetaryAmount> amounts) => [];
}
