using System.Numerics;

namespace Ascribe.Lab.Muc4;

/// <summary>Trains <see cref="SparseNetwork"/> by AdaGrad; the weights are the mean of those after each pass of the second half.</summary>
internal sealed record SparseNetworkTrainer
{
    /// <summary>Examples that are surer than this teach nothing more.</summary>
    private const float Sure = 0.995f;

    /// <summary>Added to the root of the squared slopes, so that nothing is divided by nothing.</summary>
    private const float Tiny = 1e-6f;

    /// <summary>Networks that answer together.</summary>
    public int Networks { get; init; } = 3;

    /// <summary>Hidden units of each; a multiple of 16.</summary>
    public int Hidden { get; init; } = 32;

    /// <summary>Features of fewer examples are not learnt.</summary>
    public int LeastExamples { get; init; } = 5;

    public int Passes { get; init; } = 6;

    public float Rate { get; init; } = 0.03f;

    /// <summary>Pull of a vector to nothing, by each example that has its feature.</summary>
    public float Decay { get; init; } = 0.01f;

    /// <summary>Share of an example's features that is left out each time it is seen.</summary>
    public float Dropout { get; init; } = 0.7f;

    /// <summary>Share of the hidden units that is left out each time.</summary>
    public float HiddenDropout { get; init; } = 0.2f;

    public SparseNetwork Train(int classes, IEnumerable<SparseExample> from)
    {
        var (rows, examples) = SparseRows.Of(from, LeastExamples);
        var lessons = new Lesson[Networks];
        Parallel.For(0, Networks, n =>
        {
            lessons[n] = new Lesson(this, classes, rows.Count, seed: n + 1);
            lessons[n].Learn(examples);
        });
        var width = Networks * Hidden;
        var vectors = new float[rows.Count * width];
        var offsets = new float[width];
        for (var n = 0; n < Networks; n++)
        {
            // A feature that was left out half of the time is there all the time when it counts.
            var (own, first) = (lessons[n].Vectors.Mean(1 - Dropout), n * Hidden);
            for (var row = 0; row < rows.Count; row++) own.AsSpan(row * Hidden, Hidden).CopyTo(vectors.AsSpan(row * width + first));
            lessons[n].Offsets.Mean(1).CopyTo(offsets, first);
        }

        return new SparseNetwork(classes, new SparseTable(width, rows, vectors), offsets, Array.ConvertAll(lessons, l => l.Output.Mean(1)));
    }

    /// <summary>The training of one network.</summary>
    private sealed class Lesson
    {
        private readonly SparseNetworkTrainer _trainer;
        private readonly Random _random;
        private readonly int _hidden;
        private readonly float[] _sums;
        private readonly float[] _slopes;
        private readonly float[] _errors;

        public Lesson(SparseNetworkTrainer trainer, int classes, int rows, int seed)
        {
            (_trainer, _random, _hidden) = (trainer, new Random(seed), trainer.Hidden);
            (_sums, _slopes, _errors) = (new float[_hidden], new float[_hidden], new float[classes]);
            (Vectors, Offsets, Output) = (new Learnt(rows * _hidden), new Learnt(_hidden), new Learnt((_hidden + 1) * classes));
            foreach (ref var value in Vectors.Values.AsSpan()) value = (_random.NextSingle() - 0.5f) * 0.1f;
            foreach (ref var value in Output.Values.AsSpan(0, _hidden * classes)) value = (_random.NextSingle() - 0.5f) * 2 / MathF.Sqrt(_hidden);
            Offsets.Values.AsSpan().Fill(0.1f);
        }

        public Learnt Vectors { get; }

        public Learnt Offsets { get; }

        public Learnt Output { get; }

        public void Learn((int[] Rows, int Class, float Weight)[] examples)
        {
            var order = Enumerable.Range(0, examples.Length).ToArray();
            for (var pass = 0; pass < _trainer.Passes; pass++)
            {
                _random.Shuffle(order);
                foreach (var i in order) Learn(examples[i].Rows, examples[i].Class, examples[i].Weight);
                if (pass < _trainer.Passes / 2) continue;
                foreach (var learnt in new[] { Vectors, Offsets, Output }) learnt.Remember();
            }
        }

        private void Learn(int[] rows, int right, float weight)
        {
            var seen = Array.FindAll(rows, _ => _random.NextSingle() >= _trainer.Dropout);
            Offsets.Values.CopyTo(_sums, 0);
            foreach (var row in seen) SparseTable.Add(Vectors.Values.AsSpan(row * _hidden, _hidden), _sums);
            foreach (ref var sum in _sums.AsSpan()) sum = sum <= 0 || _random.NextSingle() < _trainer.HiddenDropout ? 0 : sum / (1 - _trainer.HiddenDropout);
            SparseNetwork.Answer(_sums, Output.Values, _errors);
            if (_errors[right] > Sure) return;
            _errors[right] -= 1;
            var classes = _errors.Length;
            for (var c = 0; c < classes; c++)
            {
                _errors[c] *= weight;
                Output.Step(_hidden * classes + c, _errors[c], _trainer.Rate);
            }

            for (var k = 0; k < _hidden; k++)
            {
                _slopes[k] = 0;
                if (_sums[k] <= 0) continue;
                for (var c = 0; c < classes; c++)
                {
                    _slopes[k] += _errors[c] * Output.Values[k * classes + c];
                    Output.Step(k * classes + c, _errors[c] * _sums[k], _trainer.Rate);
                }

                _slopes[k] /= 1 - _trainer.HiddenDropout;
                Offsets.Step(k, _slopes[k], _trainer.Rate);
            }

            foreach (var row in seen) Vectors.Step(row * _hidden, _slopes, _sums, _trainer.Rate, _trainer.Decay);
        }
    }

    /// <summary>Numbers that are learnt, with the sums of their squared slopes.</summary>
    private sealed class Learnt(int count)
    {
        private readonly float[] _squares = new float[count];
        private readonly float[] _sums = new float[count];
        private int _remembered;

        public float[] Values { get; } = new float[count];

        public void Step(int at, float slope, float rate)
        {
            _squares[at] += slope * slope;
            Values[at] -= rate * slope / (MathF.Sqrt(_squares[at]) + Tiny);
        }

        /// <summary>A step of as many numbers as there are slopes; those of idle units rest.</summary>
        public void Step(int first, float[] slopes, float[] activity, float rate, float decay)
        {
            for (var k = 0; k < slopes.Length; k += Vector<float>.Count)
            {
                var value = new Vector<float>(Values, first + k);
                var slope = Vector.ConditionalSelect(Vector.GreaterThan(new Vector<float>(activity, k), Vector<float>.Zero), new Vector<float>(slopes, k) + decay * value, Vector<float>.Zero);
                var square = new Vector<float>(_squares, first + k) + slope * slope;
                square.CopyTo(_squares, first + k);
                (value - rate * slope / (Vector.SquareRoot(square) + new Vector<float>(Tiny))).CopyTo(Values, first + k);
            }
        }

        public void Remember()
        {
            SparseTable.Add(Values, _sums);
            _remembered++;
        }

        public float[] Mean(float scale) => Array.ConvertAll(_sums, sum => sum * scale / _remembered);
    }
}
