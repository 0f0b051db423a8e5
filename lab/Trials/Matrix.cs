using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ascribe.Lab.Trials;

/// <summary>
/// Products of row-major matrices. Sums run in one order with fused multiply-add, so that a result has the same bits on any machine.
/// </summary>
internal static class Matrix
{
    private const int Lane = 8;

    /// <summary>Adds A·B to C; A is n×k, B is k×m, C is n×m, m a multiple of 8.</summary>
    public static void AddProduct(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int n, int k, int m)
    {
        if (a.Length < n * k || b.Length < k * m || c.Length < n * m || m % Lane != 0) throw new ArgumentException("The matrices do not fit.");
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        ref var rc = ref MemoryMarshal.GetReference(c);
        var row = 0;
        for (; row + 4 <= n; row += 4)
        {
            for (var column = 0; column < m; column += Lane)
            {
                ref var c0 = ref Unsafe.Add(ref rc, row * m + column);
                var s0 = Vector256.LoadUnsafe(ref c0);
                var s1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c0, m));
                var s2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c0, 2 * m));
                var s3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref c0, 3 * m));
                ref var a0 = ref Unsafe.Add(ref ra, row * k);
                ref var bi = ref Unsafe.Add(ref rb, column);
                for (var i = 0; i < k; i++)
                {
                    var v = Vector256.LoadUnsafe(ref Unsafe.Add(ref bi, i * m));
                    s0 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a0, i)), v, s0);
                    s1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a0, k + i)), v, s1);
                    s2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a0, 2 * k + i)), v, s2);
                    s3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a0, 3 * k + i)), v, s3);
                }

                s0.StoreUnsafe(ref c0);
                s1.StoreUnsafe(ref Unsafe.Add(ref c0, m));
                s2.StoreUnsafe(ref Unsafe.Add(ref c0, 2 * m));
                s3.StoreUnsafe(ref Unsafe.Add(ref c0, 3 * m));
            }
        }

        for (; row < n; row++)
        {
            for (var column = 0; column < m; column += Lane)
            {
                ref var c0 = ref Unsafe.Add(ref rc, row * m + column);
                var sum = Vector256.LoadUnsafe(ref c0);
                ref var a0 = ref Unsafe.Add(ref ra, row * k);
                ref var bi = ref Unsafe.Add(ref rb, column);
                for (var i = 0; i < k; i++)
                    sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a0, i)), Vector256.LoadUnsafe(ref Unsafe.Add(ref bi, i * m)), sum);
                sum.StoreUnsafe(ref c0);
            }
        }
    }

    /// <summary>Adds <paramref name="factor"/>·x to y.</summary>
    public static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> y)
    {
        var i = 0;
        var f = Vector256.Create(factor);
        for (; i + Lane <= x.Length; i += Lane) Vector256.FusedMultiplyAdd(f, Vector256.Create<float>(x[i..]), Vector256.Create<float>(y[i..])).CopyTo(y[i..]);
        for (; i < x.Length; i++) y[i] = MathF.FusedMultiplyAdd(factor, x[i], y[i]);
    }

    public static void Add(ReadOnlySpan<float> x, Span<float> y)
    {
        var i = 0;
        for (; i + Lane <= x.Length; i += Lane) (Vector256.Create<float>(x[i..]) + Vector256.Create<float>(y[i..])).CopyTo(y[i..]);
        for (; i < x.Length; i++) y[i] += x[i];
    }

    public static void Rectify(Span<float> x)
    {
        var i = 0;
        for (; i + Lane <= x.Length; i += Lane) Vector256.Max(Vector256.Create<float>(x[i..]), Vector256<float>.Zero).CopyTo(x[i..]);
        for (; i < x.Length; i++) x[i] = Math.Max(x[i], 0);
    }
}
