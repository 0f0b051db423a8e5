using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>Sums of rows of numbers whose length is a multiple of 8; the same bits on any machine.</summary>
internal static class Rows
{
    private const int Lane = 8;

    public static void Add(ReadOnlySpan<float> x, Span<float> to)
    {
        for (var i = 0; i < x.Length; i += Lane) (Vector256.Create(x[i..]) + Vector256.Create<float>(to[i..])).CopyTo(to[i..]);
    }

    public static void AddScaled(float factor, ReadOnlySpan<float> x, Span<float> to)
    {
        var f = Vector256.Create(factor);
        for (var i = 0; i < x.Length; i += Lane) Vector256.FusedMultiplyAdd(f, Vector256.Create(x[i..]), Vector256.Create<float>(to[i..])).CopyTo(to[i..]);
    }

    /// <summary>Negative numbers become 0.</summary>
    public static void Rectify(Span<float> x)
    {
        for (var i = 0; i < x.Length; i += Lane) Vector256.Max(Vector256.Create<float>(x[i..]), Vector256<float>.Zero).CopyTo(x[i..]);
    }

    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        var even = Vector256<float>.Zero;
        var odd = Vector256<float>.Zero;
        var i = 0;
        for (; i + 2 * Lane <= x.Length; i += 2 * Lane)
        {
            even = Vector256.FusedMultiplyAdd(Vector256.Create(x[i..]), Vector256.Create(y[i..]), even);
            odd = Vector256.FusedMultiplyAdd(Vector256.Create(x[(i + Lane)..]), Vector256.Create(y[(i + Lane)..]), odd);
        }

        if (i < x.Length) even = Vector256.FusedMultiplyAdd(Vector256.Create(x[i..]), Vector256.Create(y[i..]), even);
        even += odd;
        var half = even.GetLower() + even.GetUpper();
        return half.GetElement(0) + half.GetElement(1) + (half.GetElement(2) + half.GetElement(3));
    }

    /// <summary>What would leave 16 bits stays at their end. A multiple of 16 numbers.</summary>
    public static void Add(ReadOnlySpan<short> x, Span<short> to)
    {
        if (to.Length < x.Length) throw new ArgumentException("The rows do not fit.");
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var sums = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)x.Length; i += 2 * Lane) Vector256.AddSaturate(Vector256.LoadUnsafe(ref from, i), Vector256.LoadUnsafe(ref sums, i)).StoreUnsafe(ref sums, i);
    }

    /// <summary>Negative numbers become 0. A multiple of 16 numbers.</summary>
    public static void Rectify(Span<short> x)
    {
        for (var i = 0; i < x.Length; i += 2 * Lane) Vector256.Max(Vector256.Create<short>(x[i..]), Vector256<short>.Zero).CopyTo(x[i..]);
    }

    /// <summary>Index of the largest number; of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return best;
    }

    /// <summary>Index of the largest number; of equal ones the first. At least 16 numbers.</summary>
    public static int Best(ReadOnlySpan<short> scores)
    {
        var largest = Vector256.Create(scores);
        for (var i = 2 * Lane; i < scores.Length; i += 2 * Lane)
        {
            // The last ones are taken together with some before them.
            largest = Vector256.Max(largest, Vector256.Create(scores[Math.Min(i, scores.Length - 2 * Lane)..]));
        }

        var half = Vector128.Max(largest.GetLower(), largest.GetUpper());
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        half = Vector128.Max(half, Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        return scores.IndexOf(Math.Max(half[0], half[1]));
    }
}
