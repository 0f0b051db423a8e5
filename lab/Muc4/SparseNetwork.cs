namespace Ascribe.Lab.Muc4;

/// <summary>
/// Networks of one hidden layer over hashed features: the vectors of an example's features are added up, what is below nothing is cut off, and
/// a matrix turns the rest into log odds. They learn what features mean together, where <see cref="SparseClassifier"/> adds them up alone.
/// Several that began from other numbers answer together, by the mean of what they say.
/// </summary>
internal sealed class SparseNetwork
{
    /// <summary>Coarse, for the vectors are most of the file and many are added up: against 127 steps one network moves by + 0.3 / − 0.2 / − 0.9 (docs/benchmarks.md), no more than by another beginning.</summary>
    private const byte Steps = 15;

    private readonly SparseTable _vectors;
    private readonly float[] _offsets;
    private readonly float[][] _outputs;
    private readonly int _classes;

    /// <param name="vectors">Of each feature the vectors of all networks, one behind the other.</param>
    /// <param name="offsets">Added to the sum of the vectors.</param>
    /// <param name="outputs">Of each network by hidden unit one weight a class, then the offsets of the classes; log odds.</param>
    public SparseNetwork(int classes, SparseTable vectors, float[] offsets, float[][] outputs)
    {
        if (offsets.Length != vectors.Width || outputs.Length == 0 || outputs.Any(o => o.Length != (vectors.Width / outputs.Length + 1) * classes)) throw new InvalidDataException($"a network of {vectors.Width} units and {outputs.Length} outputs");
        (_classes, _vectors, _offsets, _outputs) = (classes, vectors, offsets, outputs);
    }

    /// <summary>The probability of each class.</summary>
    public float[] Predict(ReadOnlySpan<uint> features)
    {
        Span<float> sums = stackalloc float[_offsets.Length];
        _offsets.CopyTo(sums);
        _vectors.Add(features, sums);
        var probabilities = new float[_classes];
        Span<float> odds = stackalloc float[_classes];
        var hidden = sums.Length / _outputs.Length;
        for (var n = 0; n < _outputs.Length; n++)
        {
            Answer(sums.Slice(n * hidden, hidden), _outputs[n], odds);
            for (var c = 0; c < _classes; c++) probabilities[c] += odds[c] / _outputs.Length;
        }

        return probabilities;
    }

    /// <summary>The probability of each class.</summary>
    /// <param name="hidden">What the hidden units have; below nothing counts nothing.</param>
    /// <param name="output">By hidden unit one weight a class, then the offsets of the classes.</param>
    public static void Answer(ReadOnlySpan<float> hidden, ReadOnlySpan<float> output, Span<float> odds)
    {
        output[(hidden.Length * odds.Length)..].CopyTo(odds);
        for (var k = 0; k < hidden.Length; k++)
        {
            if (hidden[k] <= 0) continue;
            for (var c = 0; c < odds.Length; c++) odds[c] += hidden[k] * output[k * odds.Length + c];
        }

        SparseClassifier.Softmax(odds);
    }

    /// <summary>Numbers of classes and networks (a byte each), the vectors, the offsets, the outputs.</summary>
    public void Write(Stream stream)
    {
        stream.WriteByte((byte)_classes);
        stream.WriteByte((byte)_outputs.Length);
        _vectors.Write(stream, Steps);
        SparseTable.WriteNumbers(stream, _offsets);
        foreach (var output in _outputs) SparseTable.WriteNumbers(stream, output);
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static SparseNetwork Read(Stream stream)
    {
        var (classes, networks) = (stream.ReadByte(), stream.ReadByte());
        var vectors = SparseTable.Read(stream);
        if (classes < 2 || networks < 1 || vectors.Width % networks != 0) throw new InvalidDataException($"a network of {classes} classes");
        var offsets = SparseTable.ReadNumbers(stream, vectors.Width);
        var outputs = new float[networks][];
        for (var n = 0; n < networks; n++) outputs[n] = SparseTable.ReadNumbers(stream, (vectors.Width / networks + 1) * classes);
        return new SparseNetwork(classes, vectors, offsets, outputs);
    }
}
