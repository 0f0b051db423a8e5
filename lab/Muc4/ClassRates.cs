namespace Ascribe.Lab.Muc4;

/// <summary>How often what has a name was of each class in the documents that were learnt from.</summary>
/// <param name="classes">Number of classes.</param>
/// <param name="doubt">So many of unknown class are added to those of a name: what was seen once tells little.</param>
/// <param name="prior">Share of a class among the unknown.</param>
internal sealed class ClassRates(int classes, float doubt, float prior)
{
    private readonly Dictionary<uint, ushort[]> _counts = [];

    public void Add(uint name, int @class)
    {
        if (!_counts.TryGetValue(name, out var counts)) _counts[name] = counts = new ushort[classes];
        if (counts[@class] < ushort.MaxValue) counts[@class]++;
    }

    /// <summary>Forgets the names that were of no other class.</summary>
    public void Forget(int @class)
    {
        foreach (var (name, counts) in _counts)
        {
            if (Sum(counts) == counts[@class]) _counts.Remove(name);
        }
    }

    /// <summary>Share of those with the name that were of a class.</summary>
    public float Of(uint name, int @class) => _counts.TryGetValue(name, out var counts) ? (counts[@class] + prior * doubt) / (Sum(counts) + doubt) : prior;

    /// <summary>How many had the name.</summary>
    public float Count(uint name) => _counts.TryGetValue(name, out var counts) ? Sum(counts) : 0;

    private static float Sum(ushort[] counts)
    {
        var sum = 0f;
        foreach (var count in counts) sum += count;
        return sum;
    }

    /// <summary>The number of names, and each with its counts, in ascending order.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_counts.Count);
        foreach (var (name, counts) in _counts.OrderBy(c => c.Key))
        {
            writer.Write(name);
            foreach (var count in counts) writer.Write(count);
        }
    }

    /// <summary>Adds the names that <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">The counts are cut short.</exception>
    public ClassRates Read(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var counts = _counts[reader.ReadUInt32()] = new ushort[classes];
            for (var c = 0; c < classes; c++) counts[c] = reader.ReadUInt16();
        }

        return this;
    }
}
