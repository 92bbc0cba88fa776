using System.Collections.Immutable;
using TextInsights.Amounts;
using TextInsights.Models;
using TextInsights.Segmentation;

namespace TextInsights.Relations;

/// <summary>What the whole document says of its possible parties.</summary>
internal sealed class DealContext
{
    private const int MostOwners = 6;
    private const int JointReach = 12; // longer enumerations are lists, not parties of one deal

    private readonly HashSet<(int First, int Second)> _joined; // the smaller entity first
    private readonly int[] _firstOf; // by sentence: first argument
    private readonly int[] _counts; // by entity: how often the text speaks of it
    private readonly int[] _firstSentence; // by entity
    private readonly uint[] _sides; // by entity
    private readonly ImmutableArray<EntityReference> _references;

    public DealContext(SegmentedText text, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts)
    {
        Text = text;
        Entities = entities;
        Amounts = amounts;
        _references = references;
        Arguments = DealArgumentReader.Read(text, entities, references);
        Parties = new DealParties(entities);
        _joined = Joined(Arguments);
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
        _sides = DealSides.Read(text, entities.Length, Arguments.AsSpan());
        Owners = [.. entities.Where(e => e.Type == EntityType.Organization && (_sides[e.Id] & DealSides.OwnerBits) != 0)
            .Select(e => e.Id).OrderByDescending(id => _counts[id]).Take(MostOwners)];
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

    /// <summary>Who is bought, sells or buys, by all places of the text together.</summary>
    public PartyProfile Profile(LinearModel model) => new(new SubjectContext(Text, Entities, _references, Amounts), model);

    /// <summary>Whether the text names two entities side by side ("Audi, BMW und Daimler").</summary>
    public bool AreJoined(int first, int second) => _joined.Contains((Math.Min(first, second), Math.Max(first, second)));

    /// <summary>The amounts inside a stretch of the text.</summary>
    public ReadOnlySpan<MonetaryAmount> AmountsIn(TextSpan span)
    {
        int first = LowerBound.Of(Amounts.AsSpan(), a => a.Start, span.Start), last = first;
        while (last < Amounts.Length && Amounts[last].End <= span.End)
        {
            last++;
        }

        return Amounts.AsSpan(first..last);
    }

    private static HashSet<(int, int)> Joined(ImmutableArray<DealArgument> arguments)
    {
        var joined = new HashSet<(int, int)>();
        for (int i = 0; i < arguments.Length; i++)
        {
            for (int k = i + 1; k < arguments.Length && k <= i + JointReach && arguments[k].Group == arguments[i].Group; k++)
            {
                int a = arguments[i].Entity, b = arguments[k].Entity;
                joined.Add((Math.Min(a, b), Math.Max(a, b)));
            }
        }

        return joined;
    }

    /// <summary>What the whole text says of the entity's side: see <see cref="DealSides"/>.</summary>
    public uint SidesOf(int entity) => _sides[entity];

    /// <summary>Organisations of which the text says that they own or sell; the most named first, at most a few.</summary>
    public ImmutableArray<int> Owners { get; }

    public int CountOf(int entity) => _counts[entity];

    public int FirstSentenceOf(int entity) => _firstSentence[entity];

    public ReadOnlySpan<DealArgument> InSentence(int sentence) =>
        sentence < 0 || sentence >= Text.Sentences.Length ? [] : Arguments.AsSpan(_firstOf[sentence].._firstOf[sentence + 1]);
}
