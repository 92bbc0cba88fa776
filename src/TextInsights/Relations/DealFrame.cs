using System.Collections.Immutable;

namespace TextInsights.Relations;

/// <summary>Which side of a deal a party is on.</summary>
internal enum DealRole : byte
{
    None,
    Buyer,
    Target,
    Seller,
    Partner,
}

/// <summary>How a name stands in its sentence: by case where the words tell it, else by the preposition before it.</summary>
internal enum ArgumentMarker : byte
{
    /// <summary>Neither preposition nor a clear case: subject or object.</summary>
    Bare,
    Nominative,
    Accusative,
    Dative,
    Genitive,

    /// <summary>A genitive before its noun ("NVIDIAs Beteiligung").</summary>
    Possessive,

    /// <summary>The first part of a compound ("Opel-Verkauf").</summary>
    Compound,

    /// <summary>"an" behind a stake ("Beteiligung an X", "30 Prozent an X"): what the stake is in.</summary>
    Share,
    An,
    Auf,
    Aus,
    Bei,
    Durch,
    Fuer,
    In,
    Mit,
    Namens,
    Ueber,
    Um,
    Von,
    Zu,
    Zwischen,

    /// <summary>Any other preposition ("laut", "nach", "gegen"): no party.</summary>
    Other,
}

/// <summary>What a sentence must hold so that a common word tells of a deal.</summary>
internal enum DealNeed : byte
{
    None,

    /// <summary>A noun for shares or a percentage.</summary>
    Share,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>"für X" or "dafür".</summary>
    Fuer,

    /// <summary>Both a buyer and a target.</summary>
    Both,
}

/// <summary>The valency of a trigger: the role that each position gives.</summary>
internal sealed class DealFrame
{
    private readonly DealRole[] _byMarker = new DealRole[(int)ArgumentMarker.Other + 1];

    /// <summary>Role of the clause's subject.</summary>
    public DealRole Subject { get; private init; }

    /// <summary>Role of the clause's object.</summary>
    public DealRole Object { get; private init; }

    /// <summary>Role of a noun that is equated with the trigger ("Käufer ist X").</summary>
    public DealRole Predicate { get; private init; }

    /// <summary>Whether the verb needs "sich".</summary>
    public bool Reflexive { get; private init; }

    /// <summary>What the sentence must hold beside the trigger.</summary>
    public DealNeed Need { get; private init; }

    /// <summary>Whether an offer as object makes it another thing ("ein Angebot abgeben").</summary>
    public bool NotOffer { get; private init; }

    /// <summary>Whether another trigger in its clause tells what the deal is: "verhandelt über eine Fusion".</summary>
    public bool Alone { get; private init; }

    /// <summary>Role that a preposition or case gives; None if it has no place in the frame.</summary>
    public DealRole this[ArgumentMarker marker] => _byMarker[(int)marker];

    /// <summary>Reads the notation of the lexicon, such as "subj:B obj:T von:S".</summary>
    public static DealFrame Parse(string notation)
    {
        ImmutableArray<string> pairs = notation == "-" ? [] : [.. notation.Split(' ')];
        DealRole Of(string key) => pairs.FirstOrDefault(p => p.StartsWith(key + ":", StringComparison.Ordinal)) is { } pair ? RoleOf(pair[^1]) : DealRole.None;
        var frame = new DealFrame
        {
            Subject = Of("subj"),
            Object = Of("obj"),
            Predicate = Of("pred"),
            Reflexive = pairs.Contains("sich:1"),
            Need = pairs.FirstOrDefault(p => p.StartsWith("need:", StringComparison.Ordinal)) is { } need ? Enum.Parse<DealNeed>(need[5..], ignoreCase: true) : DealNeed.None,
            NotOffer = pairs.Contains("not:offer"),
            Alone = pairs.Contains("alone:1"),
        };
        foreach ((string key, ArgumentMarker marker) in Keys)
        {
            frame._byMarker[(int)marker] = Of(key);
        }

        frame._byMarker[(int)ArgumentMarker.Share] = DealRole.Target;

        return frame;
    }

    private static readonly ImmutableArray<(string Key, ArgumentMarker Marker)> Keys =
    [
        ("gen", ArgumentMarker.Genitive), ("dat", ArgumentMarker.Dative), ("comp", ArgumentMarker.Compound), ("an", ArgumentMarker.An),
        ("auf", ArgumentMarker.Auf), ("aus", ArgumentMarker.Aus), ("bei", ArgumentMarker.Bei), ("durch", ArgumentMarker.Durch),
        ("fuer", ArgumentMarker.Fuer), ("in", ArgumentMarker.In), ("mit", ArgumentMarker.Mit), ("namens", ArgumentMarker.Namens),
        ("ueber", ArgumentMarker.Ueber), ("um", ArgumentMarker.Um), ("von", ArgumentMarker.Von), ("zu", ArgumentMarker.Zu), ("zwischen", ArgumentMarker.Zwischen),
    ];

    private static DealRole RoleOf(char letter) => letter switch
    {
        'B' => DealRole.Buyer,
        'T' => DealRole.Target,
        'S' => DealRole.Seller,
        'P' => DealRole.Partner,
        _ => DealRole.None,
    };
}
