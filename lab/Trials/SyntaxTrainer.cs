using System.Diagnostics;
using System.Runtime.Intrinsics;
using Ascribe.Lab.Training;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Trials;

/// <summary>Trains <see cref="SyntaxNetwork"/>: tags and parse together, by Adam, the parser with a dynamic oracle on its own mistakes.</summary>
internal sealed class SyntaxTrainer
{
    private const int Batch = 8;
    private const float FirstRate = 0.002f;
    private const float WordDrop = 0.1f;
    private const float InputDrop = 0.1f;
    private const float ContextDrop = 0.25f;
    private const float StateDrop = 0.15f;

    private readonly SyntaxNetwork _network;
    private readonly SentenceEncoder _encoder;
    private readonly Random _random;
    private readonly AdamOptimizer _dense;
    private readonly AdamRows _words;
    private readonly AdamRows _endings;
    private readonly SyntaxNetwork _gradient;
    private readonly WordFeatures _features = new();
    private readonly ParserState _state = new();
    private float[] _contextGradient = [];
    private float[] _placesGradient = [];
    private float[] _inputGradient = [];
    private float[] _tagScores = [];
    private bool[] _contextMask = [];

    private SyntaxTrainer(SyntaxNetwork network, int seed)
    {
        _network = network;
        _encoder = new SentenceEncoder(network);
        _gradient = new SyntaxNetwork([]);
        _random = new Random(seed);
        _dense = new AdamOptimizer([.. network.Dense], [.. _gradient.Dense]);
        _words = new AdamRows(network.Words, SyntaxNetwork.WordSize);
        _endings = new AdamRows(network.Endings, SyntaxNetwork.EndingSize);
    }

    public static SyntaxNetwork Train(IReadOnlyList<TreebankSentence> sentences, WordVectors vectors, int epochs, Action<SyntaxNetwork> afterEpoch, int seed = 1)
    {
        var network = new SyntaxNetwork(new Dictionary<uint, int>(vectors.Rows));
        var trainer = new SyntaxTrainer(network, seed);
        trainer.Initialise(vectors);
        trainer.Learn(sentences, epochs, afterEpoch);
        return network;
    }

    private void Initialise(WordVectors vectors)
    {
        // Vectors of unit variance, so that words weigh as much as their endings.
        var scale = 0.3f / MathF.Sqrt(vectors.Vectors.Sum(v => v * v) / vectors.Vectors.Length);
        for (var i = 0; i < vectors.Vectors.Length; i++) _network.Words[i] = vectors.Vectors[i] * scale;
        Fill(_network.Endings, 0.1f);
        Fill(_network.Shapes, 0.3f);
        Fill(_network.Near, MathF.Sqrt(2f / (SyntaxNetwork.Window * SyntaxNetwork.InputSize)));
        Fill(_network.Far, MathF.Sqrt(1f / (3 * SyntaxNetwork.ContextSize)));
        Fill(_network.Places, MathF.Sqrt(1f / (3 * SyntaxNetwork.ContextSize)));
        Fill(_network.Tags, 0.05f);
        Fill(_network.Labels, 0.1f);
        Fill(_network.Distances, 0.1f);
        Fill(_network.Actions, 0.05f);
        Fill(_network.ArcLabels[0], 0.05f);
        Fill(_network.ArcLabels[1], 0.05f);
    }

