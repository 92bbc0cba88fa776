namespace TextInsights.Amounts;

/// <summary>A unit of money as a text names it.</summary>
/// <param name="Currency">The currency; null if the name alone does not tell it ("Kronen").</param>
/// <param name="Factor">Value of one unit in currency units: 0.01 for "Cent", 1000 for "TEUR".</param>
/// <param name="Family">Units of one family are told apart by country words ("dollar", "krone"); empty for none.</param>
/// <param name="Traits">How the name can be used.</param>
internal sealed record CurrencyUnit(Currency? Currency, decimal Factor, string Family, CurrencyTraits Traits)
{
    public bool Has(CurrencyTraits trait) => (Traits & trait) != 0;
}

[Flags]
internal enum CurrencyTraits
{
    None = 0,

    /// <summary>May stand before the number ("EUR 5").</summary>
    Before = 1,

    /// <summary>The currency is the usual reading of an ambiguous word.</summary>
    Assumed = 2,

    /// <summary>An ordinary word or an acronym too; what follows must not be a counted thing.</summary>
    Weak = 4,

    /// <summary>Only directly behind digits.</summary>
    Rare = 8,

    /// <summary>Out of use; a number without a currency takes it only from the sentence before.</summary>
    Historic = 16,
}
