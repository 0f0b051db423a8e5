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
}
