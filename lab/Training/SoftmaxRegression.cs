using System.Numerics;
using Ascribe.Language.Languages;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Multinomial logistic regression over hashed features, by stochastic gradient descent with a falling rate.</summary>
internal sealed class SoftmaxRegression(int classes, int bits)
{
    /// <summary>Examples that are surer than this teach nothing more.</summary>
    private const float Sure = 0.995f;

    private readonly int _stride = LinearModel.StrideOf(classes);
    private readonly uint _mask = (1u << bits) - 1;
    private readonly float[] _weights = new float[LinearModel.StrideOf(classes) << bits];

    /// <param name="examples">Features and the right class.</param>
    public void Learn(IReadOnlyList<(uint[] Features, int Class)> examples, int epochs, float rate)
    {
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var (step, steps) = (0, epochs * examples.Count);
        Span<float> odds = stackalloc float[_stride];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var now = rate * (1 - (float)step++ / steps);
                var (features, right) = examples[i];
                if (features.Length == 0) continue;
                var scale = LanguageChoice.Scale(features.Length);
                odds.Clear();
                foreach (var feature in features) Add(Row(feature), odds);
                Softmax(odds[..classes], scale);
                if (odds[right] > Sure) continue;
                odds[right] -= 1;
                for (var c = 0; c < classes; c++) odds[c] *= -now * scale;
                odds[classes..].Clear();
                foreach (var feature in features) Add(odds, Row(feature));
            }
        }
    }

    /// <summary>The weights in 8 bits, in steps of <paramref name="unit"/>; those of less than half a step become nothing, and pack away.</summary>
    public LinearModel Quantise(float unit)
    {
        var quantised = new sbyte[_weights.Length];
        for (var i = 0; i < quantised.Length; i++) quantised[i] = (sbyte)Math.Clamp((int)MathF.Round(_weights[i] / unit), -127, 127);
        return new LinearModel(classes, bits, quantised);
    }

    private Span<float> Row(uint feature) => _weights.AsSpan((int)(feature & _mask) * _stride, _stride);

    private static void Add(ReadOnlySpan<float> more, Span<float> sum)
    {
        var c = 0;
        for (; c + Vector<float>.Count <= sum.Length; c += Vector<float>.Count)
            (new Vector<float>(sum[c..]) + new Vector<float>(more[c..])).CopyTo(sum[c..]);
        for (; c < sum.Length; c++) sum[c] += more[c];
    }

    private static void Softmax(Span<float> odds, float scale)
    {
        var largest = float.NegativeInfinity;
        foreach (var value in odds) largest = Math.Max(largest, value);
        var total = 0f;
        foreach (ref var value in odds)
        {
            value = MathF.Exp((value - largest) * scale);
            total += value;
        }

        foreach (ref var value in odds) value /= total;
    }
}
