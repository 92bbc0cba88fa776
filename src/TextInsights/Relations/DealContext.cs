using System.Collections.Immutable;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>What the whole document says of its possible parties.</summary>
internal sealed class DealContext
{
    private readonly int[] _firstOf; // by sentence: first argument
    private readonly int[] _counts; // by entity: how often the text speaks of it
    private readonly int[] _firstSentence; // by entity

    public DealContext(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        Text = text;
        Entities = entities;
        Amounts = amounts;
        Arguments = DealArgumentReader.Read(text, entities, references);
        Parties = new DealParties(entities);
        _firstOf = new int[text.Sentences.Length + 1];
        _counts = new int[entities.Length];
        _firstSentence = new int[entities.Length];
        Array.Fill(_firstSentence, int.MaxValue);
        int next = 0;
        for (int s = 0; s < text.Sentences.Length; s++)
        {
            _firstOf[s] = next;
            for (; next < Arguments.Length && Arguments[next].Token < text.Sentences[s].EndToken; next++)
            {
                int entity = Arguments[next].Entity;
                _counts[entity]++;
                _firstSentence[entity] = Math.Min(_firstSentence[entity], s);
            }
        }

        _firstOf[^1] = next;
        MainEntity = -1;
        foreach (Entity entity in entities)
        {
            if (entity.Type == EntityType.Organization && !Parties.IsBystander(entity.Id) && (MainEntity < 0 || _counts[entity.Id] > _counts[MainEntity]))
            {
                MainEntity = entity.Id;
            }
        }
    }

    public SegmentedText Text { get; }

    public ImmutableArray<Entity> Entities { get; }

    public ImmutableArray<MonetaryAmount> Amounts { get; }

    public ImmutableArray<DealArgument> Arguments { get; }

    public DealParties Parties { get; }

    /// <summary>The organisation that the text speaks of most often; -1 if there is none.</summary>
    public int MainEntity { get; }

    /// <summary>Whether the text names two entities side by side ("Audi, BMW und Daimler").</summary>
    public bool AreJoined(int first, int second)
    {
        for (int i = 0; i < Arguments.Length; i++)
        {
            for (int k = i + 1; Arguments[i].Entity == first && k < Arguments.Length && Arguments[k].Group == Arguments[i].Group; k++)
            {
                if (Arguments[k].Entity == second)
                {
                    return true;
                }
            }

            for (int k = i - 1; Arguments[i].Entity == first && k >= 0 && Arguments[k].Group == Arguments[i].Group; k--)
            {
                if (Arguments[k].Entity == second)
                {
                    return true;
                }
            }
        }

        return false;
    }

    public int CountOf(int entity) => _counts[entity];

    public int FirstSentenceOf(int entity) => _firstSentence[entity];

    public ReadOnlySpan<DealArgument> InSentence(int sentence) =>
        sentence < 0 || sentence >= Text.Sentences.Length ? [] : Arguments.AsSpan(_firstOf[sentence].._firstOf[sentence + 1]);
}
