namespace TextInsights.Relations;

/// <summary>A deal in the making: what one trigger tells, later what several tell together.</summary>
internal sealed class DealCandidate
{
    public required DealKind? Kind { get; set; }

    public required DealTriggerEntry Entry { get; init; }

    public required DealTrigger Trigger { get; init; }

    public required int Sentence { get; init; }

    public List<int> Buyers { get; } = [];

    public List<int> Targets { get; } = [];

    public List<int> Sellers { get; } = [];

    public int? Amount { get; set; }

    public decimal? StakePercent { get; set; }

    public DealStatus Status { get; set; }

    /// <summary>Parties that the trigger's own sentence tells; others are guessed from the context.</summary>
    public int ToldParties { get; set; }

    /// <summary>How many triggers tell of it.</summary>
    public int Mentions { get; set; } = 1;

    /// <summary>Sentence that gave the status.</summary>
    public int StatusSentence { get; set; }

    /// <summary>Whether one of its triggers is evidence alone.</summary>
    public bool Strong { get; set; }

    public double Confidence { get; set; }

    public int PartyCount => Buyers.Count + Targets.Count + Sellers.Count;

    public bool Has(int entity) => Buyers.Contains(entity) || Targets.Contains(entity) || Sellers.Contains(entity);

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
