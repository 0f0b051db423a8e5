using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>
/// Averaged perceptron over hashed features (Collins 2002): float weights while it learns, 8-bit weights of the average at the end.
/// </summary>
internal sealed class AveragedPerceptron
{
    private readonly int _stride;
    private readonly int _bits;
    private readonly uint _mask;
    private readonly float[] _weights;
    private readonly float[] _totals;
    private int _steps = 1;

    public AveragedPerceptron(int classes, int bits)
    {
        Classes = classes;
        _stride = LinearModel.StrideOf(classes);
        _bits = bits;
        _mask = (1u << bits) - 1;
        _weights = new float[_stride << bits];
        _totals = new float[_stride << bits];
    }

    public int Classes { get; }

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores = scores[.._stride];
        scores.Clear();
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & _mask) * _stride, _stride);
            System.Numerics.Vector<float> sum;
            var c = 0;
            for (; c + System.Numerics.Vector<float>.Count <= _stride; c += System.Numerics.Vector<float>.Count)
            {
                sum = new System.Numerics.Vector<float>(scores[c..]) + new System.Numerics.Vector<float>(row[c..]);
                sum.CopyTo(scores[c..]);
            }

            for (; c < _stride; c++) scores[c] += row[c];
        }
    }

    /// <summary>Call once a decision, whether it was right or not.</summary>
    public void Tick() => _steps++;

    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            var row = (int)(feature & _mask) * _stride;
            _weights[row + right] += 1;
            _totals[row + right] += _steps;
            _weights[row + wrong] -= 1;
            _totals[row + wrong] -= _steps;
        }
    }

    /// <summary>The averaged weights in 8 bits. The scale lets the largest 0.02 % of the weights saturate.</summary>
    public LinearModel Quantise()
    {
        var average = new float[_weights.Length];
        var sizes = new List<float>();
        for (var i = 0; i < average.Length; i++)
        {
            average[i] = _weights[i] - _totals[i] / _steps;
            if (average[i] != 0) sizes.Add(Math.Abs(average[i]));
        }

        sizes.Sort();
        var largest = sizes.Count == 0 ? 1 : sizes[(int)((sizes.Count - 1) * 0.9998)];
        var scale = 127 / largest;
        var quantised = new sbyte[average.Length];
        for (var i = 0; i < average.Length; i++) quantised[i] = (sbyte)Math.Clamp((int)MathF.Round(average[i] * scale), -127, 127);
        return new LinearModel(Classes, _bits, quantised);
    }
}
