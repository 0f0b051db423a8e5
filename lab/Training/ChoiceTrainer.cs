using Ascribe.Events;

namespace Ascribe.Lab.Training;

/// <summary>
/// Trains <see cref="ChoiceWeights{TKind}"/> decision by decision: the probability of all right options together grows (softmax, AdaGrad,
/// the mean of the weights after each pass).
/// </summary>
internal sealed class ChoiceTrainer<TKind>
    where TKind : struct, Enum
{
    private const float Rate = 0.3f;

    /// <summary>Share of a weight that is lost with each pass: rare features stay small.</summary>
    private const float Decay = 0.005f;

    private readonly ChoiceWeights<TKind> _weights = new();
    private readonly float[] _squares = new float[new ChoiceWeights<TKind>().Weights.Length];
    private readonly float[] _sums = new float[new ChoiceWeights<TKind>().Weights.Length];
    private int _passes;

    /// <summary>Learns from one decision.</summary>
    /// <param name="right">True for the options that are right; all or none of them teach nothing.</param>
    /// <returns>The right option that scores best, or the best of all where none is right.</returns>
    public int Learn(ChoiceOptions<TKind> options, ReadOnlySpan<bool> right)
    {
        Span<float> shares = stackalloc float[options.Count];
        var (best, highest) = (-1, float.NegativeInfinity);
        for (var o = 0; o < options.Count; o++)
        {
            shares[o] = _weights.Score(options[o]);
            highest = MathF.Max(highest, shares[o]);
            if (right[o] && (best < 0 || shares[o] > shares[best])) best = o;
        }

        if (best < 0) return _weights.Best(options);
        float all = 0, good = 0;
        for (var o = 0; o < options.Count; o++)
        {
            shares[o] = MathF.Exp(shares[o] - highest);
            all += shares[o];
            if (right[o]) good += shares[o];
        }

        for (var o = 0; o < options.Count; o++)
        {
            var error = shares[o] / all - (right[o] ? shares[o] / MathF.Max(good, 1e-20f) : 0);
            if (MathF.Abs(error) < 1e-4f) continue;
            foreach (var feature in options[o])
            {
                _squares[feature] += error * error;
                _weights.Weights[feature] -= Rate * error / MathF.Sqrt(1 + _squares[feature]);
            }
        }

        return best;
    }

    public void EndPass()
    {
        _passes++;
        for (var i = 0; i < _sums.Length; i++)
        {
            _weights.Weights[i] *= 1 - Decay;
            _sums[i] += _weights.Weights[i];
        }
    }

    /// <summary>The mean of the weights after each pass.</summary>
    public ChoiceWeights<TKind> Mean()
    {
        var mean = new ChoiceWeights<TKind>();
        for (var i = 0; i < _sums.Length; i++) mean.Weights[i] = _sums[i] / Math.Max(_passes, 1);
        return mean;
    }
}
