namespace Ascribe.Dossiers.Merging;

/// <summary>A sum of regression trees over numbers: the log odds of yes.</summary>
internal sealed class BoostedTrees
{
    /// <summary>A node: inner where <see cref="Feature"/> is not negative.</summary>
    /// <param name="Feature">Index of the number that decides, or -1 at a leaf.</param>
    /// <param name="Value">At an inner node the threshold: at most it goes left. At a leaf what it adds.</param>
    /// <param name="Left">Index of the left child; the right one follows it.</param>
    internal readonly record struct Node(short Feature, float Value, int Left);

    private readonly float _prior;
    private readonly IReadOnlyList<Node[]> _trees;

    public BoostedTrees(int features, float prior, IReadOnlyList<Node[]> trees)
    {
        Features = features;
        _prior = prior;
        _trees = trees;
    }

    /// <summary>So many numbers are looked at.</summary>
    public int Features { get; }

    public float LogOdds(ReadOnlySpan<float> features)
    {
        var sum = _prior;
        foreach (var tree in _trees)
        {
            var at = 0;
            while (tree[at].Feature >= 0) at = tree[at].Left + (features[tree[at].Feature] <= tree[at].Value ? 0 : 1);
            sum += tree[at].Value;
        }

        return sum;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Features);
        writer.Write(_prior);
        writer.Write(_trees.Count);
        foreach (var tree in _trees)
        {
            writer.Write((byte)tree.Length);
            foreach (var node in tree) writer.Write((sbyte)node.Feature);
            foreach (var node in tree) writer.Write((byte)node.Left);
            foreach (var node in tree) writer.Write(node.Value);
        }
    }

    /// <exception cref="InvalidDataException">The trees cannot be.</exception>
    public static BoostedTrees Read(BinaryReader reader)
    {
        var (features, prior, count) = (reader.ReadInt32(), reader.ReadSingle(), reader.ReadInt32());
        if (features is < 1 or > 127 || count is < 0 or > 10_000) throw new InvalidDataException($"{count} trees over {features} numbers");
        var trees = new Node[count][];
        for (var t = 0; t < count; t++)
        {
            var size = reader.ReadByte();
            var decides = new short[size];
            var left = new byte[size];
            for (var n = 0; n < size; n++) decides[n] = reader.ReadSByte();
            for (var n = 0; n < size; n++) left[n] = reader.ReadByte();
            trees[t] = new Node[size];
            for (var n = 0; n < size; n++)
            {
                // Children lie behind their parent, so that every way ends.
                if (decides[n] >= features || decides[n] >= 0 && (left[n] <= n || left[n] + 1 >= size)) throw new InvalidDataException("a tree that does not end");
                trees[t][n] = new Node(decides[n], reader.ReadSingle(), left[n]);
            }

            if (size == 0) throw new InvalidDataException("an empty tree");
        }

        return new BoostedTrees(features, prior, trees);
    }
}
