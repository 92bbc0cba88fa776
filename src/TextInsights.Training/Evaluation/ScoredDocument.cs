using System.Collections.Immutable;

namespace TextInsights.Training;

/// <summary>An annotated document and what was predicted for it, with the look-ups that comparing needs.</summary>
internal sealed class ScoredDocument
{
    private readonly Dictionary<int, HashSet<string>> _namesOfEntity = [];
    private readonly Dictionary<int, MonetaryAmount> _amounts = [];

    public ScoredDocument(AnnotatedDocument gold, AnalyzedDocument? predicted)
    {
        Gold = gold;
        Entities = predicted?.Entities ?? [];
        Amounts = predicted?.Amounts ?? [];
        Valuations = predicted?.Valuations ?? [];
        Deals = predicted?.Deals ?? [];
        Sentences = predicted?.Sentences ?? [];
        Sentiment = predicted?.Sentiment;
        foreach (Entity entity in Entities)
        {
            _namesOfEntity.TryAdd(entity.Id, [.. entity.Mentions.Select(m => m.Text).Append(entity.Name).Select(ComparableName.Of)]);
        }

        foreach (MonetaryAmount amount in Amounts)
        {
            _amounts.TryAdd(amount.Id, amount);
        }
    }

    public AnnotatedDocument Gold { get; }

    public ImmutableArray<Entity> Entities { get; }

    public ImmutableArray<MonetaryAmount> Amounts { get; }

    public ImmutableArray<Valuation> Valuations { get; }

    public ImmutableArray<Deal> Deals { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>Predicted judgement of the document; null if nothing was predicted.</summary>
    public Sentiment? Sentiment { get; }

    /// <summary>Whether the text has a predicted entity of this id.</summary>
    public bool HasEntity(int? id) => id is { } known && _namesOfEntity.ContainsKey(known);

    /// <summary>Whether a predicted entity has the gold name as its name or one of its mentions.</summary>
    public bool IsNamed(int? id, string goldName) =>
        id is { } known && _namesOfEntity.TryGetValue(known, out HashSet<string>? names) && names.Contains(ComparableName.Of(goldName));

    /// <summary>The predicted amount of this id, if there is one.</summary>
    public MonetaryAmount? Amount(int? id) => id is { } known ? _amounts.GetValueOrDefault(known) : null;
}
