using System.Numerics.Tensors;
using TextInsights.Entities;

namespace TextInsights.Training;

/// <summary>
/// Forward-backward over a sentence, once free and once within the allowed classes. The difference of the expected counts
/// is the gradient of the log likelihood.
/// </summary>
internal sealed class ChainLattice
{
    private const int Count = EntityLabels.Count;
    private readonly float[] _free = new float[(Count + 1) * Count];
    private readonly float[] _bound = new float[(Count + 1) * Count];
    private readonly float[] _expTransitions = new float[(Count + 1) * Count];
    private float[] _scores = [];
    private float[] _alpha = [];
    private float[] _emission = [];
    private float[] _gradient = [];
    private int _length;

    public Span<float> Reserve(int length)
    {
        _length = length;
        if (_scores.Length < length * Count)
        {
            _scores = new float[length * Count];
            _alpha = new float[length * Count];
            _emission = new float[length * Count];
            _gradient = new float[length * Count];
        }

        return _scores.AsSpan(0, length * Count);
    }

    public ReadOnlySpan<float> Gradient(int i) => _gradient.AsSpan(i * Count, Count);

    public ReadOnlySpan<float> TransitionGradient(int row) => _bound.AsSpan(row * Count, Count);

    /// <summary>Computes gradients; returns the negative log likelihood.</summary>
    public double Run(ReadOnlySpan<float> transitions, ReadOnlySpan<ushort> allowed)
    {
        TensorPrimitives.Exp(transitions, _expTransitions);
        Array.Clear(_free);
        Array.Clear(_bound);
        _gradient.AsSpan(0, _length * Count).Clear();
        double all = Pass(default, _free, -1);
        double gold = Pass(allowed, _bound, 1);
        TensorPrimitives.Subtract(_bound, _free, _bound);
        return all - gold;
    }

    private double Pass(ReadOnlySpan<ushort> allowed, Span<float> counts, float sign)
    {
        double log = 0;
        Span<float> state = stackalloc float[Count];
        for (int i = 0; i < _length; i++)
        {
            Span<float> emission = _emission.AsSpan(i * Count, Count);
            ReadOnlySpan<float> scores = _scores.AsSpan(i * Count, Count);
            float max = TensorPrimitives.Max(scores);
            TensorPrimitives.Subtract(scores, max, emission);
            TensorPrimitives.Exp(emission, emission);
            if (!allowed.IsEmpty)
            {
                for (int label = 0; label < Count; label++)
                {
                    if ((allowed[i] & (1 << label)) == 0)
                    {
                        emission[label] = 0;
                    }
                }
            }

            Span<float> alpha = _alpha.AsSpan(i * Count, Count);
            if (i == 0)
            {
                _expTransitions.AsSpan(Count * Count, Count).CopyTo(alpha);
            }
            else
            {
                ReadOnlySpan<float> before = _alpha.AsSpan((i - 1) * Count, Count);
                alpha.Clear();
                for (int previous = 0; previous < Count; previous++)
                {
                    TensorPrimitives.MultiplyAdd(_expTransitions.AsSpan(previous * Count, Count), before[previous], alpha, alpha);
                }
            }

            TensorPrimitives.Multiply(alpha, emission, alpha);
            float sum = Math.Max(TensorPrimitives.Sum<float>(alpha), 1e-30f);
            TensorPrimitives.Multiply(alpha, 1 / sum, alpha);
            log += Math.Log(sum) + max;
        }

        state.Fill(1);
        Span<float> weighted = stackalloc float[Count];
        Span<float> pair = stackalloc float[Count];
        for (int i = _length - 1; i >= 0; i--)
        {
            Span<float> alpha = _alpha.AsSpan(i * Count, Count);
            TensorPrimitives.Multiply(alpha, state, pair);
            float norm = Math.Max(TensorPrimitives.Sum<float>(pair), 1e-30f);
            TensorPrimitives.MultiplyAdd(pair, sign / norm, _gradient.AsSpan(i * Count, Count), _gradient.AsSpan(i * Count, Count));
            TensorPrimitives.Multiply(_emission.AsSpan(i * Count, Count), state, weighted);
            if (i == 0)
            {
                TensorPrimitives.MultiplyAdd(pair, 1 / norm, counts.Slice(Count * Count, Count), counts.Slice(Count * Count, Count));
                break;
            }

            ReadOnlySpan<float> before = _alpha.AsSpan((i - 1) * Count, Count);
            float total = 0;
            for (int previous = 0; previous < Count; previous++)
            {
                state[previous] = TensorPrimitives.Dot(_expTransitions.AsSpan(previous * Count, Count), weighted);
                total += state[previous] * before[previous];
            }

            total = Math.Max(total, 1e-30f);
            for (int previous = 0; previous < Count; previous++)
            {
                if (before[previous] > 1e-6f)
                {
                    TensorPrimitives.Multiply(_expTransitions.AsSpan(previous * Count, Count), weighted, pair);
                    TensorPrimitives.MultiplyAdd(pair, before[previous] / total, counts.Slice(previous * Count, Count), counts.Slice(previous * Count, Count));
                }
            }

            TensorPrimitives.Multiply(state, 1 / TensorPrimitives.Max<float>(state), state);
        }

        return log;
    }
}
