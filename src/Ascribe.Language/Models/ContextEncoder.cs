using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// Runs the words of one sentence through <see cref="Convolutions"/>. Holds its buffers: one thread at a time. What a word adds to the first
/// convolution depends on that word alone, so it is kept in slots for the words that come again.
/// </summary>
internal sealed class ContextEncoder
{
    private const int Part = 32;

    private readonly PackedConvolutions _network;
    private readonly int _size;
    private readonly int _nearSize;
    private readonly float[] _noBias;
    private readonly float[] _kept;
    private float[] _fresh = [];
    private float[] _near = [];
    private float[] _context = [];

    public ContextEncoder(PackedConvolutions network, int slots)
    {
        _network = network;
        _size = network.Weights.Size;
        _nearSize = Convolutions.Window * _size;
        _noBias = new float[_nearSize];
        _kept = new float[slots * _nearSize];
    }

    /// <summary>The words in context, row by row.</summary>
    public ReadOnlySpan<float> Context => _context;

    /// <param name="inputs">The inputs of the words that are not kept, <paramref name="fresh"/> rows.</param>
    /// <param name="sources">For each word its row of the inputs; -1 where its slot keeps it.</param>
    /// <param name="slots">For each word the slot that keeps it from now on.</param>
    public void Encode(ReadOnlySpan<float> inputs, int fresh, ReadOnlySpan<int> sources, ReadOnlySpan<int> slots)
    {
        var count = sources.Length;
        Grow(count);
        _network.Near.Product(inputs, SentenceNetwork.InputSize, _noBias, _fresh, fresh);
        // One empty row before the first word and after the last.
        _near.AsSpan(0, _size).Clear();
        _near.AsSpan((count + 1) * _size, _size).Clear();
        for (var i = 0; i < count; i++) SumNear(i, sources, slots, _near.AsSpan((i + 1) * _size, _size));
        // A window of three rows is one row of the product.
        _network.Far.Product(_near, _size, _network.Weights.FarBias, _context, count);
        var context = _context.AsSpan(0, count * _size);
        Rows.Rectify(context);
        Rows.Add(_near.AsSpan(_size, count * _size), context);
        for (var i = 0; i < count; i++)
        {
            if (sources[i] >= 0) _fresh.AsSpan(sources[i] * _nearSize, _nearSize).CopyTo(_kept.AsSpan(slots[i] * _nearSize));
        }
    }

    private void SumNear(int word, ReadOnlySpan<int> sources, ReadOnlySpan<int> slots, Span<float> to)
    {
        for (var from = 0; from < _size; from += Part)
        {
            ref var bias = ref _network.Weights.NearBias[from];
            Vector256<float> s0 = Vector256.LoadUnsafe(ref bias), s1 = Vector256.LoadUnsafe(ref bias, 8), s2 = Vector256.LoadUnsafe(ref bias, 16), s3 = Vector256.LoadUnsafe(ref bias, 24);
            for (var offset = 0; offset < Convolutions.Window; offset++)
            {
                var other = word + offset - Convolutions.Reach;
                if (other < 0 || other >= sources.Length) continue;
                var at = offset * _size + from;
                ref var row = ref sources[other] < 0 ? ref _kept[slots[other] * _nearSize + at] : ref _fresh[sources[other] * _nearSize + at];
                s0 += Vector256.LoadUnsafe(ref row);
                s1 += Vector256.LoadUnsafe(ref row, 8);
                s2 += Vector256.LoadUnsafe(ref row, 16);
                s3 += Vector256.LoadUnsafe(ref row, 24);
            }

            Vector256.Max(s0, Vector256<float>.Zero).CopyTo(to[from..]);
            Vector256.Max(s1, Vector256<float>.Zero).CopyTo(to[(from + 8)..]);
            Vector256.Max(s2, Vector256<float>.Zero).CopyTo(to[(from + 16)..]);
            Vector256.Max(s3, Vector256<float>.Zero).CopyTo(to[(from + 24)..]);
        }
    }

    private void Grow(int count)
    {
        if (_context.Length >= count * _size) return;
        var size = Math.Max(count, 2 * _context.Length / _size);
        _fresh = new float[size * _nearSize];
        _near = new float[(size + 2) * _size];
        _context = new float[size * _size];
    }
}
