namespace TextInsights.Sentiments;

/// <summary>What the composition found, token by token over the whole text; of each sentence, the weights are already in.</summary>
internal sealed class ComposedText(int tokenCount, int sentenceCount)
{
    /// <summary>What each sentence says as a whole, in [-1, 1].</summary>
    public float[] Sentences { get; } = new float[sentenceCount];

    /// <summary>What the lists say of each token.</summary>
    public LexicalReading[] Readings { get; } = new LexicalReading[tokenCount];

    /// <summary>What each token adds to the polarity of its sentence, after direction, negation, strength and contrast.</summary>
    public float[] Polarity { get; } = new float[tokenCount];

    /// <summary>Number of the clause that each token belongs to, rising through the text.</summary>
    public int[] Clause { get; } = new int[tokenCount];

    /// <summary>Whether a negation reaches the token.</summary>
    public bool[] Negated { get; } = new bool[tokenCount];

    /// <summary>Whether the token is what rises or falls: its polarity is in that of the direction.</summary>
    public bool[] Taken { get; } = new bool[tokenCount];

    /// <summary>Where the polarity of each token comes from.</summary>
    public PolaritySource[] Source { get; } = new PolaritySource[tokenCount];
}

/// <summary>Where a polarity comes from; some sources are more reliable than others.</summary>
internal enum PolaritySource : byte
{
    /// <summary>A metric without a direction, or nothing at all.</summary>
    Mention,

    /// <summary>A direction with what rises or falls.</summary>
    Movement,

    /// <summary>A direction alone.</summary>
    Direction,

    /// <summary>A phrase.</summary>
    Phrase,

    /// <summary>A word that is strongly good or bad.</summary>
    Strong,

    /// <summary>A word that is weakly good or bad.</summary>
    Weak,

    /// <summary>Two numbers.</summary>
    Numbers,
}
