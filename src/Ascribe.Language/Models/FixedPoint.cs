using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// Numbers of a network at work as 16-bit whole numbers: how many units make 1, chosen so that two to four times what news has as its largest
/// number still fits. What does not fit stays at the end of the range.
/// </summary>
internal static class FixedPoint
{
    /// <summary>Of a word's input.</summary>
    public const float Input = 4096;

    /// <summary>Of a word in context.</summary>
    public const float Context = 1024;

    /// <summary>Of the scores of tags and names.</summary>
    public const float Score = 512;

    /// <summary>Of the state of the parser.</summary>
    public const float State = 256;

    public static short[] Of(ReadOnlySpan<float> numbers, float scale)
    {
        var units = new short[numbers.Length];
        Of(numbers, scale, units);
        return units;
    }

    public static void Of(ReadOnlySpan<float> numbers, float scale, Span<short> to)
    {
        var i = 0;
        for (; i + 16 <= numbers.Length; i += 16)
            Vector256.NarrowWithSaturation(Units(numbers[i..], scale), Units(numbers[(i + 8)..], scale)).CopyTo(to[i..]);
        for (; i < numbers.Length; i++) to[i] = (short)Math.Clamp(MathF.Round(numbers[i] * scale), short.MinValue, short.MaxValue);
    }

    private static Vector256<int> Units(ReadOnlySpan<float> numbers, float scale) => Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(numbers) * scale));
}
