namespace TextInsights.Sentiments;

/// <summary>What a word does to the polarity of its sentence.</summary>
internal enum LexicalRole : byte
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>Good or bad by itself.</summary>
    Polar,

    /// <summary>Rises or falls, or makes something rise or fall.</summary>
    Direction,

    /// <summary>Can be high or low.</summary>
    Metric,

    /// <summary>Turns what follows.</summary>
    Negation,

    /// <summary>Multiplies what follows.</summary>
    Intensifier,

    /// <summary>What follows counts more than what stands before.</summary>
    But,

    /// <summary>What follows counts less, and the other way round.</summary>
    Although,

    /// <summary>The same for the noun phrase behind it ("trotz"), or sets it in the past ("nach").</summary>
    AlthoughPhrase,

    /// <summary>Announces a "but".</summary>
    Concede,

    /// <summary>Begins a clause.</summary>
    Clause,

    /// <summary>Begins a clause if something was said before it ("und").</summary>
    Joint,

    /// <summary>Says that something may be.</summary>
    Hypothetical,
}

/// <summary>What the word lists say of a word.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Value">Polarity, direction, goodness when high, or factor, depending on the role.</param>
/// <param name="Alone">Polarity of a direction without a metric, or of a metric without a direction.</param>
/// <param name="IsPhrase">Whether it is a phrase that stands for itself: it does not rise or fall.</param>
internal readonly record struct LexicalReading(LexicalRole Role, float Value, float Alone = 0, bool IsPhrase = false)
{
    /// <summary>How good it is when there is more of it: metrics as listed, good and bad things by their sign.</summary>
    public float High => Role == LexicalRole.Polar ? Math.Clamp(Value / 2, -1, 1) : Value;

    /// <summary>Whether something can rise or fall of which this is the name.</summary>
    public bool IsOperand => Role is LexicalRole.Metric or LexicalRole.Polar && Value != 0 && !IsPhrase;
}