    private void Fill(float[] weights, float deviation)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            // Sum of uniforms: near enough to a normal distribution.
            weights[i] = (_random.NextSingle() + _random.NextSingle() + _random.NextSingle() - 1.5f) * 2 * deviation;
        }
    }

    private void Learn(IReadOnlyList<TreebankSentence> sentences, int epochs, Action<SyntaxNetwork> afterEpoch)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var steps = epochs * ((sentences.Count + Batch - 1) / Batch);
        var step = 0;
        var clock = Stopwatch.StartNew();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            _random.Shuffle(order);
            for (var at = 0; at < order.Length; at += Batch)
            {
                for (var i = at; i < Math.Min(at + Batch, order.Length); i++) Sentence(sentences[order[i]], epoch);
                var rate = FirstRate * MathF.Max(0.02f, 1 - (float)step++ / steps);
                _dense.Step(rate, 1f / Batch);
                _words.Step(rate * 0.5f, 1f / Batch);
                _endings.Step(rate, 1f / Batch);
            }

            Console.Error.Write($"epoch {epoch + 1}, {clock.Elapsed.TotalSeconds:F0} s: ");
            afterEpoch(_network);
        }
    }

    private void Sentence(TreebankSentence sentence, int epoch)
    {
        const int context = SyntaxNetwork.ContextSize, places = SyntaxNetwork.Positions * SyntaxNetwork.StateSize;
        var n = sentence.Document.Count;
        _features.Load(sentence.Document, new TokenRange(0, n), TaggerTrainer.CaseOf(_random));
        _encoder.Rows(_features);
        for (var i = 0; i < n; i++)
        {
            if (_random.NextSingle() < WordDrop) _encoder.WordRows[i] = _network.Rows.Count;
        }

        _encoder.Embed();
        Grow(ref _contextGradient, n * context);
        Grow(ref _placesGradient, n * places);
        Grow(ref _inputGradient, (n + 2 * SyntaxNetwork.Reach) * SyntaxNetwork.InputSize);
        Grow(ref _tagScores, n * SyntaxNetwork.TagStride);
        if (_contextMask.Length < n * context) _contextMask = new bool[2 * n * context];
        Drop(_encoder.Inputs.AsSpan(SyntaxNetwork.Reach * SyntaxNetwork.InputSize, n * SyntaxNetwork.InputSize), InputDrop, null);
        _encoder.Convolve();
        Drop(_encoder.Context.AsSpan(0, n * context), ContextDrop, _contextMask);
        _encoder.Place();
        Tags(sentence, n);
        Parse(sentence, epoch);
        Backward(n);
    }

    private static void Grow(ref float[] buffer, int size)
    {
        if (buffer.Length < size) buffer = new float[2 * size];
        buffer.AsSpan(0, size).Clear();
    }

    private void Drop(Span<float> values, float share, bool[]? mask)
    {
        var scale = 1 / (1 - share);
        for (var i = 0; i < values.Length; i++)
        {
            var keep = _random.NextSingle() >= share;
            if (mask is not null) mask[i] = keep;
            values[i] = keep ? values[i] * scale : 0;
        }
    }

    private void Tags(TreebankSentence sentence, int n)
    {
        const int context = SyntaxNetwork.ContextSize;
        var stride = SyntaxNetwork.TagStride;
        _encoder.ScoreTags(_tagScores);
        for (var i = 0; i < n; i++)
        {
            var scores = _tagScores.AsSpan(i * stride, stride);
            Softmax(scores[..PartsOfSpeech.Count]);
            scores[(int)sentence.Tags[i]] -= 1;
            scores[PartsOfSpeech.Count..].Clear();
            Matrix.Add(scores, _gradient.TagBias);
            Outer(_encoder.Context.AsSpan(i * context, context), scores, _gradient.Tags);
            Back(_network.Tags, scores, _contextGradient.AsSpan(i * context, context));
        }
    }

    private void Parse(TreebankSentence sentence, int epoch)
    {
        const int size = SyntaxNetwork.StateSize;
        var gold = new GoldTree(sentence.Heads);
        Span<int> words = stackalloc int[SyntaxNetwork.Positions], labels = stackalloc int[SyntaxNetwork.LabelSlots], distances = stackalloc int[5];
        Span<float> hidden = stackalloc float[size], gradient = stackalloc float[size], actions = stackalloc float[SyntaxNetwork.ActionStride];
        Span<float> names = stackalloc float[SyntaxNetwork.LabelStride];
        Span<bool> dropped = stackalloc bool[size];
        Span<float> p = stackalloc float[DependencyParser.Actions];
        var costs = new int[DependencyParser.Actions];
        _state.Start(sentence.Document.Count);
        while (!_state.IsDone)
        {
            gold.Costs(_state, costs);
            SentenceEncoder.Look(_state, words, labels, distances);
            _encoder.State(words, labels, distances, hidden);
            gradient.Clear();
            for (var i = 0; i < size; i++)
            {
                dropped[i] = hidden[i] <= 0 || _random.NextSingle() < StateDrop;
                hidden[i] = dropped[i] ? 0 : hidden[i] / (1 - StateDrop);
            }

            _network.ActionBias.CopyTo(actions);
            Forward(_network.Actions, hidden, actions);
            int guess = -1, right = -1, legal = 0;
            for (var a = 0; a < DependencyParser.Actions; a++)
            {
                if (costs[a] == int.MaxValue) continue;
                legal++;
                if (guess < 0 || actions[a] > actions[guess]) guess = a;
                if (right < 0 || costs[a] < costs[right] || costs[a] == costs[right] && actions[a] > actions[right]) right = a;
            }

            var least = costs[right];
            if (legal > 1)
            {
                // The probability of all best actions together is what grows.
                float total = 0, good = 0;
                for (var a = 0; a < DependencyParser.Actions; a++)
                {
                    p[a] = costs[a] == int.MaxValue ? 0 : MathF.Exp(actions[a] - actions[guess]);
                    total += p[a];
                    if (costs[a] == least) good += p[a];
                }

                actions.Clear();
                for (var a = 0; a < DependencyParser.Actions; a++) actions[a] = p[a] / total - (costs[a] == least ? p[a] / good : 0);
                Matrix.Add(actions, _gradient.ActionBias);
                Outer(hidden, actions, _gradient.Actions);
                Back(_network.Actions, actions, gradient);
            }

            var taken = epoch > 0 && _random.NextDouble() < 0.9 ? guess : right;
            var label = Dependency.Root;
            if (taken != DependencyParser.Shift)
            {
                var dependent = _state.Stack(0);
                var head = taken == DependencyParser.Left ? _state.Buffer : _state.Stack(1);
                if (head < _state.Count)
                {
                    var side = taken == DependencyParser.Left ? 0 : 1;
                    _network.ArcLabelBias[side].CopyTo(names);
                    Forward(_network.ArcLabels[side], hidden, names);
                    label = (Dependency)TaggerTrainer.Best(names[..Dependencies.Count]);
                    if (sentence.Heads[dependent] == head)
                    {
                        Softmax(names[..Dependencies.Count]);
                        names[(int)sentence.Labels[dependent]] -= 1;
                        names[Dependencies.Count..].Clear();
                        Matrix.Add(names, _gradient.ArcLabelBias[side]);
                        Outer(hidden, names, _gradient.ArcLabels[side]);
                        Back(_network.ArcLabels[side], names, gradient);
                    }
                }
            }

            for (var i = 0; i < size; i++) gradient[i] = dropped[i] ? 0 : gradient[i] / (1 - StateDrop);
            Matrix.Add(gradient, _gradient.StateBias);
            for (var w = 0; w < SyntaxNetwork.Positions; w++)
            {
                var at = words[w] >= 0 && words[w] < _encoder.Count
                    ? _placesGradient.AsSpan((words[w] * SyntaxNetwork.Positions + w) * size, size)
                    : _gradient.NoWord.AsSpan(((words[w] < 0 ? 0 : 1) * SyntaxNetwork.Positions + w) * size, size);
                Matrix.Add(gradient, at);
            }

            for (var l = 0; l < SyntaxNetwork.LabelSlots; l++) Matrix.Add(gradient, _gradient.Labels.AsSpan((l * 64 + labels[l]) * size, size));
            foreach (var d in distances) Matrix.Add(gradient, _gradient.Distances.AsSpan(d * size, size));
            if (taken == DependencyParser.Shift) _state.Shift();
            else if (taken == DependencyParser.Left) _state.LeftArc(label);
            else _state.RightArc(label);
        }
    }

    private void Backward(int n)
    {
        const int context = SyntaxNetwork.ContextSize, places = SyntaxNetwork.Positions * SyntaxNetwork.StateSize, input = SyntaxNetwork.InputSize;
        // Places = Context · W
        Transposed(_encoder.Context, n, context, out var contextT);
        Matrix.AddProduct(contextT, _placesGradient, _gradient.Places, context, n, places);
        Transposed(_network.Places, context, places, out var placesT);
        Matrix.AddProduct(_placesGradient, placesT, _contextGradient, n, places, context);
        var scale = 1 / (1 - ContextDrop);
        for (var i = 0; i < n * context; i++) _contextGradient[i] = _contextMask[i] ? _contextGradient[i] * scale : 0;

        // Context = Near + rectified Far
        var far = new float[n * context];
        var near = new float[(n + 2) * context];
        for (var i = 0; i < n * context; i++) far[i] = _encoder.Far[i] > 0 ? _contextGradient[i] : 0;
        for (var i = 0; i < n; i++) Matrix.Add(far.AsSpan(i * context, context), _gradient.FarBias);
        _contextGradient.AsSpan(0, n * context).CopyTo(near.AsSpan(context));
        WindowsBack(_encoder.NearPadded, context, 3, _network.Far, far, n, _gradient.Far, near);
        var nearGradient = near.AsSpan(context, n * context);
        for (var i = 0; i < n * context; i++)
        {
            if (_encoder.Near[i] <= 0) nearGradient[i] = 0;
        }

        for (var i = 0; i < n; i++) Matrix.Add(nearGradient.Slice(i * context, context), _gradient.NearBias);
        WindowsBack(_encoder.Inputs, input, SyntaxNetwork.Window, _network.Near, nearGradient.ToArray(), n, _gradient.Near, _inputGradient);
        for (var i = 0; i < n; i++)
        {
            var row = _inputGradient.AsSpan((i + SyntaxNetwork.Reach) * input, input);
            var value = _encoder.Inputs.AsSpan((i + SyntaxNetwork.Reach) * input, input);
            for (var d = 0; d < input; d++) row[d] = value[d] == 0 ? 0 : row[d] / (1 - InputDrop);
            _words.Add(_encoder.WordRows[i], row[..SyntaxNetwork.WordSize]);
            for (var e = 0; e < 3; e++) _endings.Add(_encoder.EndingRows[3 * i + e], row.Slice(SyntaxNetwork.WordSize, SyntaxNetwork.EndingSize));
            Matrix.Add(row[(SyntaxNetwork.WordSize + SyntaxNetwork.EndingSize)..], _gradient.Shapes.AsSpan(_encoder.ShapeRows[i] * SyntaxNetwork.ShapeSize, SyntaxNetwork.ShapeSize));
        }
    }

    private static void WindowsBack(float[] input, int size, int window, float[] weights, float[] output, int n, float[] weightGradient, float[] inputGradient)
    {
        const int context = SyntaxNetwork.ContextSize;
        for (var offset = 0; offset < window; offset++)
        {
            Transposed(input.AsSpan(offset * size, n * size), n, size, out var inputT);
            Matrix.AddProduct(inputT, output, weightGradient.AsSpan(offset * size * context, size * context), size, n, context);
            Transposed(weights.AsSpan(offset * size * context, size * context), size, context, out var weightsT);
            Matrix.AddProduct(output, weightsT, inputGradient.AsSpan(offset * size, n * size), n, context, size);
        }
    }

    private static void Transposed(ReadOnlySpan<float> matrix, int rows, int columns, out float[] transposed)
    {
        transposed = new float[rows * columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++) transposed[c * rows + r] = matrix[r * columns + c];
        }
    }

    private static void Forward(float[] weights, ReadOnlySpan<float> input, Span<float> output)
    {
        for (var i = 0; i < input.Length; i++)
        {
            if (input[i] != 0) Matrix.AddScaled(input[i], weights.AsSpan(i * output.Length, output.Length), output);
        }
    }

    private static void Outer(ReadOnlySpan<float> input, ReadOnlySpan<float> output, float[] gradient)
    {
        for (var i = 0; i < input.Length; i++)
        {
            if (input[i] != 0) Matrix.AddScaled(input[i], output, gradient.AsSpan(i * output.Length, output.Length));
        }
    }

    private static void Back(float[] weights, ReadOnlySpan<float> output, Span<float> input)
    {
        for (var i = 0; i < input.Length; i++)
        {
            var row = weights.AsSpan(i * output.Length, output.Length);
            var sum = Vector256<float>.Zero;
            for (var o = 0; o < output.Length; o += 8) sum = Vector256.FusedMultiplyAdd(Vector256.Create<float>(row[o..]), Vector256.Create(output[o..]), sum);
            input[i] += Vector256.Sum(sum);
        }
    }

    private static void Softmax(Span<float> scores)
    {
        var largest = float.MinValue;
        foreach (var s in scores) largest = MathF.Max(largest, s);
        float total = 0;
        for (var i = 0; i < scores.Length; i++) total += scores[i] = MathF.Exp(scores[i] - largest);
        for (var i = 0; i < scores.Length; i++) scores[i] /= total;
    }
}
