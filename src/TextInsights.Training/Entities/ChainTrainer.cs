using System.Numerics.Tensors;
using TextInsights.Entities;

namespace TextInsights.Training;

/// <summary>Settings of the chain trainer.</summary>
/// <param name="Epochs">Passes over the data.</param>
/// <param name="LearningRate">First step size; AdaGrad shrinks it per weight.</param>
/// <param name="L2">Weight of the L2 penalty per pass.</param>
internal sealed record ChainTrainerOptions(int Epochs = 6, float LearningRate = 0.05f, float L2 = 1e-5f);

/// <summary>
/// Trains a linear-chain conditional random field by stochastic gradients: the classes of a sentence are learned together,
/// transitions included. Tokens whose class the annotation leaves open count as any allowed class, so that corpora with
/// different guidelines teach one model.
/// </summary>
internal sealed class ChainTrainer
{
    private const int Count = EntityLabels.Count;
    private readonly ChainTrainerOptions _options;
    private readonly float[] _gradients;
    private readonly float[] _transitionSquares = new float[(Count + 1) * Count];
    private readonly float[] _squares;
    private readonly float[] _weights;
    private readonly ChainLattice _lattice = new();

    public ChainTrainer(int rows, ChainTrainerOptions options)
    {
        _options = options;
        _weights = new float[rows * Count];
        _squares = new float[rows * Count];
        _gradients = new float[Count];
    }

    /// <summary>One weight per feature row and class.</summary>
    public float[] Weights => _weights;

    /// <summary>One weight per class and following class; the last row is the sentence's start.</summary>
    public float[] Transitions { get; } = NewTransitions();

    public void Train(IReadOnlyList<ChainExample> examples, Action<int, double>? afterEpoch)
    {
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new Random(TrainingRun.Seed);
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            foreach (int i in order)
            {
                loss += Learn(examples[i]);
            }

            afterEpoch?.Invoke(epoch, loss);
        }
    }

    private double Learn(ChainExample example)
    {
        Span<float> scores = _lattice.Reserve(example.Length);
        for (int i = 0; i < example.Length; i++)
        {
            Span<float> here = scores.Slice(i * Count, Count);
            here.Clear();
            for (int f = example.Offsets[i]; f < example.Offsets[i + 1]; f++)
            {
                TensorPrimitives.Add(here, _weights.AsSpan(example.Features[f] * Count, Count), here);
            }
        }

        double loss = _lattice.Run(Transitions, example.Allowed);
        for (int i = 0; i < example.Length; i++)
        {
            ReadOnlySpan<float> gradient = _lattice.Gradient(i);
            if (TensorPrimitives.MaxMagnitude(gradient) is < 1e-4f and > -1e-4f)
            {
                continue;
            }

            for (int f = example.Offsets[i]; f < example.Offsets[i + 1]; f++)
            {
                Step(_weights.AsSpan(example.Features[f] * Count, Count), _squares.AsSpan(example.Features[f] * Count, Count), gradient);
            }
        }

        for (int row = 0; row <= Count; row++)
        {
            Step(Transitions.AsSpan(row * Count, Count), _transitionSquares.AsSpan(row * Count, Count), _lattice.TransitionGradient(row));
        }

        return loss;
    }

    // AdaGrad with weight decay on what the sentence touches.
    private void Step(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient)
    {
        Span<float> step = _gradients;
        TensorPrimitives.MultiplyAdd(gradient, gradient, squares, squares);
        TensorPrimitives.Add(squares, 1e-2f, step);
        TensorPrimitives.Sqrt(step, step);
        TensorPrimitives.Divide(gradient, step, step);
        TensorPrimitives.Multiply(weights, 1 - _options.L2, weights);
        TensorPrimitives.MultiplyAdd(step, _options.LearningRate, weights, weights);
    }

    private static float[] NewTransitions()
    {
        float[] transitions = new float[(Count + 1) * Count];
        for (int previous = 0; previous <= Count; previous++)
        {
            for (int next = 0; next < Count; next++)
            {
                if (!EntityLabels.MayFollow(previous == Count ? EntityLabels.Outside : previous, next))
                {
                    transitions[(previous * Count) + next] = float.NegativeInfinity;
                }
            }
        }

        return transitions;
    }
}
