using System.Collections.Immutable;

namespace TextInsights.Rendering;

/// <summary>Names and amounts behind the ids of a document's facts.</summary>
internal sealed class FactLookup(AnalyzedDocument document)
{
    private readonly Dictionary<int, string> _nameOf = document.Entities.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.Name);
    private readonly Dictionary<int, MonetaryAmount> _amountOf = document.Amounts.DistinctBy(a => a.Id).ToDictionary(a => a.Id);

    /// <summary>Name of an entity; null for none.</summary>
    public string? Name(int? entity) => entity is { } id ? _nameOf.GetValueOrDefault(id) : null;

    /// <summary>Names of entities, one behind the other.</summary>
    public string Names(ImmutableArray<int> entities, string separator = ", ") => string.Join(separator, entities.Select(id => Name(id)));

    /// <summary>The amount; null for none.</summary>
    public MonetaryAmount? Amount(int? amount) => amount is { } id ? _amountOf.GetValueOrDefault(id) : null;
}
