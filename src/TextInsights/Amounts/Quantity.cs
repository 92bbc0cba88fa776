namespace TextInsights.Amounts;

/// <summary>A number of the text with what belongs to it, on its way to an amount.</summary>
internal struct Quantity
{
    private const decimal Largest = 1e24m;

    /// <summary>Tokens covered.</summary>
    public int First, End;

    /// <summary>Code units covered.</summary>
    public int Start, Stop;

    /// <summary>The number as written, without magnitude; both bounds are equal unless it is vague or a range.</summary>
    public decimal Low, High;

    /// <summary>The magnitude; 0 if there is none.</summary>
    public decimal Factor;

    public CurrencyUnit? Unit;

    /// <summary>The currency, where the unit alone does not tell it.</summary>
    public Currency? Currency;

    public bool Assumed;

    /// <summary>Index of the quantity that lent magnitude and currency.</summary>
    public int? Giver;

    public QuantityTraits Traits;

    public QuantityStatus Status;

    public AmountQualifier Qualifier;

    public AmountRate? Rate;

    public double Confidence;

    public readonly bool Has(QuantityTraits traits) => (Traits & traits) != 0;

    public readonly bool IsBare => Factor == 0 && Unit is null;

    public readonly decimal Scale => (Factor == 0 ? 1 : Factor) * (Unit?.Factor ?? 1);

    /// <summary>Whether a decimal can hold it; what cannot is no sum of money.</summary>
    public readonly bool Fits => High <= Largest / Scale;

    public readonly decimal Minimum => Low * Scale;

    public readonly decimal Maximum => High * Scale;
}

[Flags]
internal enum QuantityTraits
{
    None = 0,

    /// <summary>The currency stands before the number.</summary>
    UnitBefore = 1 << 0,

    /// <summary>A size in words: "Millionenhöhe", "einige Millionen".</summary>
    Vague = 1 << 1,

    /// <summary>Part of a compound noun or adjective: "30-Milliarden-Deal".</summary>
    Compound = 1 << 2,

    /// <summary>Two numbers, merged.</summary>
    Range = 1 << 3,

    /// <summary>"ein", "eine" as the number.</summary>
    Article = 1 << 4,

    /// <summary>Written in digits.</summary>
    Digits = 1 << 5,

    /// <summary>Written with a decimal mark.</summary>
    Decimal = 1 << 6,

    /// <summary>A magnitude word alone: "Millionen".</summary>
    Numberless = 1 << 7,

    /// <summary>Unit or magnitude come from a neighbour.</summary>
    Borrowed = 1 << 8,

    /// <summary>The magnitude is a letter or two: "25m".</summary>
    Letter = 1 << 11,

    /// <summary>The document decided the currency.</summary>
    Resolved = 1 << 10,

    /// <summary>A cell of a table whose header names the unit.</summary>
    Cell = 1 << 9,
}

internal enum QuantityStatus : byte
{
    Open,
    Money,
    Other,
}
