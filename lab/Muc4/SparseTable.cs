using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ascribe.Lab.Muc4;

/// <summary>A row of numbers for each hashed feature; a feature without a row counts nothing.</summary>
internal sealed class SparseTable
{
    /// <summary>Rows of smaller numbers, in shares of the largest, are not written.</summary>
    private const float Least = 0.004f;

    private readonly Dictionary<uint, int> _rows;
    private readonly float[] _numbers;

    /// <param name="rows">Row of each feature.</param>
    /// <param name="numbers">One row behind the other.</param>
    public SparseTable(int width, Dictionary<uint, int> rows, float[] numbers)
    {
        Width = width;
        (_rows, _numbers) = (rows, numbers);
    }

    public int Width { get; }

    /// <summary>Adds the rows of some features up.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<float> sum)
    {
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row)) Add(_numbers.AsSpan(row * Width, Width), sum);
        }
    }

    /// <summary>Adds a row to a sum of its length.</summary>
    public static void Add(ReadOnlySpan<float> row, Span<float> sum)
    {
        var k = 0;
        for (; k + Vector<float>.Count <= sum.Length; k += Vector<float>.Count) (new Vector<float>(row[k..]) + new Vector<float>(sum[k..])).CopyTo(sum[k..]);
        for (; k < sum.Length; k++) sum[k] += row[k];
    }

    /// <summary>
    /// Width and steps (a byte each), largest number and number of rows, the features in ascending order, then their numbers, a byte each: the
    /// square root of their share in the largest, for most numbers are small.
    /// </summary>
    /// <param name="steps">A number's byte goes from minus this to this, 1 to 127; what is coarser packs better.</param>
    public void Write(Stream stream, byte steps)
    {
        var largest = Math.Max(1e-6f, _numbers.Length == 0 ? 0 : _numbers.Max(MathF.Abs));
        var kept = _rows.Where(r => _numbers.AsSpan(r.Value * Width, Width).ContainsAnyExceptInRange(-largest * Least, largest * Least)).OrderBy(r => r.Key).ToArray();
        stream.WriteByte((byte)Width);
        stream.WriteByte(steps);
        WriteNumbers(stream, [largest]);
        WriteWord(stream, (uint)kept.Length);
        foreach (var (feature, _) in kept) WriteWord(stream, feature);
        foreach (var (_, row) in kept)
        {
            foreach (var number in _numbers.AsSpan(row * Width, Width)) stream.WriteByte((byte)(sbyte)(MathF.Sign(number) * MathF.Round(steps * MathF.Sqrt(MathF.Abs(number) / largest))));
        }
    }

    /// <exception cref="InvalidDataException">The numbers cannot be.</exception>
    /// <exception cref="EndOfStreamException">The table is cut short.</exception>
    public static SparseTable Read(Stream stream)
    {
        var (width, steps) = (stream.ReadByte(), (float)stream.ReadByte());
        var largest = ReadNumbers(stream, 1)[0];
        var count = ReadWord(stream);
        if (width < 1 || steps < 1 || !float.IsFinite(largest) || count > 1 << 22) throw new InvalidDataException($"a table of {count} rows of {width} numbers");
        var rows = new Dictionary<uint, int>((int)count);
        for (var row = 0; row < count; row++) rows[ReadWord(stream)] = row;
        var roots = new sbyte[count * width];
        stream.ReadExactly(MemoryMarshal.AsBytes(roots.AsSpan()));
        return new SparseTable(width, rows, Array.ConvertAll(roots, root => Math.Sign(root) * largest * (root / steps) * (root / steps)));
    }

    public static void WriteNumbers(Stream stream, ReadOnlySpan<float> numbers)
    {
        foreach (var number in numbers) WriteWord(stream, BitConverter.SingleToUInt32Bits(number));
    }

    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static float[] ReadNumbers(Stream stream, int count)
    {
        var numbers = new float[count];
        for (var n = 0; n < count; n++) numbers[n] = BitConverter.UInt32BitsToSingle(ReadWord(stream));
        return numbers;
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
