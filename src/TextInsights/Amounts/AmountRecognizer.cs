using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Amounts;

/// <summary>Reads monetary amounts: numbers, magnitudes, currencies, qualifiers, ranges, rates.</summary>
internal sealed class AmountRecognizer
{
    /// <summary>Amounts in text order, without overlap.</summary>
    public ImmutableArray<RecognizedAmount> Recognize(SegmentedText text) => [];
}
