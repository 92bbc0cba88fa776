namespace TextInsights.Sentiments;

/// <summary>What the composition found, token by token over the whole text; of each sentence, the weights are already in.</summary>
internal sealed class ComposedText(int tokenCount)
{
    /// <summary>What the lists say of each token.</summary>
    public LexicalReading[] Readings { get; } = new LexicalReading[tokenCount];

    /// <summary>What each token adds to the polarity of its sentence, after direction, negation, strength and contrast.</summary>
    public float[] Polarity { get; } = new float[tokenCount];

    /// <summary>Number of the clause that each token belongs to, rising through the text.</summary>
    public int[] Clause { get; } = new int[tokenCount];

    /// <summary>Whether a negation reaches the token.</summary>
    public bool[] Negated { get; } = new bool[tokenCount];
}
