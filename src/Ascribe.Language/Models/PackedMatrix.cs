using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// The right factor of a matrix product, kept in panels of 16 columns so that a product reads it from front to back. Every element of a
/// product is one sum in the order of the rows, by fused multiply-add: its bits are the same on any machine.
/// </summary>
internal sealed class PackedMatrix
{
    private const int Lane = 8;
    private const int Panel = 2 * Lane;

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
            for (var row = 0; row < n; row += 4)
            {
                Block(
                    ref Unsafe.Add(ref a, row * stride), stride, ref panel, ref Unsafe.Add(ref b, row * startStride + column), startStride,
                    ref Unsafe.Add(ref c, row * Columns + column), n - row);
            }

            panel = ref Unsafe.Add(ref panel, Rows * Panel);
        }
    }

    /// <summary>Four rows of one panel. Where fewer are left the last one is computed several times over, which gives the same numbers.</summary>
    private void Block(ref float a, int stride, ref float panel, ref float start, int startStride, ref float c, int rows)
    {
        int k = Rows, second = Math.Min(1, rows - 1), third = Math.Min(2, rows - 1), fourth = Math.Min(3, rows - 1);
        ref var b1 = ref Unsafe.Add(ref start, second * startStride);
        ref var b2 = ref Unsafe.Add(ref start, third * startStride);
        ref var b3 = ref Unsafe.Add(ref start, fourth * startStride);
        Vector256<float> l0 = Vector256.LoadUnsafe(ref start), r0 = Vector256.LoadUnsafe(ref start, Lane);
        Vector256<float> l1 = Vector256.LoadUnsafe(ref b1), r1 = Vector256.LoadUnsafe(ref b1, Lane);
        Vector256<float> l2 = Vector256.LoadUnsafe(ref b2), r2 = Vector256.LoadUnsafe(ref b2, Lane);
        Vector256<float> l3 = Vector256.LoadUnsafe(ref b3), r3 = Vector256.LoadUnsafe(ref b3, Lane);
        ref var a1 = ref Unsafe.Add(ref a, second * stride);
        ref var a2 = ref Unsafe.Add(ref a, third * stride);
        ref var a3 = ref Unsafe.Add(ref a, fourth * stride);
        for (var i = 0; i < k; i++)
        {
            var left = Vector256.LoadUnsafe(ref panel);
            var right = Vector256.LoadUnsafe(ref panel, Lane);
            var x = Vector256.Create(Unsafe.Add(ref a, i));
            l0 = Vector256.FusedMultiplyAdd(x, left, l0);
            r0 = Vector256.FusedMultiplyAdd(x, right, r0);
            x = Vector256.Create(Unsafe.Add(ref a1, i));
            l1 = Vector256.FusedMultiplyAdd(x, left, l1);
            r1 = Vector256.FusedMultiplyAdd(x, right, r1);
            x = Vector256.Create(Unsafe.Add(ref a2, i));
            l2 = Vector256.FusedMultiplyAdd(x, left, l2);
            r2 = Vector256.FusedMultiplyAdd(x, right, r2);
            x = Vector256.Create(Unsafe.Add(ref a3, i));
            l3 = Vector256.FusedMultiplyAdd(x, left, l3);
            r3 = Vector256.FusedMultiplyAdd(x, right, r3);
            panel = ref Unsafe.Add(ref panel, Panel);
        }

        ref var c1 = ref Unsafe.Add(ref c, second * Columns);
        ref var c2 = ref Unsafe.Add(ref c, third * Columns);
        ref var c3 = ref Unsafe.Add(ref c, fourth * Columns);
        l0.StoreUnsafe(ref c);
        r0.StoreUnsafe(ref c, Lane);
        l1.StoreUnsafe(ref c1);
        r1.StoreUnsafe(ref c1, Lane);
        l2.StoreUnsafe(ref c2);
        r2.StoreUnsafe(ref c2, Lane);
        l3.StoreUnsafe(ref c3);
        r3.StoreUnsafe(ref c3, Lane);
    }
}
