namespace Ascribe.Dossiers.Merging;

/// <summary>A sparse vector of length one over hashed terms, in ascending order of the hashes.</summary>
internal sealed class TermVector
{
    private TermVector(uint[] terms, float[] weights)
    {
        Terms = terms;
        Weights = weights;
    }

    public static TermVector Empty { get; } = new([], []);

    public uint[] Terms { get; }

    /// <summary>Positive; their squares add up to one unless the vector is empty.</summary>
    public float[] Weights { get; }

    /// <param name="longest">So many terms of the greatest weight are kept.</param>
    public static TermVector Of(IEnumerable<KeyValuePair<uint, float>> weights, int longest)
    {
        var kept = weights.Where(w => w.Value > 0).OrderByDescending(w => w.Value).ThenBy(w => w.Key).Take(longest).OrderBy(w => w.Key).ToArray();
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

    /// <summary>Terms as differences, weights in 255 steps.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Terms.Length);
        var last = 0u;
        foreach (var term in Terms)
        {
            writer.Write7BitEncodedInt64(term - last);
            last = term;
        }

        foreach (var weight in Weights) writer.Write((byte)Math.Clamp((int)MathF.Round(weight * byte.MaxValue), 1, byte.MaxValue));
    }

    public static TermVector Read(BinaryReader reader)
    {
        var terms = new uint[reader.Read7BitEncodedInt()];
        var last = 0u;
        for (var t = 0; t < terms.Length; t++) terms[t] = last += (uint)reader.Read7BitEncodedInt64();
        var weights = new float[terms.Length];
        for (var t = 0; t < weights.Length; t++) weights[t] = reader.ReadByte();
        var length = MathF.Sqrt(weights.Sum(w => w * w));
        for (var t = 0; t < weights.Length; t++) weights[t] /= length;
        return terms.Length == 0 ? Empty : new TermVector(terms, weights);
    }
}
