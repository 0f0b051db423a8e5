using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ascribe.Language.Models;

/// <summary>
/// The right factor of a matrix product with its bias, in 16-bit numbers: twice as many multiplications at a time as with floats. Each column
/// has a scale of its own, so large that no sum can leave 32 bits whatever the left factor is; sums are whole numbers, the same on any machine.
/// Kept in panels of 16 columns, two rows side by side, so that a product reads it from front to back.
/// </summary>
internal sealed class FixedMatrix
{
    private const int Lane = 8;
    private const int Panel = 2 * Lane;
    private const int BlockRows = 6;

    private readonly short[] _panels;

    /// <summary>What makes a column's sum the number that is written, and what is added to that.</summary>
    private readonly float[] _factors;
    private readonly float[] _bias;

    /// <param name="values">Row by row.</param>
    /// <param name="bias">A number for each column; none where it is empty.</param>
    /// <param name="rows">An even number.</param>
    /// <param name="leftScale">How many units of the left factor make 1.</param>
    /// <param name="scale">How many units of the product make 1.</param>
    public FixedMatrix(ReadOnlySpan<float> values, ReadOnlySpan<float> bias, int rows, int columns, float leftScale, float scale)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows % 2, 0);
        Rows = rows;
        Columns = (columns + Panel - 1) / Panel * Panel;
        _panels = new short[rows * Columns];
        _factors = new float[Columns];
        _bias = new float[Columns];
        for (var column = 0; column < columns; column++)
        {
            float sum = 0, largest = 0;
            for (var row = 0; row < rows; row++)
            {
                var size = MathF.Abs(values[row * columns + column]);
                sum += size;
                largest = MathF.Max(largest, size);
            }

            // 2^31 = 2^15 · 2^16, less what rounding may add.
            var unit = largest == 0 ? 1 : MathF.Min((ushort.MaxValue - rows) / sum, short.MaxValue / largest);
            var first = column / Panel * Panel * rows + 2 * (column % Panel);
            for (var row = 0; row < rows; row++)
                _panels[first + row / 2 * 2 * Panel + row % 2] = (short)MathF.Round(values[row * columns + column] * unit);
            _factors[column] = scale / (unit * leftScale);
            if (bias.Length > 0) _bias[column] = bias[column] * scale;
        }
    }

    public int Rows { get; }

    /// <summary>A multiple of 16: the last ones may be empty.</summary>
    public int Columns { get; }

    /// <summary>Sets <paramref name="sum"/>, n rows of <see cref="Columns"/>, to the product of <paramref name="left"/> with the bias added to each row.</summary>
    /// <param name="left">n rows of <see cref="Rows"/> numbers.</param>
    /// <param name="stride">From the start of a row to that of the next: less than <see cref="Rows"/> where windows overlap.</param>
    public void Product(ReadOnlySpan<short> left, int stride, Span<short> sum, int n)
    {
        if (n == 0) return;
        if (left.Length < (n - 1) * stride + Rows || sum.Length < n * Columns) throw new ArgumentException("The matrices do not fit.");
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var c = ref MemoryMarshal.GetReference(sum);
        for (var column = 0; column < Columns; column += Panel)
        {
            for (var row = 0; row < n; row += BlockRows)
            {
                ref var from = ref Unsafe.Add(ref a, row * stride);
                ref var to = ref Unsafe.Add(ref c, row * Columns + column);
                if (n - row == 1) Row(ref from, column, ref to);
                else Block(ref from, stride, column, ref to, n - row);
            }
        }
    }

    /// <summary>One row of one panel. Four sums, of every other pair of rows, keep the multipliers busy.</summary>
    private void Row(ref short a, int column, ref short c)
    {
        ref var panel = ref _panels[column * Rows];
        Vector256<int> x0 = default, y0 = default, x1 = default, y1 = default;
        var i = 0;
        for (; i + 2 < Rows; i += 4)
        {
            var v = Pair(ref Unsafe.Add(ref a, i));
            x0 += PairSums(v, Vector256.LoadUnsafe(ref panel));
            y0 += PairSums(v, Vector256.LoadUnsafe(ref panel, Panel));
            v = Pair(ref Unsafe.Add(ref a, i + 2));
            x1 += PairSums(v, Vector256.LoadUnsafe(ref panel, 2 * Panel));
            y1 += PairSums(v, Vector256.LoadUnsafe(ref panel, 3 * Panel));
            panel = ref Unsafe.Add(ref panel, 4 * Panel);
        }

        if (i < Rows)
        {
            var v = Pair(ref Unsafe.Add(ref a, i));
            x0 += PairSums(v, Vector256.LoadUnsafe(ref panel));
            y0 += PairSums(v, Vector256.LoadUnsafe(ref panel, Panel));
        }

        Store(x0 + x1, y0 + y1, ref _factors[column], ref _bias[column], ref c);
    }

    /// <summary>
    /// Six rows of one panel: twelve sums keep the multipliers busy, and fit the sixteen registers. Where fewer rows are left the last one is
    /// computed several times over, which gives the same numbers.
    /// </summary>
    private void Block(ref short a, int stride, int column, ref short c, int rows)
    {
        int k = Rows, last = rows - 1;
        int r1 = Math.Min(1, last), r2 = Math.Min(2, last), r3 = Math.Min(3, last), r4 = Math.Min(4, last), r5 = Math.Min(5, last);
        ref var a1 = ref Unsafe.Add(ref a, r1 * stride);
        ref var a2 = ref Unsafe.Add(ref a, r2 * stride);
        ref var a3 = ref Unsafe.Add(ref a, r3 * stride);
        ref var a4 = ref Unsafe.Add(ref a, r4 * stride);
        ref var a5 = ref Unsafe.Add(ref a, r5 * stride);
        ref var panel = ref _panels[column * k];
        Vector256<int> x0 = default, y0 = default, x1 = default, y1 = default, x2 = default, y2 = default;
        Vector256<int> x3 = default, y3 = default, x4 = default, y4 = default, x5 = default, y5 = default;
        for (var i = 0; i < k; i += 2)
        {
            var left = Vector256.LoadUnsafe(ref panel);
            var right = Vector256.LoadUnsafe(ref panel, Panel);
            var v = Pair(ref Unsafe.Add(ref a, i));
            x0 += PairSums(v, left);
            y0 += PairSums(v, right);
            v = Pair(ref Unsafe.Add(ref a1, i));
            x1 += PairSums(v, left);
            y1 += PairSums(v, right);
            v = Pair(ref Unsafe.Add(ref a2, i));
            x2 += PairSums(v, left);
            y2 += PairSums(v, right);
            v = Pair(ref Unsafe.Add(ref a3, i));
            x3 += PairSums(v, left);
            y3 += PairSums(v, right);
            v = Pair(ref Unsafe.Add(ref a4, i));
            x4 += PairSums(v, left);
            y4 += PairSums(v, right);
            v = Pair(ref Unsafe.Add(ref a5, i));
            x5 += PairSums(v, left);
            y5 += PairSums(v, right);
            panel = ref Unsafe.Add(ref panel, 2 * Panel);
        }

        ref var factors = ref _factors[column];
        ref var bias = ref _bias[column];
        Store(x0, y0, ref factors, ref bias, ref c);
        Store(x1, y1, ref factors, ref bias, ref Unsafe.Add(ref c, r1 * Columns));
        Store(x2, y2, ref factors, ref bias, ref Unsafe.Add(ref c, r2 * Columns));
        Store(x3, y3, ref factors, ref bias, ref Unsafe.Add(ref c, r3 * Columns));
        Store(x4, y4, ref factors, ref bias, ref Unsafe.Add(ref c, r4 * Columns));
        Store(x5, y5, ref factors, ref bias, ref Unsafe.Add(ref c, r5 * Columns));
    }

    /// <summary>Two numbers, eight times over.</summary>
    private static Vector256<short> Pair(ref short numbers) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref numbers))).AsInt16();

    /// <summary>The sums of the products of neighbours.</summary>
    private static Vector256<int> PairSums(Vector256<short> x, Vector256<short> y)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(x, y);
        Vector256<int> a = x.AsInt32(), b = y.AsInt32();
        return ((a << 16) >> 16) * ((b << 16) >> 16) + (a >> 16) * (b >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // A call would put the sums of a block into memory at every step.
    private static void Store(Vector256<int> x, Vector256<int> y, ref float factors, ref float bias, ref short to)
    {
        var left = Vector256.ConvertToSingle(x) * Vector256.LoadUnsafe(ref factors) + Vector256.LoadUnsafe(ref bias);
        var right = Vector256.ConvertToSingle(y) * Vector256.LoadUnsafe(ref factors, Lane) + Vector256.LoadUnsafe(ref bias, Lane);
        if (!Avx2.IsSupported)
        {
            Vector256.NarrowWithSaturation(Vector256.ConvertToInt32(Vector256.Round(left)), Vector256.ConvertToInt32(Vector256.Round(right))).StoreUnsafe(ref to);
            return;
        }

        // The same numbers in a third of the instructions: the conversion rounds, and only what is too large needs to be cut before it.
        var most = Vector256.Create((float)short.MaxValue);
        var packed = Avx2.PackSignedSaturate(Avx.ConvertToVector256Int32(Avx.Min(left, most)), Avx.ConvertToVector256Int32(Avx.Min(right, most)));
        Avx2.Permute4x64(packed.AsInt64(), 0b11_01_10_00).AsInt16().StoreUnsafe(ref to);
    }
}
