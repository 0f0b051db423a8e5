namespace Ascribe.Dossiers.Merging;

/// <summary>A sparse vector of length one over hashed terms, in ascending order of the hashes, which have <see cref="HashBits"/> bits: two terms of two texts are one by chance in one of four hundred pairs of texts.</summary>
internal sealed class TermVector
{
    public const int HashBits = 24;

    private TermVector(uint[] terms, float[] weights)
    {
        Terms = terms;
        Weights = weights;
    }

    public static TermVector Empty { get; } = new([], []);

    public uint[] Terms { get; }

    /// <summary>Positive; their squares add up to one unless the vector is empty.</summary>
    public float[] Weights { get; }

    /// <param name="weights">By hashes of 32 bits, of which the upper ones count.</param>
    /// <param name="longest">So many terms of the greatest weight are kept.</param>
    public static TermVector Of(IEnumerable<KeyValuePair<uint, float>> weights, int longest)
    {
        var kept = weights.Where(w => w.Value > 0).OrderByDescending(w => w.Value).ThenBy(w => w.Key).Take(longest).GroupBy(w => w.Key >> (32 - HashBits)).Select(g => (g.Key, Value: g.Max(w => w.Value))).OrderBy(w => w.Key).ToArray();
        if (kept.Length == 0) return Empty;
        var length = MathF.Sqrt(kept.Sum(w => w.Value * w.Value));
        return new TermVector([.. kept.Select(w => w.Key)], [.. kept.Select(w => w.Value / length)]);
    }

    /// <summary>The cosine of the angle between two vectors, in 0..1.</summary>
    public float Cosine(TermVector other)
    {
        var sum = 0f;
        for (int i = 0, j = 0; i < Terms.Length && j < other.Terms.Length;)
        {
            if (Terms[i] == other.Terms[j]) sum += Weights[i++] * other.Weights[j++];
            else if (Terms[i] < other.Terms[j]) i++;
            else j++;
        }

        return Math.Min(1, sum);
    }

    /// <param name="known">Numbers that the reader will know, in ascending order; of terms among them it is told which.</param>
    public void Write(BinaryWriter writer, uint[] known)
    {
        SortedHashes.Write(writer, Terms, HashBits, known);
        // Weights in 255 steps.
        foreach (var weight in Weights) writer.Write((byte)Math.Clamp((int)MathF.Round(weight * byte.MaxValue), 1, byte.MaxValue));
    }

    /// <exception cref="EndOfStreamException">The bytes end.</exception>
    /// <exception cref="FormatException">These are no bytes of a vector.</exception>
    public static TermVector Read(BinaryReader reader, uint[] known)
    {
        var terms = SortedHashes.Read(reader, HashBits, known);
        var weights = new float[terms.Length];
        for (var t = 0; t < weights.Length; t++) weights[t] = reader.ReadByte() is > 0 and var weight ? weight : throw new FormatException("a term without weight");
        var length = MathF.Sqrt(weights.Sum(w => w * w));
        for (var t = 0; t < weights.Length; t++) weights[t] /= length;
        return terms.Length == 0 ? Empty : new TermVector(terms, weights);
    }
}
