using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>
/// The well-formed sequences of classes of names in a sentence (those among which <see cref="NameDecoder"/> chooses), weighed by the scores of their words: a
/// conditional random field without weights of transitions. Forward and backward sums; holds its buffers.
/// </summary>
internal sealed class NameLattice
{
    private const int Count = NameClasses.Count;
    private const int Kinds = NameClasses.Kinds;

    /// <summary>A place between two words lies outside names (the first number of a row) or within one of a kind.</summary>
    private const int Places = 1 + Kinds;

    /// <summary>Where a word of this class begins and ends: outside (0) or in a name of a kind.</summary>
    private static readonly (int From, int Till)[] s_places = [.. Enumerable.Range(0, Count).Select(name => (NameClasses.Part(name), 1 + NameClasses.Kind(name)) switch
    {
        (NameClasses.Begin, var inside) => (0, inside),
        (NameClasses.Inside, var inside) => (inside, inside),
        (NameClasses.Last, var inside) => (inside, 0),
        _ => (0, 0),
    })];

    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _weights = [];

    /// <summary>Gives each word the probabilities of its classes, over all sequences that are allowed.</summary>
    /// <param name="scores">n rows of which the first numbers are the scores of the classes; <paramref name="stride"/> from row to row.</param>
    /// <param name="allowed">For each word the classes that it may have, as bits; null: all.</param>
    /// <param name="p">n rows of <see cref="NameClasses.Count"/> numbers.</param>
    public void Marginals(ReadOnlySpan<float> scores, int stride, int n, ulong[]? allowed, Span<float> p)
    {
        if (_weights.Length < n * Count)
        {
            _weights = new float[2 * n * Count];
            _forward = new float[2 * (n + 1) * Places];
            _backward = new float[2 * (n + 1) * Places];
        }

        for (var i = 0; i < n; i++) Weigh(scores.Slice(i * stride, Count), allowed?[i] ?? ulong.MaxValue, _weights.AsSpan(i * Count, Count));
        Forward(n);
        Backward(n);
        for (var i = 0; i < n; i++)
        {
            var before = _forward.AsSpan(i * Places, Places);
            var after = _backward.AsSpan((i + 1) * Places, Places);
            var to = p.Slice(i * Count, Count);
            var total = 0f;
            for (var c = 0; c < Count; c++)
            {
                var (from, till) = s_places[c];
                total += to[c] = before[from] * _weights[i * Count + c] * after[till];
            }

            for (var c = 0; c < Count; c++) to[c] /= total;
        }
    }

    private static void Weigh(ReadOnlySpan<float> scores, ulong allowed, Span<float> weights)
    {
        var largest = float.MinValue;
        for (var c = 0; c < Count; c++)
        {
            if ((allowed >> c & 1) != 0) largest = MathF.Max(largest, scores[c]);
        }

        for (var c = 0; c < Count; c++) weights[c] = (allowed >> c & 1) != 0 ? MathF.Exp(scores[c] - largest) : 0;
    }

    private void Forward(int n)
    {
        _forward.AsSpan(0, Places).Clear();
        _forward[0] = 1;
        for (var i = 0; i < n; i++)
        {
            var to = _forward.AsSpan((i + 1) * Places, Places);
            to.Clear();
            for (var c = 0; c < Count; c++)
            {
                var (from, till) = s_places[c];
                to[till] += _forward[i * Places + from] * _weights[i * Count + c];
            }

            Normalise(to);
        }
    }

    private void Backward(int n)
    {
        _backward.AsSpan(n * Places, Places).Clear();
        _backward[n * Places] = 1;
        for (var i = n - 1; i >= 0; i--)
        {
            var to = _backward.AsSpan(i * Places, Places);
            to.Clear();
            for (var c = 0; c < Count; c++)
            {
                var (from, till) = s_places[c];
                to[from] += _backward[(i + 1) * Places + till] * _weights[i * Count + c];
            }

            Normalise(to);
        }
    }

    private static void Normalise(Span<float> values)
    {
        var total = 0f;
        foreach (var value in values) total += value;
        for (var i = 0; i < values.Length; i++) values[i] /= total;
    }
}
