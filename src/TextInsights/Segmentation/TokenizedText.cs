using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>A text and its tokens in order. Between tokens lies only whitespace.</summary>
internal sealed record TokenizedText(string Text, ImmutableArray<Token> Tokens)
{
    /// <summary>The surface form of a token.</summary>
    public ReadOnlySpan<char> this[int token] => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);
}
