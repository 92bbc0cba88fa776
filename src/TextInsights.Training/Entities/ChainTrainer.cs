using System.Numerics.Tensors;
using TextInsights.Entities;

namespace TextInsights.Training;

/// <summary>Settings of the chain trainer.</summary>
/// <param name="Epochs">Passes over the data.</param>
/// <param name="LearningRate">First step size; AdaGrad shrinks it per weight.</param>
/// <param name="L2">Weight of the L2 penalty per pass.</param>
/// <param name="FirstSquare">What AdaGrad takes for the squares of earlier gradients: more makes the first steps shorter.</param>
/// <param name="Seed">Decides in which order the sentences are read.</param>
internal sealed record ChainTrainerOptions(int Epochs = 4, float LearningRate = 0.05f, float L2 = 1e-5f, float FirstSquare = 1e-2f, int Seed = TrainingRun.Seed)
{
    /// <summary>For a chain that has learned before: short steps, so that few documents do not undo what many taught.</summary>
    public static ChainTrainerOptions Adapting(int epochs) => new(epochs, LearningRate: 0.02f, FirstSquare: 1);
}

/// <summary>
/// Trains a linear-chain conditional random field by stochastic gradients: the classes of a sentence are learned together,
/// transitions included. Tokens whose class the annotation leaves open count as any allowed class, so that corpora with
/// different guidelines teach one model.
/// </summary>
internal sealed class ChainTrainer
{
    /// <summary>Start value of transitions that must not be; far below anything learned.</summary>
    public const float Forbidden = -1e6f;

    private const int Count = EntityLabels.Count;
    private readonly ChainTrainerOptions _options;
    private readonly float[] _gradients;
    private readonly float[] _transitionSquares = new float[(Count + 1) * Count];
    private readonly float[] _squares;
    private readonly float[] _weights;
    private readonly float[] _drift; // sum of changes, each times the step at which it came: gives the mean of all steps
    private readonly float[] _transitionDrift = new float[(Count + 1) * Count];
    private readonly ChainLattice _lattice = new();
    private double _step;

    public ChainTrainer(int rows, ChainTrainerOptions options)
    {
        _options = options;
        _weights = new float[rows * Count];
        _squares = new float[rows * Count];
        _drift = new float[rows * Count];
        _gradients = new float[Count];
    }

    /// <summary>One weight per feature row and class: the mean over all steps, which is steadier than the last.</summary>
    public float[] MeanWeights() => Mean(_weights, _drift);

    /// <summary>The mean of <see cref="Transitions"/> over all steps.</summary>
    public float[] MeanTransitions() => Mean(Transitions, _transitionDrift);

    /// <summary>One weight per class and following class; the last row is the sentence's start.</summary>
    public float[] Transitions { get; } = NewTransitions();

    /// <summary>Takes the weights of a trained chain as the first ones.</summary>
    public void StartFrom(ChainModel model, int[] rowOf)
    {
        for (int slot = 0; slot < rowOf.Length; slot++)
        {
            for (int label = 0; label < Count && rowOf[slot] > 0; label++)
            {
                _weights[(rowOf[slot] * Count) + label] = model[slot][label] * model.Scale;
            }
        }

        for (int i = 0; i < Transitions.Length; i++)
        {
            Transitions[i] = model.Transitions[i] == short.MinValue ? Forbidden : model.Transitions[i] * model.Scale;
        }
    }

    public void Train(IReadOnlyList<ChainExample> examples, Action<int, double>? afterEpoch)
    {
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var random = new Random(_options.Seed);
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
        _step++;
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
                int row = example.Features[f] * Count;
                Step(_weights.AsSpan(row, Count), _squares.AsSpan(row, Count), _drift.AsSpan(row, Count), gradient);
            }
        }

        for (int row = 0; row <= Count; row++)
        {
            Step(Transitions.AsSpan(row * Count, Count), _transitionSquares.AsSpan(row * Count, Count), _transitionDrift.AsSpan(row * Count, Count), _lattice.TransitionGradient(row));
        }

        return loss;
    }

    // AdaGrad with weight decay on what the sentence touches.
    private void Step(Span<float> weights, Span<float> squares, Span<float> drift, ReadOnlySpan<float> gradient)
    {
        Span<float> step = _gradients;
        TensorPrimitives.MultiplyAdd(gradient, gradient, squares, squares);
        TensorPrimitives.Add(squares, _options.FirstSquare, step);
        TensorPrimitives.Sqrt(step, step);
        TensorPrimitives.Divide(gradient, step, step);
        TensorPrimitives.Multiply(step, _options.LearningRate, step);
        TensorPrimitives.MultiplyAdd(weights, -_options.L2, step, step);
        TensorPrimitives.Add(weights, step, weights);
        TensorPrimitives.MultiplyAdd(step, (float)_step, drift, drift);
    }

    private float[] Mean(float[] last, float[] drift)
    {
        float[] mean = new float[last.Length];
        TensorPrimitives.MultiplyAdd(drift, (float)(-1 / (_step + 1)), last, mean);
        return mean;
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
                    transitions[(previous * Count) + next] = Forbidden;
                }
            }
        }

        return transitions;
    }
}
