namespace Ascribe.Lab.Training;

/// <summary>The mean of weights over the last steps of a training (Polyak &amp; Juditsky 1992): steadier than the last weights alone.</summary>
internal sealed class WeightAverage
{
    private readonly float[][] _weights;
    private readonly float[][] _means;
    private int _count;

    public WeightAverage(float[][] weights)
    {
        _weights = weights;
        _means = [.. weights.Select(w => new float[w.Length])];
    }

    public void Add()
    {
        var share = 1f / ++_count;
        for (var a = 0; a < _weights.Length; a++)
        {
            var (weights, means) = (_weights[a], _means[a]);
            for (var i = 0; i < means.Length; i++) means[i] += (weights[i] - means[i]) * share;
        }
    }

    /// <summary>Puts the means in the place of the weights.</summary>
    public void Apply()
    {
        for (var a = 0; a < _weights.Length; a++) _means[a].CopyTo(_weights[a], 0);
    }
}
