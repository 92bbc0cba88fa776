using System.Numerics.Tensors;

namespace TextInsights.Relations;

/// <summary>What all triggers of a deal together believe of an entity.</summary>
internal sealed class DealBelief(int entity)
{
    private readonly float[] _most = new float[DealPartyRow.Sides];
    private readonly double[] _sum = new double[DealPartyRow.Sides];

    public int Entity { get; } = entity;

    /// <summary>How many triggers looked at it.</summary>
    public int Times { get; private set; }

    /// <summary>The side that most speaks for, summed over the triggers.</summary>
    public int Best => TensorPrimitives.IndexOfMax<double>(_sum);

    public double Most(int side) => _most[side];

    public double Mean(int side) => Times == 0 ? 0 : _sum[side] / Times;

    public void Add(ReadOnlySpan<float> sides)
    {
        Times++;
        for (int side = 0; side < sides.Length; side++)
        {
            _most[side] = Math.Max(_most[side], sides[side]);
            _sum[side] += sides[side];
        }
    }
}

/// <summary>The joined deals of a text with what is believed of every entity, for the second look at their parties.</summary>
internal sealed class DealBoard
{
    private const int Reach = 12; // deals on either side: keeps the time linear in texts of thousands

    private readonly List<DealBelief>[] _parties;
    private readonly Dictionary<int, DealBelief>[] _byEntity;
    private readonly Dictionary<int, int> _timesParty = [];
    private readonly float[] _most; // by deal and side

    public DealBoard(List<DealCandidate> deals)
    {
        Deals = deals;
        _parties = new List<DealBelief>[deals.Count];
        _byEntity = new Dictionary<int, DealBelief>[deals.Count];
        _most = new float[deals.Count * DealPartyRow.Sides];
        for (int i = 0; i < deals.Count; i++)
        {
            (_parties[i], _byEntity[i]) = Gather(deals[i]);
            for (int side = 0; side < DealPartyRow.Sides; side++)
            {
                _most[(i * DealPartyRow.Sides) + side] = _parties[i].Count == 0 ? 0 : (float)_parties[i].Max(p => p.Most(side));
            }

            foreach (int entity in deals[i].Buyers.Concat(deals[i].Targets).Concat(deals[i].Sellers))
            {
                _timesParty[entity] = TimesParty(entity) + 1;
            }
        }
    }

    public List<DealCandidate> Deals { get; }

    /// <summary>Entities that may be parties of a deal, in the order in which the triggers met them.</summary>
    public List<DealBelief> PartiesOf(int deal) => _parties[deal];

    /// <summary>What is believed of one of <see cref="PartiesOf"/>.</summary>
    public DealBelief BeliefOf(int deal, int entity) => _byEntity[deal][entity];

    /// <summary>How many deals of the text have the entity as a party so far.</summary>
    public int TimesParty(int entity) => _timesParty.GetValueOrDefault(entity);

    /// <summary>The strongest belief of a deal that anybody is on a side.</summary>
    public double MostOf(int deal, int side) => _most[(deal * DealPartyRow.Sides) + side];

    /// <summary>The side an entity has so far: 0 none, 1 buyer or partner, 2 target, 3 seller.</summary>
    public int SideOf(int deal, int entity) => DealClassifier.SideOf(Deals[deal].RoleOf(entity));

    /// <summary>The strongest belief that other deals of the text have of an entity's side, and the mean of those that look at it.</summary>
    public (double Most, double Mean) Elsewhere(int deal, int entity, int side)
    {
        double most = 0, sum = 0;
        int count = 0;
        for (int i = Math.Max(0, deal - Reach); i < Math.Min(Deals.Count, deal + Reach + 1); i++)
        {
            if (i != deal && _byEntity[i].TryGetValue(entity, out DealBelief? belief))
            {
                most = Math.Max(most, belief.Most(side));
                sum += belief.Mean(side);
                count++;
            }
        }

        return (most, count == 0 ? 0 : sum / count);
    }

    private static (List<DealBelief> List, Dictionary<int, DealBelief> ByEntity) Gather(DealCandidate deal)
    {
        var list = new List<DealBelief>();
        var byEntity = new Dictionary<int, DealBelief>();
        foreach ((int entity, float none, float buyer, float target, float seller) in deal.Evidence)
        {
            if (!byEntity.TryGetValue(entity, out DealBelief? belief))
            {
                byEntity[entity] = belief = new DealBelief(entity);
                list.Add(belief);
            }

            belief.Add([none, buyer, target, seller]);
        }

        return (list, byEntity);
    }
}
