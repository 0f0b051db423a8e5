namespace Ascribe.Lab.Muc4;

/// <summary>Trains <see cref="SparseClassifier"/> by AdaGrad; the weights are the mean of those after each pass of the second half.</summary>
internal sealed record SparseTrainer
{
    /// <summary>Features of fewer examples are not learnt.</summary>
    public int LeastExamples { get; init; } = 3;

    /// <summary>Examples that are surer than this teach nothing more.</summary>
    private const float Sure = 0.995f;

    public int Passes { get; init; } = 6;

    public float Rate { get; init; } = 0.015f;

    /// <summary>Pull of a weight to nothing, by each example that has its feature.</summary>
    public float Decay { get; init; } = 0.02f;

    /// <summary>Share of an example's features that is left out each time it is seen.</summary>
    public float Dropout { get; init; }

    /// <summary>For documents: few examples of many features.</summary>
    public static SparseTrainer Documents { get; } = new() { Passes = 20, Rate = 0.01f, Decay = 0.001f, Dropout = 0.5f };

    public SparseClassifier Train(int classes, IEnumerable<SparseExample> from)
    {
        var (rows, examples) = SparseRows.Of(from, LeastExamples);
        var weights = new float[rows.Count * classes];
        var (squares, sums) = (new float[weights.Length], new float[weights.Length]);
        var random = new Random(1);
        var order = Enumerable.Range(0, examples.Length).ToArray();
        for (var pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var i in order) Learn(classes, examples[i].Rows, examples[i].Class, examples[i].Weight, weights, squares, random);
            if (pass < Passes / 2) continue;
            for (var w = 0; w < sums.Length; w++) sums[w] += weights[w];
        }

        // A feature that was left out half of the time is there all the time when it counts.
        var share = (1 - Dropout) / (Passes - Passes / 2);
        for (var w = 0; w < sums.Length; w++) sums[w] *= share;
        return new SparseClassifier(new SparseTable(classes, rows, sums));
    }

    private void Learn(int classes, int[] rows, int right, float weight, float[] weights, float[] squares, Random random)
    {
        var seen = Dropout > 0 ? Array.FindAll(rows, _ => random.NextSingle() >= Dropout) : rows;
        Span<float> errors = stackalloc float[classes];
        errors.Clear();
        foreach (var row in seen) SparseTable.Add(weights.AsSpan(row * classes, classes), errors);
        SparseClassifier.Softmax(errors);
        if (errors[right] > Sure) return;
        errors[right] -= 1;
        foreach (var row in seen)
        {
            for (var c = 0; c < classes; c++)
            {
                var at = row * classes + c;
                var slope = errors[c] * weight + Decay * weights[at];
                squares[at] += slope * slope;
                weights[at] -= Rate * slope / (MathF.Sqrt(squares[at]) + 1e-6f);
            }
        }
    }
}
