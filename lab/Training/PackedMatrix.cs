using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ascribe.Lab.Training;

/// <summary>
/// The right factor of a matrix product, kept in panels of 16 columns so that a product reads it from front to back. Every element of a
/// product is one sum in the order of the rows, by fused multiply-add: its bits are the same on any machine.
/// </summary>
internal sealed class PackedMatrix
{
    private const int Lane = 8;
    private const int Panel = 2 * Lane;
    private const int BlockRows = 6;

    private readonly float[] _panels;

    /// <param name="columns">A multiple of 16.</param>
    public PackedMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Panel, 0);
        Rows = rows;
        Columns = columns;
        _panels = new float[rows * columns];
    }

    /// <param name="values">Row by row.</param>
    public PackedMatrix(ReadOnlySpan<float> values, int rows, int columns)
        : this(rows, columns) => Pack(values);

    public int Rows { get; }

    public int Columns { get; }

    /// <param name="values">Row by row.</param>
    public void Pack(ReadOnlySpan<float> values)
    {
        var to = _panels.AsSpan();
        for (var column = 0; column < Columns; column += Panel)
        {
            for (var row = 0; row < Rows; row++, to = to[Panel..]) values.Slice(row * Columns + column, Panel).CopyTo(to);
        }
    }

    /// <param name="values">Column by column.</param>
    public void PackTransposed(ReadOnlySpan<float> values)
    {
        var at = 0;
        for (var column = 0; column < Columns; column += Panel)
        {
            for (var row = 0; row < Rows; row++)
            {
                for (var c = 0; c < Panel; c++) _panels[at++] = values[(column + c) * Rows + row];
            }
        }
    }

    /// <summary>Adds the product of <paramref name="left"/>, n rows of <see cref="Rows"/> numbers, to <paramref name="sum"/>, n rows of <see cref="Columns"/>.</summary>
    public void AddProduct(ReadOnlySpan<float> left, Span<float> sum, int n) => Product(left, Rows, sum, Columns, sum, n);

    /// <summary>Sets <paramref name="sum"/>, n rows of <see cref="Columns"/>, to the product of <paramref name="left"/> and a bias added to each row.</summary>
    /// <param name="left">n rows of <see cref="Rows"/> numbers.</param>
    /// <param name="stride">From the start of a row to that of the next: less than <see cref="Rows"/> where windows overlap.</param>
    public void Product(ReadOnlySpan<float> left, int stride, ReadOnlySpan<float> bias, Span<float> sum, int n) => Product(left, stride, bias, 0, sum, n);

    private void Product(ReadOnlySpan<float> left, int stride, ReadOnlySpan<float> start, int startStride, Span<float> sum, int n)
    {
        if (n == 0) return;
        if (left.Length < (n - 1) * stride + Rows || start.Length < (n - 1) * startStride + Columns || sum.Length < n * Columns)
            throw new ArgumentException("The matrices do not fit.");
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(start);
        ref var c = ref MemoryMarshal.GetReference(sum);
        ref var panel = ref MemoryMarshal.GetArrayDataReference(_panels);
        for (var column = 0; column < Columns; column += Panel)
        {
            for (var row = 0; row < n; row += BlockRows)
            {
                Block(
                    ref Unsafe.Add(ref a, row * stride), stride, ref panel, ref Unsafe.Add(ref b, row * startStride + column), startStride,
                    ref Unsafe.Add(ref c, row * Columns + column), n - row);
            }

            panel = ref Unsafe.Add(ref panel, Rows * Panel);
        }
    }

    /// <summary>
    /// Six rows of one panel: twelve sums keep both multipliers busy, and fit the sixteen registers. Where fewer rows are left the last one is
    /// computed several times over, which gives the same numbers.
    /// </summary>
    private void Block(ref float a, int stride, ref float panel, ref float start, int startStride, ref float c, int rows)
    {
        int k = Rows, last = rows - 1;
        int r1 = Math.Min(1, last), r2 = Math.Min(2, last), r3 = Math.Min(3, last), r4 = Math.Min(4, last), r5 = Math.Min(5, last);
        Vector256<float> x0 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, 0)), y0 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, 0), Lane);
        Vector256<float> x1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r1 * startStride)), y1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r1 * startStride), Lane);
        Vector256<float> x2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r2 * startStride)), y2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r2 * startStride), Lane);
        Vector256<float> x3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r3 * startStride)), y3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r3 * startStride), Lane);
        Vector256<float> x4 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r4 * startStride)), y4 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r4 * startStride), Lane);
        Vector256<float> x5 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r5 * startStride)), y5 = Vector256.LoadUnsafe(ref Unsafe.Add(ref start, r5 * startStride), Lane);
        ref var a1 = ref Unsafe.Add(ref a, r1 * stride);
        ref var a2 = ref Unsafe.Add(ref a, r2 * stride);
        ref var a3 = ref Unsafe.Add(ref a, r3 * stride);
        ref var a4 = ref Unsafe.Add(ref a, r4 * stride);
        ref var a5 = ref Unsafe.Add(ref a, r5 * stride);
        for (var i = 0; i < k; i++)
        {
            var left = Vector256.LoadUnsafe(ref panel);
            var right = Vector256.LoadUnsafe(ref panel, Lane);
            var v = Vector256.Create(Unsafe.Add(ref a, i));
            x0 = Vector256.FusedMultiplyAdd(v, left, x0);
            y0 = Vector256.FusedMultiplyAdd(v, right, y0);
            v = Vector256.Create(Unsafe.Add(ref a1, i));
            x1 = Vector256.FusedMultiplyAdd(v, left, x1);
            y1 = Vector256.FusedMultiplyAdd(v, right, y1);
            v = Vector256.Create(Unsafe.Add(ref a2, i));
            x2 = Vector256.FusedMultiplyAdd(v, left, x2);
            y2 = Vector256.FusedMultiplyAdd(v, right, y2);
            v = Vector256.Create(Unsafe.Add(ref a3, i));
            x3 = Vector256.FusedMultiplyAdd(v, left, x3);
            y3 = Vector256.FusedMultiplyAdd(v, right, y3);
            v = Vector256.Create(Unsafe.Add(ref a4, i));
            x4 = Vector256.FusedMultiplyAdd(v, left, x4);
            y4 = Vector256.FusedMultiplyAdd(v, right, y4);
            v = Vector256.Create(Unsafe.Add(ref a5, i));
            x5 = Vector256.FusedMultiplyAdd(v, left, x5);
            y5 = Vector256.FusedMultiplyAdd(v, right, y5);
            panel = ref Unsafe.Add(ref panel, Panel);
        }

        x0.StoreUnsafe(ref Unsafe.Add(ref c, 0));
        y0.StoreUnsafe(ref Unsafe.Add(ref c, 0), Lane);
        x1.StoreUnsafe(ref Unsafe.Add(ref c, r1 * Columns));
        y1.StoreUnsafe(ref Unsafe.Add(ref c, r1 * Columns), Lane);
        x2.StoreUnsafe(ref Unsafe.Add(ref c, r2 * Columns));
        y2.StoreUnsafe(ref Unsafe.Add(ref c, r2 * Columns), Lane);
        x3.StoreUnsafe(ref Unsafe.Add(ref c, r3 * Columns));
        y3.StoreUnsafe(ref Unsafe.Add(ref c, r3 * Columns), Lane);
        x4.StoreUnsafe(ref Unsafe.Add(ref c, r4 * Columns));
        y4.StoreUnsafe(ref Unsafe.Add(ref c, r4 * Columns), Lane);
        x5.StoreUnsafe(ref Unsafe.Add(ref c, r5 * Columns));
        y5.StoreUnsafe(ref Unsafe.Add(ref c, r5 * Columns), Lane);
    }
}
