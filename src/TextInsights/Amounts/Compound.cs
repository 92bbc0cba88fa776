namespace TextInsights.Amounts;

/// <summary>What one token tells of an amount: "30-Milliarden-Euro-Deal", "Viertelmilliarde", "25m", "zweistellig".</summary>
internal struct Compound
{
    public bool HasNumber;
    public decimal Number;

    /// <summary>The magnitude; 0 for none.</summary>
    public decimal Factor;

    public CurrencyUnit? Unit;

    /// <summary>"zweistellig": 2; 0 if it is no such word.</summary>
    public int Figures;

    /// <summary>The magnitude is a letter or two: "25m".</summary>
    public bool IsLetter;

    /// <summary>The magnitude is the end of the word: "Anlegermillionen".</summary>
    public bool IsSuffix;

    /// <summary>Where the noun begins that follows the amount in the word ("Deal"); the word's length if there is none.</summary>
    public int HeadStart;

    public readonly bool HasHead(ReadOnlySpan<char> token) => HeadStart < token.Length;
}
