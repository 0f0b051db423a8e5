using System.Runtime.InteropServices;

namespace Ascribe.Language.Coreference;

/// <summary>Weights of hashed features in 8 bits, one a bucket; a score is their sum.</summary>
internal sealed class HashedWeights
{
    private readonly sbyte[] _weights;
    private readonly uint _mask;

    /// <param name="weights">A power of two of them.</param>
    public HashedWeights(sbyte[] weights)
    {
        _weights = weights;
        _mask = (uint)weights.Length - 1;
    }

    public int Score(ReadOnlySpan<uint> features)
    {
        var score = 0;
        foreach (var feature in features) score += _weights[feature & _mask];
        return score;
    }

    /// <summary>Binary logarithm of the number of weights (a byte), then the weights.</summary>
    public void Write(Stream stream)
    {
        stream.WriteByte((byte)int.Log2(_weights.Length));
        stream.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The weights are cut short.</exception>
    public static HashedWeights Read(Stream stream)
    {
        var bits = stream.ReadByte();
        if (bits is < 1 or > 24) throw new InvalidDataException($"a table of 2^{bits} weights");
        var weights = new sbyte[1 << bits];
        stream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new HashedWeights(weights);
    }
}
