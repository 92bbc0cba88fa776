using System.Buffers;
using TextInsights.Segmentation;

namespace TextInsights.Lexicons;

/// <summary>A stem of a word list found in the text: the token it begins in and the row's payload.</summary>
internal readonly record struct StemHit(int Token, int Payload);

/// <summary>
/// Finds stems inside words and phrases across them, in one pass. A stem is lower case and found anywhere in a word;
/// '^' binds it to the beginning of a word, '$' to the end, inflection aside; a space in it stands for a token boundary.
/// </summary>
internal sealed class StemTrie
{
    private const char Masked = '\u0001';

    private readonly LetterTrie _letters;
    private readonly Stem[][] _stems;
    private readonly LetterFilter _beginnings = new();

    public StemTrie(IEnumerable<(string Pattern, int Payload)> rows)
    {
        var builder = new LetterTrie.Builder();
        var stems = new List<Stem[]>();
        foreach (var alike in rows.GroupBy(row => row.Pattern.Trim('^', '$')))
        {
            builder.Set(alike.Key, stems.Count);
            _beginnings.Add(alike.Key);
            stems.Add([.. alike.Select(row => new Stem(row.Payload, row.Pattern[0] == '^', row.Pattern[^1] == '$'))]);
        }

        _letters = builder.Build();
        _stems = [.. stems];
    }

    /// <summary>Adds the stems of a range of tokens in text order. Characters for which <paramref name="isMasked"/> is set are no part of any; it may be empty.</summary>
    public void Find(SegmentedText text, int firstToken, int endToken, ReadOnlySpan<bool> isMasked, List<StemHit> hits)
    {
        int capacity = text.Tokens[endToken - 1].End - text.Tokens[firstToken].Start + endToken - firstToken + 2;
        char[] letters = ArrayPool<char>.Shared.Rent(capacity);
        int[] tokens = ArrayPool<int>.Shared.Rent(capacity);
        int length = Fold(text, firstToken, endToken, isMasked, letters, tokens);
        for (int i = 1; i < length - 1; i++)
        {
            if (_beginnings.MayBegin(letters[i], letters[i + 1], letters[i + 2]) && _letters.Root(letters[i]) is not 0 and int root && char.IsLetterOrDigit(letters[i]))
            {
                FindAt(letters.AsSpan(0, length), i, root, tokens[i], hits);
            }
        }

        ArrayPool<char>.Shared.Return(letters);
        ArrayPool<int>.Shared.Return(tokens);
    }

    // Lower case, one space before each token and one at the end, with another behind it that is not counted.
    private static int Fold(SegmentedText text, int firstToken, int endToken, ReadOnlySpan<bool> isMasked, char[] letters, int[] tokens)
    {
        int length = 0;
        for (int i = firstToken; i < endToken; i++)
        {
            Token token = text.Tokens[i];
            ReadOnlySpan<char> word = text.Text.AsSpan(token.Start, token.Length);
            tokens.AsSpan(length, 1 + word.Length).Fill(i);
            letters[length++] = ' ';
            Span<char> folded = letters.AsSpan(length, word.Length);
            word.ToLowerInvariant(folded);
            folded.Replace('\u2010', '-');
            folded.Replace('\u2011', '-');
            if (!isMasked.IsEmpty && isMasked.Slice(token.Start, token.Length) is var mask && mask.Contains(true))
            {
                for (int k = 0; k < mask.Length; k++)
                {
                    folded[k] = mask[k] ? Masked : folded[k];
                }
            }

            length += word.Length;
        }

        letters[length++] = ' ';
        letters[length] = ' ';
        return length;
    }

    private void FindAt(ReadOnlySpan<char> letters, int start, int node, int token, List<StemHit> hits)
    {
        for (int i = start + 1; node != 0; i++)
        {
            int stems = _letters.ValueOf(node);
            foreach (Stem stem in stems < 0 ? [] : _stems[stems])
            {
                if ((!stem.AtStart || !char.IsLetter(letters[start - 1])) && (!stem.AtEnd || EndsWord(letters, i)))
                {
                    hits.Add(new StemHit(token, stem.Payload));
                }
            }

            node = i < letters.Length ? _letters.Child(node, letters[i]) : 0;
        }
    }

    // At most an inflection follows.
    private static bool EndsWord(ReadOnlySpan<char> letters, int i)
    {
        int end = i;
        while (char.IsLetter(letters[end]))
        {
            end++;
            if (end > i + 2)
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Stem(int Payload, bool AtStart, bool AtEnd);
}
