using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace TextInsights.Entities;

/// <summary>How sure the chain is of each class it chose: forward-backward over a sentence. Buffers are reused.</summary>
internal sealed class ChainMarginals
{
    private const int Count = EntityLabels.Count;
    private static readonly float[] Ones = [.. Enumerable.Repeat(1f, Count)];
    private readonly float _scale;
    private readonly float[] _steps; // exponentiated transitions, the last row is the start
    private float[] _emissions = [];
    private float[] _forward = [];

    public ChainMarginals(ChainModel model)
    {
        _scale = model.Scale;
        _steps = [.. model.Transitions.Select(t => t == short.MinValue ? 0 : MathF.Exp(t * model.Scale))];
    }

    /// <summary>Writes the probability of <paramref name="labels"/>[i] into <paramref name="probabilities"/>[i].</summary>
    public void Run(ReadOnlySpan<short> scores, ReadOnlySpan<byte> labels, Span<float> probabilities)
    {
        if (_forward.Length < scores.Length)
        {
            _forward = new float[scores.Length];
            _emissions = new float[scores.Length];
        }

        for (int i = 0; i < labels.Length; i++)
        {
            Forward(scores, i);
        }

        Span<float> backward = stackalloc float[Count], weighted = stackalloc float[Count];
        backward.Fill(1);
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            ReadOnlySpan<float> forward = _forward.AsSpan(i * Count, Count);
            probabilities[i] = forward[labels[i]] * backward[labels[i]] / Math.Max(1e-30f, Dot(forward, backward));
            TensorPrimitives.Multiply(_emissions.AsSpan(i * Count, Count), backward, weighted);
            float largest = 1e-30f;
            for (int previous = 0; previous < Count; previous++)
            {
                backward[previous] = Dot(_steps.AsSpan(previous * Count, Count), weighted);
                largest = Math.Max(largest, backward[previous]);
            }

            TensorPrimitives.Multiply(backward, 1 / largest, backward);
        }
    }

    private void Forward(ReadOnlySpan<short> scores, int i)
    {
        Span<float> emission = _emissions.AsSpan(i * Count, Count), forward = _forward.AsSpan(i * Count, Count);
        short best = TensorPrimitives.Max(scores.Slice(i * Count, Count));
        for (int label = 0; label < Count; label++)
        {
            emission[label] = (scores[(i * Count) + label] - best) * _scale;
        }

        TensorPrimitives.Exp(emission, emission);
        if (i == 0)
        {
            _steps.AsSpan(Count * Count, Count).CopyTo(forward);
        }
        else
        {
            forward.Clear();
            for (int previous = 0; previous < Count; previous++)
            {
                TensorPrimitives.MultiplyAdd(_steps.AsSpan(previous * Count, Count), _forward[((i - 1) * Count) + previous], forward, forward);
            }
        }

        TensorPrimitives.Multiply(forward, emission, forward);
        TensorPrimitives.Multiply(forward, 1 / Math.Max(1e-30f, Dot(forward, Ones)), forward);
    }

    // Four lanes on every machine: the sum must not depend on how wide its vectors are.
    private static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Vector128<float> sum = Vector128<float>.Zero;
        for (int i = 0; i < Count; i += Vector128<float>.Count)
        {
            sum += Vector128.Create(x.Slice(i, Vector128<float>.Count)) * Vector128.Create(y.Slice(i, Vector128<float>.Count));
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }
}
