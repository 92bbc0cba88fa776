using System.Collections.Immutable;

namespace TextInsights.Segmentation;

/// <summary>A sentence as a half-open range of tokens; never empty.</summary>
internal readonly record struct SentenceRange(int FirstToken, int EndToken, SentenceKind Kind)
{
    public int TokenCount => EndToken - FirstToken;
}

/// <summary>A text with its tokens and sentences: what every later stage reads.</summary>
internal sealed record SegmentedText(string Text, ImmutableArray<Token> Tokens, ImmutableArray<SentenceRange> Sentences)
{
    /// <summary>The surface form of a token.</summary>
    public ReadOnlySpan<char> this[int token] => Text.AsSpan(Tokens[token].Start, Tokens[token].Length);

    /// <summary>The span of a sentence.</summary>
    public TextSpan SpanOf(SentenceRange sentence) => new(Tokens[sentence.FirstToken].Start, Tokens[sentence.EndToken - 1].End);

    /// <summary>Index of the token that covers <paramref name="offset"/>, or of the first one behind it; the token count if there is none.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Tokens[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Sentences[middle].EndToken <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
