using System.Collections.Immutable;

namespace TextInsights.Relations;

/// <summary>A deal in the making: what one trigger tells, later what several tell together.</summary>
internal sealed class DealCandidate
{
    public required DealKind? Kind { get; set; }

    public required DealTriggerEntry Entry { get; init; }

    public required DealTrigger Trigger { get; init; }

    public required DealClauses Clauses { get; init; }

    /// <summary>Status cues in its sentence and the next.</summary>
    public ImmutableArray<DealCueHit> Cues { get; set; } = [];

    public int Sentence => Clauses.Sentence;

    public List<int> Buyers { get; } = [];

    public List<int> Targets { get; } = [];

    public List<int> Sellers { get; } = [];

    /// <summary>Probabilities of each entity to be no party, buyer, target or seller.</summary>
    public List<(int Entity, float None, float Buyer, float Target, float Seller)> Evidence { get; } = [];

    /// <summary>Probability of each kind, added up over the triggers; empty before classification.</summary>
    public double[] KindScores { get; set; } = [];

    /// <summary>Probability of each status, added up over the triggers; empty before classification.</summary>
    public double[] StatusScores { get; set; } = [];

    public int? Amount { get; set; }

    public decimal? StakePercent { get; set; }

    public DealStatus Status { get; set; }

    /// <summary>Parties that the trigger's own sentence tells; others are guessed from the context.</summary>
    public int ToldParties { get; set; }

    /// <summary>How many triggers tell of it.</summary>
    public int Mentions { get; set; } = 1;


    /// <summary>Whether one of its triggers is evidence alone.</summary>
    public bool Strong { get; set; }

    public double Confidence { get; set; }

    public int PartyCount => Buyers.Count + Targets.Count + Sellers.Count;

    public bool Has(int entity) => Buyers.Contains(entity) || Targets.Contains(entity) || Sellers.Contains(entity);

    /// <summary>The role of an entity, None if it is no party.</summary>
    public DealRole RoleOf(int entity) =>
        Buyers.Contains(entity) ? DealRole.Buyer : Targets.Contains(entity) ? DealRole.Target : Sellers.Contains(entity) ? DealRole.Seller : DealRole.None;

    /// <summary>Whether a party has the role.</summary>
    public bool HasRole(DealRole role) => role switch
    {
        DealRole.Target => Targets.Count > 0,
        DealRole.Seller => Sellers.Count > 0,
        _ => Buyers.Count > 0,
    };

    /// <summary>Adds a party unless it has a role already.</summary>
    public void Add(DealRole role, int entity)
    {
        if (role == DealRole.None || Has(entity))
        {
            return;
        }

        (role switch { DealRole.Target => Targets, DealRole.Seller => Sellers, _ => Buyers }).Add(entity);
    }
}
