using Ascribe.Dossiers.Merging;

namespace Ascribe.Lab.Training;

/// <summary>
/// Gradient boosting of regression trees for the logistic loss, by second-order steps over histograms (Friedman 2001; Chen and Guestrin 2016). The same
/// examples give the same trees.
/// </summary>
internal sealed class BoostedTreesTrainer
{
    private const int Bins = 64;
    private const float LearningRate = 0.08f;
    private const float Penalty = 2;

    private readonly int _features;
    private readonly float[][] _cuts;
    private readonly byte[][] _columns;
    private readonly bool[] _labels;

    /// <summary>Where the choice of samples begins.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Share of the numbers that a tree looks at.</summary>
    public double FeatureShare { get; init; } = 0.8;

    /// <summary>The second derivatives of a leaf's examples add up to this at least.</summary>
    public float LeastWeight { get; init; } = 4;

    /// <param name="rows">One row of numbers an example.</param>
    public BoostedTreesTrainer(IReadOnlyList<float[]> rows, bool[] labels)
    {
        _features = rows[0].Length;
        _labels = labels;
        _cuts = new float[_features][];
        _columns = new byte[_features][];
        for (var f = 0; f < _features; f++)
        {
            float[] values = [.. rows.Select(r => r[f]).Order()];
            float[] distinct = [.. values.Distinct()];
            _cuts[f] = distinct.Length <= Bins ? distinct[..^1] : [.. Enumerable.Range(1, Bins - 1).Select(b => values[(int)((long)b * values.Length / Bins)]).Distinct()];
            _columns[f] = new byte[rows.Count];
            for (var r = 0; r < rows.Count; r++)
            {
                var at = Array.BinarySearch(_cuts[f], rows[r][f]);
                _columns[f][r] = (byte)(at < 0 ? ~at : at);
            }
        }
    }

    /// <param name="rows">Indexes of the examples to learn from.</param>
    /// <param name="depth">Decisions from root to leaf at most.</param>
    public BoostedTrees Train(int[] rows, int trees, int depth)
    {
        var positive = rows.Count(r => _labels[r]);
        var prior = (float)Math.Log((positive + 1.0) / (rows.Length - positive + 1));
        var scores = new float[_labels.Length];
        Array.Fill(scores, prior);
        var (gradients, weights) = (new float[_labels.Length], new float[_labels.Length]);
        var grown = new List<BoostedTrees.Node[]>(trees);
        var random = new Random(Seed);
        for (var t = 0; t < trees; t++)
        {
            foreach (var r in rows)
            {
                var p = 1 / (1 + MathF.Exp(-scores[r]));
                gradients[r] = p - (_labels[r] ? 1 : 0);
                weights[r] = Math.Max(1e-6f, p * (1 - p));
            }

            // Each tree looks at some of the features and at seven examples in ten.
            bool[] seen = [.. Enumerable.Range(0, _features).Select(_ => random.NextDouble() < FeatureShare)];
            int[] sample = [.. rows.Where(_ => random.NextDouble() < 0.7)];
            var tree = new Tree(this, gradients, weights, seen).Grow(sample, depth);
            grown.Add(tree);
            foreach (var r in rows) scores[r] += Value(tree, r);
        }

        return new BoostedTrees(_features, prior, [.. grown.Select(Thresholds)]);
    }

    /// <summary>While a tree is grown its thresholds are bins.</summary>
    private float Value(BoostedTrees.Node[] tree, int row)
    {
        var at = 0;
        while (tree[at].Feature >= 0) at = tree[at].Left + (_columns[tree[at].Feature][row] <= tree[at].Value ? 0 : 1);
        return tree[at].Value;
    }

    private BoostedTrees.Node[] Thresholds(BoostedTrees.Node[] tree) => [.. tree.Select(n => n.Feature < 0 ? n : n with { Value = _cuts[n.Feature][(int)n.Value] })];

    private sealed class Tree(BoostedTreesTrainer trainer, float[] gradients, float[] weights, bool[] seen)
    {
        private readonly List<BoostedTrees.Node> _nodes = [];

        public BoostedTrees.Node[] Grow(int[] rows, int depth)
        {
            _nodes.Add(default);
            Split(0, rows, depth);
            return [.. _nodes];
        }

        private void Split(int node, int[] rows, int depth)
        {
            double gradient = 0, weight = 0;
            foreach (var r in rows)
            {
                gradient += gradients[r];
                weight += weights[r];
            }

            if (depth > 0 && Best(rows, gradient, weight) is var (feature, bin) && feature >= 0)
            {
                var left = _nodes.Count;
                _nodes[node] = new BoostedTrees.Node((short)feature, bin, left);
                _nodes.Add(default);
                _nodes.Add(default);
                var column = trainer._columns[feature];
                Split(left, Array.FindAll(rows, r => column[r] <= bin), depth - 1);
                Split(left + 1, Array.FindAll(rows, r => column[r] > bin), depth - 1);
                return;
            }

            _nodes[node] = new BoostedTrees.Node(-1, (float)(-gradient / (weight + Penalty) * LearningRate), 0);
        }

        private (int Feature, int Bin) Best(int[] rows, double gradient, double weight)
        {
            var best = (Gain: 1e-3, Feature: -1, Bin: 0);
            var (g, h) = (new double[Bins], new double[Bins]);
            for (var f = 0; f < trainer._features; f++)
            {
                if (!seen[f]) continue;
                Array.Clear(g);
                Array.Clear(h);
                var column = trainer._columns[f];
                foreach (var r in rows)
                {
                    g[column[r]] += gradients[r];
                    h[column[r]] += weights[r];
                }

                double leftG = 0, leftH = 0;
                for (var b = 0; b < trainer._cuts[f].Length; b++)
                {
                    leftG += g[b];
                    leftH += h[b];
                    if (leftH < trainer.LeastWeight || weight - leftH < trainer.LeastWeight) continue;
                    var gain = leftG * leftG / (leftH + Penalty) + (gradient - leftG) * (gradient - leftG) / (weight - leftH + Penalty) - gradient * gradient / (weight + Penalty);
                    if (gain > best.Gain) best = (gain, f, b);
                }
            }

            return (best.Feature, best.Bin);
        }
    }
}
