using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// A multi-class linear model over hashed features with 8-bit weights: one row of weights a feature bucket, one weight a class. Scores
/// are sums of rows in 16 bits, which holds 258 features at most (258 × 127 &lt; 32,768).
/// </summary>
internal sealed class LinearModel
{
    /// <summary>Rows are padded to whole vectors, except for models of at most four classes.</summary>
    private const int Lane = 32;

    private const int LongestUnseen = 1 << 24;

    private readonly sbyte[] _weights;
    private readonly uint _mask;

    /// <param name="classes">Number of classes.</param>
    /// <param name="bits">Binary logarithm of the number of feature buckets.</param>
    /// <param name="weights">Rows of <see cref="Stride"/> weights.</param>
    public LinearModel(int classes, int bits, sbyte[] weights)
    {
        Classes = classes;
        Bits = bits;
        Stride = StrideOf(classes);
        if (weights.Length != Stride << bits) throw new InvalidDataException($"A table of {Stride << bits} weights is expected, not {weights.Length}.");
        _weights = weights;
        _mask = (1u << bits) - 1;
    }

    public int Classes { get; }

    public int Bits { get; }

    public int Stride { get; }

    public ReadOnlySpan<sbyte> Weights => _weights;

    public static int StrideOf(int classes) => classes <= 4 ? 4 : (classes + Lane - 1) / Lane * Lane;

    /// <summary>Sums the rows of the features into <paramref name="scores"/> (at least <see cref="Stride"/> long).</summary>
    public void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        if (Stride == 4)
        {
            int a = 0, b = 0, c = 0, d = 0;
            foreach (var feature in features)
            {
                ref var row = ref _weights[(int)(feature & _mask) * 4];
                a += row;
                b += Unsafe.Add(ref row, 1);
                c += Unsafe.Add(ref row, 2);
                d += Unsafe.Add(ref row, 3);
            }

            scores[0] = (short)a;
            scores[1] = (short)b;
            scores[2] = (short)c;
            scores[3] = (short)d;
            return;
        }

        for (var lane = 0; lane < Stride; lane += Lane)
        {
            var low = Vector256<short>.Zero;
            var high = Vector256<short>.Zero;
            foreach (var feature in features)
            {
                var row = Vector256.LoadUnsafe(ref _weights[(int)(feature & _mask) * Stride + lane]);
                var (first, second) = Vector256.Widen(row);
                low += first;
                high += second;
            }

            low.CopyTo(scores.Slice(lane, 16));
            high.CopyTo(scores.Slice(lane + 16, 16));
        }
    }

    /// <summary>Number of classes and binary logarithm of the buckets (a byte each), then the weights.</summary>
    public void Write(Stream stream)
    {
        stream.WriteByte((byte)Classes);
        stream.WriteByte((byte)Bits);
        stream.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static LinearModel Read(Stream stream)
    {
        var (classes, bits) = (stream.ReadByte(), stream.ReadByte());
        if (classes < 2 || bits is < 1 or > 24) throw new InvalidDataException($"a linear model of {classes} classes and 2^{bits} buckets");
        var length = StrideOf(classes) << bits;
        // What a head promises is not taken from memory before it is there.
        var weights = new sbyte[Math.Min(length, LongestUnseen)];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        while (weights.Length < length)
        {
            var read = weights.Length;
            Array.Resize(ref weights, (int)Math.Min(length, 2L * read));
            stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan(read)));
        }

        return new LinearModel(classes, bits, weights);
    }
}
