using System.Collections.Immutable;
using TextInsights.Relations;

namespace TextInsights.Sentiments;

/// <summary>What the earlier stages know of each organisation, sorted by organisation in one pass.</summary>
internal sealed class OrganizationEvidence
{
    private static readonly List<EntityReference> NoReferences = [];
    private static readonly List<(Deal Deal, DealPart Part)> NoDeals = [];
    private static readonly List<AmountRole> NoRoles = [];

    private readonly Dictionary<int, List<EntityReference>> _references = [];
    private readonly Dictionary<int, List<(Deal Deal, DealPart Part)>> _deals = [];
    private readonly Dictionary<int, List<AmountRole>> _roles = [];

    public OrganizationEvidence(
        int[] owners, ImmutableArray<Entity> entities, ImmutableArray<EntityReference> references, ImmutableArray<MonetaryAmount> amounts, ImmutableArray<Deal> deals)
    {
        Organizations = entities.Count(e => e.Type == EntityType.Organization);
        Deals = deals;
        Owners = owners;
        foreach (EntityReference reference in references)
        {
            Add(_references, reference.Entity, reference);
        }

        foreach (MonetaryAmount amount in amounts)
        {
            if (amount.Subject is { } subject)
            {
                Add(_roles, subject, amount.Role);
            }
        }

        foreach (Deal deal in deals)
        {
            AddParties(deal, deal.Buyers, DealPart.Buyer);
            AddParties(deal, deal.Targets, DealPart.Target);
            AddParties(deal, deal.Sellers, DealPart.Seller);
        }
    }

    /// <summary>Number of organisations in the text.</summary>
    public int Organizations { get; }

    /// <summary>Which organisation each sentence is about, by entity id.</summary>
    public int[] Owners { get; }

    /// <summary>All deals of the text.</summary>
    public ImmutableArray<Deal> Deals { get; }

    public IReadOnlyList<EntityReference> ReferencesTo(int entity) => _references.GetValueOrDefault(entity, NoReferences);

    public IReadOnlyList<(Deal Deal, DealPart Part)> DealsOf(int entity) => _deals.GetValueOrDefault(entity, NoDeals);

    /// <summary>Roles of the amounts that are about an organisation.</summary>
    public IReadOnlyList<AmountRole> AmountsOf(int entity) => _roles.GetValueOrDefault(entity, NoRoles);

    private void AddParties(Deal deal, ImmutableArray<int> parties, DealPart part)
    {
        foreach (int party in parties)
        {
            Add(_deals, party, (deal, part));
        }
    }

    private static void Add<T>(Dictionary<int, List<T>> lists, int key, T value)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}

/// <summary>The part that an organisation has in a deal.</summary>
internal enum DealPart : byte
{
    Buyer,
    Target,
    Seller,
}
