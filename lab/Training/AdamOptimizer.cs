using System.Runtime.Intrinsics;

namespace Ascribe.Lab.Training;

/// <summary>Adam (Kingma &amp; Ba 2015) over whole arrays; clears the gradients.</summary>
internal sealed class AdamOptimizer
{
    private const float First = 0.9f, Second = 0.999f, Small = 1e-7f;

    private readonly float[][] _weights;
    private readonly float[][] _gradients;
    private readonly float[][] _means;
    private readonly float[][] _squares;
    private int _steps;

    public AdamOptimizer(float[][] weights, float[][] gradients)
    {
        _weights = weights;
        _gradients = gradients;
        _means = [.. weights.Select(w => new float[w.Length])];
        _squares = [.. weights.Select(w => new float[w.Length])];
    }

    /// <param name="scale">Factor of the gradients: one by the number of examples.</param>
    public void Step(float rate, float scale)
    {
        _steps++;
        var step = rate * MathF.Sqrt(1 - MathF.Pow(Second, _steps)) / (1 - MathF.Pow(First, _steps));
        for (var a = 0; a < _weights.Length; a++)
        {
            Update(_weights[a], _gradients[a], _means[a], _squares[a], step, scale);
            _gradients[a].AsSpan().Clear();
        }
    }

    internal static void Update(Span<float> weights, ReadOnlySpan<float> gradient, Span<float> means, Span<float> squares, float step, float scale)
    {
        for (var i = 0; i < weights.Length; i += 8)
        {
            var g = Vector256.Create(gradient[i..]) * scale;
            var m = Vector256.Create<float>(means[i..]) * First + g * (1 - First);
            var v = Vector256.Create<float>(squares[i..]) * Second + g * g * (1 - Second);
            m.CopyTo(means[i..]);
            v.CopyTo(squares[i..]);
            (Vector256.Create<float>(weights[i..]) - m * step / (Vector256.Sqrt(v) + Vector256.Create(Small))).CopyTo(weights[i..]);
        }
    }
}
