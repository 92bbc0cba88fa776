namespace TextInsights;

/// <summary>A half-open stretch <c>[Start, End)</c> of a text, counted in UTF-16 code units.</summary>
/// <param name="Start">Offset of the first code unit, from 0.</param>
/// <param name="End">Offset behind the last code unit; never less than <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units covered.</summary>
    public int Length => End - Start;

    /// <summary>Whether the spans share at least one code unit.</summary>
    /// <param name="other">The span to compare with.</param>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    /// <param name="other">The span to compare with.</param>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The surface form: the slice of <paramref name="text"/> that this span covers.</summary>
    /// <param name="text">The text that the span was made for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches beyond <paramref name="text"/>: it belongs to another text.</exception>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}
