using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>Adam over the rows of a table that a batch touched.</summary>
internal sealed class AdamRows
{
    private readonly float[] _weights;
    private readonly int _size;
    private readonly float[] _means;
    private readonly float[] _squares;
    private readonly Dictionary<int, float[]> _gradients = [];
    private readonly Stack<float[]> _spare = new();
    private int _steps;

    public AdamRows(float[] weights, int size)
    {
        _weights = weights;
        _size = size;
        _means = new float[weights.Length];
        _squares = new float[weights.Length];
    }

    public void Add(int row, ReadOnlySpan<float> gradient)
    {
        if (!_gradients.TryGetValue(row, out var sum))
        {
            if (!_spare.TryPop(out sum)) sum = new float[_size];
            sum.AsSpan().Clear();
            _gradients[row] = sum;
        }

        Rows.Add(gradient, sum);
    }

    public void Step(float rate, float scale)
    {
        _steps++;
        var step = rate * MathF.Sqrt(1 - MathF.Pow(0.999f, _steps)) / (1 - MathF.Pow(0.9f, _steps));
        foreach (var (row, gradient) in _gradients)
        {
            AdamOptimizer.Update(
                _weights.AsSpan(row * _size, _size), gradient, _means.AsSpan(row * _size, _size), _squares.AsSpan(row * _size, _size), step, scale);
            _spare.Push(gradient);
        }

        _gradients.Clear();
    }
}
