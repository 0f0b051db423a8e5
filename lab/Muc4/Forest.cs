using Ascribe.Dossiers.Merging;
using Ascribe.Lab.Training;

namespace Ascribe.Lab.Muc4;

/// <summary>Sums of trees that grew from different samples of the same examples; they answer together, by the mean of their log odds.</summary>
internal sealed class Forest(IReadOnlyList<BoostedTrees> sums)
{
    private const int Sums = 4;

    /// <param name="rows">One row of numbers an example.</param>
    /// <param name="labels">Whether the answer is yes.</param>
    /// <param name="trees">Trees of a sum.</param>
    /// <param name="depth">Decisions from root to leaf at most.</param>
    /// <param name="share">Share of the numbers that a tree looks at.</param>
    public static Forest Train(IReadOnlyList<float[]> rows, bool[] labels, int trees = 120, int depth = 4, double share = 0.3)
    {
        int[] all = [.. Enumerable.Range(0, rows.Count)];
        return new Forest([.. Enumerable.Range(0, Sums).Select(seed => new BoostedTreesTrainer(rows, labels) { Seed = seed, FeatureShare = share, LeastWeight = 6 }.Train(all, trees, depth))]);
    }

    /// <summary>The probability of yes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer numbers than the forest learnt from.</exception>
    public float Predict(ReadOnlySpan<float> numbers)
    {
        if (numbers.Length != sums[0].Features) throw new ArgumentException($"{numbers.Length} numbers for a forest over {sums[0].Features}", nameof(numbers));
        var odds = 0f;
        foreach (var sum in sums) odds += sum.LogOdds(numbers) / sums.Count;
        return 1 / (1 + MathF.Exp(-odds));
    }

    /// <summary>How many sums (a byte), and each.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)sums.Count);
        foreach (var sum in sums) sum.Write(writer);
    }

    /// <exception cref="InvalidDataException">The trees cannot be.</exception>
    public static Forest Read(BinaryReader reader)
    {
        var sums = new BoostedTrees[reader.ReadByte()];
        for (var s = 0; s < sums.Length; s++) sums[s] = BoostedTrees.Read(reader);
        if (sums.Length == 0 || sums.Any(s => s.Features != sums[0].Features)) throw new InvalidDataException($"{sums.Length} sums of trees over different numbers");
        return new Forest(sums);
    }
}
