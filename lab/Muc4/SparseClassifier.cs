using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Ascribe.Lab.Muc4;

/// <summary>Multinomial logistic regression over hashed features; a feature that was not learnt counts nothing.</summary>
internal sealed class SparseClassifier
{
    /// <summary>A weight's byte goes from minus this to this.</summary>
    private const float Steps = 127;

    /// <summary>Rows of smaller weights, in shares of the largest, are not written.</summary>
    private const float Least = 0.004f;

    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _weights;

    /// <param name="rows">Row of each feature's weights.</param>
    /// <param name="weights">One weight a class in each row; log odds.</param>
    public SparseClassifier(int classes, Dictionary<uint, int> rows, float[] weights)
    {
        Classes = classes;
        (_rows, _weights) = (rows, weights);
    }

    public int Classes { get; }

    /// <summary>The probability of each class.</summary>
    public float[] Predict(ReadOnlySpan<uint> features)
    {
        var probabilities = new float[Classes];
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row)) Add(_weights.AsSpan(row * Classes, Classes), probabilities);
        }

        Softmax(probabilities);
        return probabilities;
    }

    public static void Add(ReadOnlySpan<float> row, Span<float> sum)
    {
        for (var c = 0; c < sum.Length; c++) sum[c] += row[c];
    }

    public static void Softmax(Span<float> odds)
    {
        var largest = float.NegativeInfinity;
        foreach (var value in odds) largest = Math.Max(largest, value);
        var total = 0f;
        foreach (ref var value in odds)
        {
            value = MathF.Exp(value - largest);
            total += value;
        }

        foreach (ref var value in odds) value /= total;
    }

    /// <summary>
    /// Number of classes (a byte), largest weight and number of rows, the features in ascending order, then their weights, a byte each: the
    /// square root of their share in the largest, for most weights are small.
    /// </summary>
    public void Write(Stream stream)
    {
        var largest = Math.Max(1e-6f, _weights.Length == 0 ? 0 : _weights.Max(MathF.Abs));
        var kept = _rows.Where(r => _weights.AsSpan(r.Value * Classes, Classes).ToArray().Any(w => MathF.Abs(w) > largest * Least)).OrderBy(r => r.Key).ToArray();
        stream.WriteByte((byte)Classes);
        WriteWord(stream, BitConverter.SingleToUInt32Bits(largest));
        WriteWord(stream, (uint)kept.Length);
        foreach (var (feature, _) in kept) WriteWord(stream, feature);
        foreach (var (_, row) in kept)
        {
            foreach (var weight in _weights.AsSpan(row * Classes, Classes)) stream.WriteByte((byte)(sbyte)(MathF.Sign(weight) * MathF.Round(Steps * MathF.Sqrt(MathF.Abs(weight) / largest))));
        }
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static SparseClassifier Read(Stream stream)
    {
        var classes = stream.ReadByte();
        var largest = BitConverter.UInt32BitsToSingle(ReadWord(stream));
        var count = ReadWord(stream);
        if (classes < 2 || !float.IsFinite(largest) || count > 1 << 24) throw new InvalidDataException($"a classifier of {classes} classes and {count} features");
        var rows = new Dictionary<uint, int>((int)count);
        for (var row = 0; row < count; row++) rows[ReadWord(stream)] = row;
        var roots = new sbyte[count * classes];
        stream.ReadExactly(MemoryMarshal.AsBytes(roots.AsSpan()));
        return new SparseClassifier(classes, rows, Array.ConvertAll(roots, root => Math.Sign(root) * largest * (root / Steps) * (root / Steps)));
    }

    private static void WriteWord(Stream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    private static uint ReadWord(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[4];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
