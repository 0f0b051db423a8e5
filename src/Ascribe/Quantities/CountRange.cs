namespace Ascribe.Quantities;

/// <summary>
/// A count as said. "At least 14": 14 and up. "More than 25": 26 and up. "About 150": 150 to 150, approximate. "Dozens": both ends open,
/// approximate.
/// </summary>
public readonly record struct CountRange
{
    /// <exception cref="ArgumentOutOfRangeException">An end is negative, or max lies below min.</exception>
    public CountRange(long? min, long? max, bool approximate = false)
    {
        if (min is < 0) throw new ArgumentOutOfRangeException(nameof(min), min, "A count is not negative.");
        if (max is < 0 || max < min) throw new ArgumentOutOfRangeException(nameof(max), max, "A range of counts does not end below its start.");
        Min = min;
        Max = max;
        Approximate = approximate;
    }

    public long? Min { get; }

    public long? Max { get; }

    public bool Approximate { get; }

    public static CountRange Exactly(long count) => new(count, count);

    public static CountRange AtLeast(long count) => new(count, null);

    public static CountRange AtMost(long count) => new(null, count);

    public bool IsZero => Max == 0;
}
