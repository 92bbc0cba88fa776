using System.Numerics.Tensors;
using TextInsights.Features;

namespace TextInsights.Training;

/// <summary>Settings of the word vector trainer.</summary>
/// <param name="Dimensions">Length of a vector.</param>
/// <param name="Window">Most words to each side that a word is to predict.</param>
/// <param name="Negatives">Random words per predicted word that it is not to predict.</param>
/// <param name="Epochs">Passes over the text.</param>
/// <param name="LearningRate">First step size; falls to zero.</param>
internal sealed record WordVectorOptions(int Dimensions = 64, int Window = 2, int Negatives = 5, int Epochs = 4, float LearningRate = 0.05f);

/// <summary>
/// Learns word vectors by predicting neighbours (skip-gram with negative sampling, left and right neighbours told apart).
/// A word's vector is the mean of its own and those of its character sequences, so that rare words learn from their parts.
/// One thread and a fixed seed: the same text gives the same vectors.
/// </summary>
internal sealed class WordVectorTrainer
{
    private const int SubwordBits = 18;
    private const int RareCount = 30; // words that occur more often learn from themselves alone
    private readonly WordCorpus _corpus;
    private readonly WordVectorOptions _options;
    private readonly int[][] _parts;
    private readonly float[] _input;
    private readonly float[] _output;
    private readonly int[] _negatives;
    private readonly float[] _keep;
    private uint _random = 2463534242;

    public WordVectorTrainer(WordCorpus corpus, WordVectorOptions options)
    {
        _corpus = corpus;
        _options = options;
        int words = corpus.Words.Length, size = options.Dimensions;
        _parts = [.. corpus.Words.Select((word, id) => corpus.Counts[id] > RareCount ? [id] : PartsOf(word, id, words))];
        _input = new float[(words + (1 << SubwordBits)) * (long)size];
        _output = new float[2L * words * size];
        for (long i = 0; i < _input.LongLength; i++)
        {
            _input[i] = (NextUnit() - 0.5f) / size;
        }

        double total = corpus.Counts.Sum(c => (double)c);
        _keep = [.. corpus.Counts.Select(c => (float)Math.Min(1, Math.Sqrt(1e-4 * total / c)))];
        _negatives = NegativeTable(corpus.Counts);
    }

    /// <summary>Trains and returns one vector per word, one after the other.</summary>
    public float[] Train(Action<int>? afterEpoch)
    {
        int size = _options.Dimensions;
        float[] center = new float[size], gradient = new float[size];
        long steps = (long)_options.Epochs * _corpus.Text.Length, step = 0;
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            for (int i = 0; i < _corpus.Text.Length; i++, step++)
            {
                int word = _corpus.Text[i];
                if (word >= 0 && NextUnit() < _keep[word])
                {
                    Learn(i, word, _options.LearningRate * Math.Max(1e-4f, 1 - ((float)step / steps)), center, gradient);
                }
            }

            afterEpoch?.Invoke(epoch + 1);
        }

        float[] vectors = new float[(long)_corpus.Words.Length * size];
        for (int word = 0; word < _corpus.Words.Length; word++)
        {
            Sum(word, vectors.AsSpan(word * size, size));
        }

        return vectors;
    }

    private void Learn(int position, int word, float rate, Span<float> center, Span<float> gradient)
    {
        Sum(word, center);
        gradient.Clear();
        int reach = 1 + (int)(NextUnit() * _options.Window);
        for (int side = 0; side < 2; side++)
        {
            int direction = side == 0 ? -1 : 1;
            for (int k = 1; k <= reach; k++)
            {
                int at = position + (direction * k);
                if (at < 0 || at >= _corpus.Text.Length || _corpus.Text[at] < 0)
                {
                    break;
                }

                Predict(side, _corpus.Text[at], 1, rate, center, gradient);
                for (int n = 0; n < _options.Negatives; n++)
                {
                    int negative = _negatives[(int)(NextUnit() * _negatives.Length)];
                    if (negative != _corpus.Text[at])
                    {
                        Predict(side, negative, 0, rate, center, gradient);
                    }
                }
            }
        }

        int[] parts = _parts[word];
        TensorPrimitives.Multiply(gradient, 1f / parts.Length, gradient);
        foreach (int part in parts)
        {
            Span<float> input = Row(_input, part);
            TensorPrimitives.Add(input, gradient, input);
        }
    }

    private void Predict(int side, int word, float target, float rate, ReadOnlySpan<float> center, Span<float> gradient)
    {
        Span<float> output = Row(_output, (2 * word) + side);
        float score = TensorPrimitives.Dot(center, output);
        float error = (target - (1 / (1 + MathF.Exp(-Math.Clamp(score, -8, 8))))) * rate;
        TensorPrimitives.MultiplyAdd(output, error, gradient, gradient);
        TensorPrimitives.MultiplyAdd(center, error, output, output);
    }

    private void Sum(int word, Span<float> vector)
    {
        vector.Clear();
        int[] parts = _parts[word];
        foreach (int part in parts)
        {
            TensorPrimitives.Add(vector, Row(_input, part), vector);
        }

        TensorPrimitives.Multiply(vector, 1f / parts.Length, vector);
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * _options.Dimensions, _options.Dimensions);

    private float NextUnit()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return (_random >> 8) * (1f / (1 << 24));
    }

    // The word itself and its sequences of 3 to 5 characters.
    private static int[] PartsOf(string word, int id, int words)
    {
        var parts = new List<int> { id };
        string marked = $"<{word}>";
        for (int length = 4; length <= 5; length++)
        {
            for (int start = 0; start + length <= marked.Length && parts.Count < 16; start++)
            {
                parts.Add(words + (int)(FeatureHash.Of(marked.AsSpan(start, length)) >> (32 - SubwordBits)));
            }
        }

        return [.. parts];
    }

    private static int[] NegativeTable(int[] counts)
    {
        const int Size = 1 << 22;
        double total = counts.Sum(c => Math.Pow(c, 0.75));
        int[] table = new int[Size];
        double covered = 0;
        int word = -1;
        for (int i = 0; i < Size; i++)
        {
            while (covered * Size <= i * total && word + 1 < counts.Length)
            {
                covered += Math.Pow(counts[++word], 0.75);
            }

            table[i] = word;
        }

        return table;
    }
}
