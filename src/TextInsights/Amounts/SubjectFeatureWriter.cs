using TextInsights.Features;

namespace TextInsights.Amounts;

/// <summary>Writes each feature by itself, with the role of the amount, and with the group of roles that are told of alike.</summary>
internal readonly struct SubjectFeatureWriter(FeatureBuffer features, AmountRole role)
{
    private const float RoleWeight = 0.5f; // a role by itself has few examples

    private readonly uint _role = 100 + (uint)role;

    private readonly uint _group = (uint)GroupOf(role);

    /// <summary>The group of a role.</summary>
    public static int GroupOf(AmountRole role) => role switch
    {
        AmountRole.Valuation or AmountRole.MarketCap or AmountRole.SharePrice => 1,
        AmountRole.PurchasePrice => 2,
        AmountRole.Funding or AmountRole.Investment or AmountRole.Donation => 3,
        AmountRole.Price or AmountRole.PublicBudget or AmountRole.Wage => 4,
        _ => 5,
    };

    public void Add(SubjectTemplate template, int value) => Add(template, (uint)value, 0);

    public void Add(SubjectTemplate template, int part, int value) => Add(template, (uint)value, (uint)part);

    public void Add(SubjectTemplate template, uint value, uint part)
    {
        uint hash = FeatureHash.Combine(((uint)template << 8) + part, value);
        features.Add(hash);
        features.Add(FeatureHash.Combine(hash, _group));
        features.Add(FeatureHash.Combine(hash, _role), RoleWeight);
    }

    /// <summary>A feature of many values, without its role.</summary>
    public void AddPlain(SubjectTemplate template, uint value) => features.Add(FeatureHash.Combine((uint)template << 8, value));
}

/// <summary>What a feature of <see cref="SubjectFeatures"/> speaks of.</summary>
internal enum SubjectTemplate : uint
{
    Nobody = 1, NobodyRate, NobodyNames, NobodyOrganizations, NobodyMain, NobodyWord,
    Type, Focus, Kind, Traded, Candidates, Opening, FreshType, InHeading,
    Others, Back, BackOthers, BackNear, BackGrammar, SameParagraph, Absent, Where, WhereFocus,
    Near, NearRank, NearKind, Leads, Source, Attribute, Preposition, PrepositionNear, Governor, Next, Previous, Tie, Only,
    ChainStart, Chain, ChainRole, ChainSince, ChainLike, ChainCount, ChainEqual, ChainScene, Place, NobodyPlace,
}
