using System.Diagnostics;
using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Training;

/// <summary>
/// Trains <see cref="SentenceNetwork"/>: tags, names and parse together, by Adam; the parser with a dynamic oracle on its own mistakes. A part of the
/// sentences loses its case, so that headlines and wire copy in capitals are read as well. One thread and one seed: the same corpora give the same weights.
/// </summary>
internal sealed class SentenceTrainer
{
    private const int Batch = 8;
    private const float FirstRate = 0.002f;

    /// <summary>From here on, as a share of all steps, the weights are averaged, every so many steps.</summary>
    private const float AverageFrom = 0.6f;
    private const int AverageEvery = 50;
    private const float WordDrop = 0.1f;

    /// <summary>Of words that only the labelled sentences have.</summary>
    private const float RareWordDrop = 0.3f;
    private const float InputDrop = 0.1f;
    private const float ContextDrop = 0.25f;
    private const float StateDrop = 0.15f;

    private const double CaselessShare = 0.25;

    private const int Context = SentenceNetwork.ContextSize;
    private const int PlacesSize = SentenceNetwork.Positions * SentenceNetwork.StateSize;

    private readonly SentenceNetwork _network;
    private readonly SentenceNetwork _gradient = new([]);
    private readonly Random _random;
    private readonly AdamOptimizer _dense;
    private readonly AdamRows _words;
    private readonly AdamRows _endings;
    private readonly WordFeatures _features = new();
    private readonly ParserState _state = new();
    private readonly NameLattice _lattice = new();
    private readonly PackedMatrix _near = new(SentenceNetwork.InputSize, Context);
    private readonly PackedMatrix _far = new(Context, Context);
    private readonly PackedMatrix _heads = new(Context, SentenceNetwork.HeadSize);
    private readonly PackedMatrix _places = new(Context, PlacesSize);
    private WordRows[] _rows = [];

    /// <summary>Rows of words below this one come from unlabelled text.</summary>
    private int _known;

    /// <summary>The inputs with <see cref="SentenceNetwork.Reach"/> empty rows at both ends: the window of word i begins at row i.</summary>
    private float[] _inputs = [];

    /// <summary>The first convolution with one empty row at both ends, the second, their sum, and what comes of it.</summary>
    private float[] _nearValues = [];
    private float[] _farValues = [];
    private float[] _context = [];
    private float[] _headScores = [];

    /// <summary>Probabilities of the classes of names: as the network has them, and of the sequences that are right.</summary>
    private float[] _told = [];
    private float[] _right = [];
    private float[] _placeValues = [];
    private bool[] _contextMask = [];
    private float[] _contextGradient = [];
    private float[] _placesGradient = [];
    private float[] _inputGradient = [];

    private SentenceTrainer(SentenceNetwork network, int seed)
    {
        _network = network;
        _random = new Random(seed);
        _dense = new AdamOptimizer([.. network.Dense], [.. _gradient.Dense]);
        _words = new AdamRows(network.Words, SentenceNetwork.WordSize);
        _endings = new AdamRows(network.Endings, SentenceNetwork.EndingSize);
    }

    /// <param name="afterEpoch">Sees the network after each pass.</param>
    public static SentenceNetwork Train(IReadOnlyList<LabelledSentence> sentences, WordVectors vectors, int epochs, Action<SentenceNetwork>? afterEpoch = null, int seed = 1)
    {
        var network = new SentenceNetwork(RowsOf(sentences, vectors));
        var trainer = new SentenceTrainer(network, seed);
        trainer.Initialise(vectors);
        trainer._known = vectors.Rows.Count;
        trainer.Learn(sentences, epochs, afterEpoch);
        return network;
    }

    /// <summary>Goes on with a trained network.</summary>
    public static void Continue(SentenceNetwork network, IReadOnlyList<LabelledSentence> sentences, int epochs, int seed = 1)
    {
        var trainer = new SentenceTrainer(network, seed) { _known = network.Rows.Count };
        trainer.Learn(sentences, epochs, null);
    }

    /// <summary>The forms with vectors, then those that the sentences have more than once.</summary>
    private static Dictionary<uint, int> RowsOf(IReadOnlyList<LabelledSentence> sentences, WordVectors vectors)
    {
        var rows = new Dictionary<uint, int>(vectors.Rows);
        var features = new WordFeatures();
        var once = new HashSet<uint>();
        foreach (var document in sentences.Select(s => s.Document).Distinct())
        {
            features.Load(document, new TokenRange(0, document.Count));
            foreach (var form in features.Forms.AsSpan(0, document.Count))
            {
                if (!once.Add(form)) rows.TryAdd(form, rows.Count);
            }
        }

        return rows;
    }

    private void Initialise(WordVectors vectors)
    {
        // Words weigh as much as their endings.
        var scale = 0.3f / MathF.Sqrt(vectors.Vectors.Sum(v => v * v) / vectors.Vectors.Length);
        for (var i = 0; i < vectors.Vectors.Length; i++) _network.Words[i] = vectors.Vectors[i] * scale;
        Fill(_network.Endings, 0.1f);
        Fill(_network.Look, 0.3f);
        Fill(_network.Near, MathF.Sqrt(2f / (SentenceNetwork.Window * SentenceNetwork.InputSize)));
        Fill(_network.Far, MathF.Sqrt(1f / (3 * Context)));
        Fill(_network.Places, MathF.Sqrt(1f / (3 * Context)));
        Fill(_network.Heads, 0.05f);
        Fill(_network.Traits, 0.1f);
        Fill(_network.Actions, 0.05f);
        Fill(_network.Labels[0], 0.05f);
        Fill(_network.Labels[1], 0.05f);
    }

    private void Fill(float[] weights, float deviation)
    {
        // Sum of uniforms: near enough to a normal distribution.
        for (var i = 0; i < weights.Length; i++) weights[i] = (_random.NextSingle() + _random.NextSingle() + _random.NextSingle() - 1.5f) * 2 * deviation;
    }

    private void Learn(IReadOnlyList<LabelledSentence> sentences, int epochs, Action<SentenceNetwork>? afterEpoch)
    {
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var steps = epochs * ((sentences.Count + Batch - 1) / Batch);
        var step = 0;
        var average = new WeightAverage([_network.Words, _network.Endings, .. _network.Dense]);
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
                if (step > steps * AverageFrom && step % AverageEvery == 0) average.Add();
            }

            if (afterEpoch is null) continue;
            Console.Error.Write($"epoch {epoch + 1}, {clock.Elapsed.TotalSeconds:F0} s: ");
            afterEpoch(_network);
        }

        average.Apply();
        if (afterEpoch is null) return;
        Console.Error.Write("averaged: ");
        afterEpoch(_network);
    }

    private void Sentence(LabelledSentence sentence, int epoch)
    {
        var n = sentence.Document.Count;
        _features.Load(sentence.Document, new TokenRange(0, n), CaseOf());
        if (_rows.Length < n) _rows = new WordRows[2 * n];
        for (var i = 0; i < n; i++)
        {
            _rows[i] = WordRows.Of(_network, _features, i);
            if (_random.NextSingle() < (_rows[i].Word < _known ? WordDrop : RareWordDrop)) _rows[i] = _rows[i] with { Word = _network.Rows.Count };
        }

        Forward(n);
        Grow(ref _contextGradient, n * Context);
        Grow(ref _placesGradient, n * PlacesSize);
        if (sentence.Tree is { } tree)
        {
            Tags(n, tree.Tags);
            Grow(ref _placeValues, n * PlacesSize);
            _places.Pack(_network.Places);
            _places.AddProduct(_context, _placeValues, n);
            Parse(tree, epoch);
            PlacesBack(n);
        }

        if (sentence.Names is { } names) Names(n, names);
        Backward(n);
    }

    private WordShape? CaseOf() => _random.NextDouble() switch
    {
        < CaselessShare * 0.7 => WordShape.Upper,
        < CaselessShare => WordShape.Capitalised,
        _ => null,
    };

    private void Forward(int n)
    {
        const int input = SentenceNetwork.InputSize, reach = SentenceNetwork.Reach;
        Grow(ref _inputs, (n + 2 * reach) * input);
        for (var i = 0; i < n; i++) _rows[i].Input(_network, _inputs.AsSpan((i + reach) * input, input));
        Drop(_inputs.AsSpan(reach * input, n * input), InputDrop, null);
        Grow(ref _nearValues, (n + 2) * Context);
        for (var i = 0; i < n; i++) _network.NearBias.CopyTo(_nearValues, (i + 1) * Context);
        AddWindows(_near, _inputs, input, SentenceNetwork.Window, _network.Near, _nearValues.AsSpan(Context), n);
        Rows.Rectify(_nearValues.AsSpan(Context, n * Context));
        Grow(ref _farValues, n * Context);
        for (var i = 0; i < n; i++) _network.FarBias.CopyTo(_farValues, i * Context);
        AddWindows(_far, _nearValues, Context, 3, _network.Far, _farValues, n);
        Rows.Rectify(_farValues.AsSpan(0, n * Context));
        Grow(ref _context, n * Context);
        _nearValues.AsSpan(Context, n * Context).CopyTo(_context);
        Rows.Add(_farValues.AsSpan(0, n * Context), _context.AsSpan(0, n * Context));
        if (_contextMask.Length < n * Context) _contextMask = new bool[2 * n * Context];
        Drop(_context.AsSpan(0, n * Context), ContextDrop, _contextMask);
        Grow(ref _headScores, n * SentenceNetwork.HeadSize);
        for (var i = 0; i < n; i++) _network.HeadBias.CopyTo(_headScores, i * SentenceNetwork.HeadSize);
        _heads.Pack(_network.Heads);
        _heads.AddProduct(_context, _headScores, n);
    }

    private static void AddWindows(PackedMatrix matrix, float[] input, int size, int window, float[] weights, Span<float> output, int n)
    {
        for (var offset = 0; offset < window; offset++)
        {
            matrix.Pack(weights.AsSpan(offset * size * Context, size * Context));
            matrix.AddProduct(input.AsSpan(offset * size), output, n);
        }
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

    private void Tags(int n, PartOfSpeech[] right)
    {
        Span<float> error = stackalloc float[SentenceNetwork.HeadSize];
        for (var i = 0; i < n; i++)
        {
            error.Clear();
            var scores = error[..PartsOfSpeech.Count];
            _headScores.AsSpan(i * SentenceNetwork.HeadSize, scores.Length).CopyTo(scores);
            Softmax(scores);
            scores[(int)right[i]] -= 1;
            HeadsBack(i, error);
        }
    }

    /// <summary>The probability of all sequences of classes together that the labels allow grows.</summary>
    private void Names(int n, ulong[] allowed)
    {
        Grow(ref _told, n * NameClasses.Count);
        Grow(ref _right, n * NameClasses.Count);
        var scores = _headScores.AsSpan(SentenceNetwork.NameColumn);
        _lattice.Marginals(scores, SentenceNetwork.HeadSize, n, null, _told);
        _lattice.Marginals(scores, SentenceNetwork.HeadSize, n, allowed, _right);
        Span<float> error = stackalloc float[SentenceNetwork.HeadSize];
        error.Clear();
        for (var i = 0; i < n; i++)
        {
            for (var c = 0; c < NameClasses.Count; c++) error[SentenceNetwork.NameColumn + c] = _told[i * NameClasses.Count + c] - _right[i * NameClasses.Count + c];
            HeadsBack(i, error);
        }
    }

    private void HeadsBack(int word, ReadOnlySpan<float> error)
    {
        Rows.Add(error, _gradient.HeadBias);
        Outer(_context.AsSpan(word * Context, Context), error, _gradient.Heads);
        Back(_network.Heads, error, _contextGradient.AsSpan(word * Context, Context));
    }

    private void Parse(TreebankSentence sentence, int epoch)
    {
        const int size = SentenceNetwork.StateSize;
        var gold = new GoldTree(sentence.Heads);
        Span<int> words = stackalloc int[SentenceNetwork.Positions], traits = stackalloc int[ParserLook.Traits];
        Span<float> hidden = stackalloc float[size], gradient = stackalloc float[size];
        Span<float> actions = stackalloc float[SentenceParser.Actions], p = stackalloc float[SentenceParser.Actions], names = stackalloc float[SentenceNetwork.LabelStride];
        Span<bool> dropped = stackalloc bool[size];
        var costs = new int[SentenceParser.Actions];
        // The tags that the parser will see are those that the tagger gives.
        var tags = new PartOfSpeech[sentence.Document.Count];
        for (var i = 0; i < tags.Length; i++) tags[i] = (PartOfSpeech)Rows.Best(_headScores.AsSpan(i * SentenceNetwork.HeadSize, PartsOfSpeech.Count));
        _state.Start(tags.Length);
        while (!_state.IsDone)
        {
            gold.Costs(_state, costs);
            ParserLook.At(_state, tags, words, traits);
            _network.StateBias.CopyTo(hidden);
            for (var w = 0; w < words.Length; w++)
            {
                Rows.Add(
                    words[w] < 0 ? _network.Traits.AsSpan(ParserLook.RowOf(w, words[w]) * size, size) : _placeValues.AsSpan((words[w] * SentenceNetwork.Positions + w) * size, size),
                    hidden);
            }

            foreach (var trait in traits) Rows.Add(_network.Traits.AsSpan(trait * size, size), hidden);
            gradient.Clear();
            for (var i = 0; i < size; i++)
            {
                dropped[i] = hidden[i] <= 0 || _random.NextSingle() < StateDrop;
                hidden[i] = dropped[i] ? 0 : hidden[i] / (1 - StateDrop);
            }

            int guess = -1, right = -1, legal = 0;
            for (var a = 0; a < SentenceParser.Actions; a++)
            {
                actions[a] = _network.ActionBias[a] + Rows.Dot(_network.Actions.AsSpan(a * size, size), hidden);
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
                for (var a = 0; a < SentenceParser.Actions; a++)
                {
                    p[a] = costs[a] == int.MaxValue ? 0 : MathF.Exp(actions[a] - actions[guess]);
                    total += p[a];
                    if (costs[a] == least) good += p[a];
                }

                for (var a = 0; a < SentenceParser.Actions; a++)
                {
                    var error = p[a] / total - (costs[a] == least ? p[a] / good : 0);
                    if (error == 0) continue;
                    _gradient.ActionBias[a] += error;
                    Rows.AddScaled(error, hidden, _gradient.Actions.AsSpan(a * size, size));
                    Rows.AddScaled(error, _network.Actions.AsSpan(a * size, size), gradient);
                }
            }

            var taken = epoch > 0 && _random.NextDouble() < 0.9 ? guess : right;
            var label = Dependency.Root;
            if (taken != SentenceParser.Shift)
            {
                var dependent = _state.Stack(0);
                var head = taken == SentenceParser.Left ? _state.Buffer : _state.Stack(1);
                if (head < _state.Count)
                {
                    var side = taken == SentenceParser.Left ? 0 : 1;
                    _network.LabelBias[side].CopyTo(names);
                    for (var i = 0; i < size; i++)
                    {
                        if (hidden[i] != 0) Rows.AddScaled(hidden[i], _network.Labels[side].AsSpan(i * names.Length, names.Length), names);
                    }

                    label = (Dependency)Rows.Best(names[..Dependencies.Count]);
                    if (sentence.Heads[dependent] == head)
                    {
                        Softmax(names[..Dependencies.Count]);
                        names[(int)sentence.Labels[dependent]] -= 1;
                        names[Dependencies.Count..].Clear();
                        Rows.Add(names, _gradient.LabelBias[side]);
                        Outer(hidden, names, _gradient.Labels[side]);
                        Back(_network.Labels[side], names, gradient);
                    }
                }
            }

            for (var i = 0; i < size; i++) gradient[i] = dropped[i] ? 0 : gradient[i] / (1 - StateDrop);
            Rows.Add(gradient, _gradient.StateBias);
            for (var w = 0; w < words.Length; w++)
            {
                Rows.Add(
                    gradient,
                    words[w] < 0 ? _gradient.Traits.AsSpan(ParserLook.RowOf(w, words[w]) * size, size) : _placesGradient.AsSpan((words[w] * SentenceNetwork.Positions + w) * size, size));
            }

            foreach (var trait in traits) Rows.Add(gradient, _gradient.Traits.AsSpan(trait * size, size));
            if (taken == SentenceParser.Shift) _state.Shift();
            else if (taken == SentenceParser.Left) _state.LeftArc(label);
            else _state.RightArc(label);
        }
    }

    private void PlacesBack(int n)
    {
        AddOuter(_context, _placesGradient, _gradient.Places, Context, PlacesSize, n);
        AddBack(_network.Places, _placesGradient, _contextGradient, Context, PlacesSize, n);
    }

    private void Backward(int n)
    {
        const int input = SentenceNetwork.InputSize, reach = SentenceNetwork.Reach;
        var scale = 1 / (1 - ContextDrop);
        for (var i = 0; i < n * Context; i++) _contextGradient[i] = _contextMask[i] ? _contextGradient[i] * scale : 0;

        // Context = near + rectified far
        var far = new float[n * Context];
        var near = new float[(n + 2) * Context];
        for (var i = 0; i < n * Context; i++) far[i] = _farValues[i] > 0 ? _contextGradient[i] : 0;
        for (var i = 0; i < n; i++) Rows.Add(far.AsSpan(i * Context, Context), _gradient.FarBias);
        _contextGradient.AsSpan(0, n * Context).CopyTo(near.AsSpan(Context));
        WindowsBack(_nearValues, Context, 3, _network.Far, far, n, _gradient.Far, near);
        var nearGradient = near.AsSpan(Context, n * Context).ToArray();
        for (var i = 0; i < nearGradient.Length; i++)
        {
            if (_nearValues[Context + i] <= 0) nearGradient[i] = 0;
        }

        for (var i = 0; i < n; i++) Rows.Add(nearGradient.AsSpan(i * Context, Context), _gradient.NearBias);
        Grow(ref _inputGradient, (n + 2 * reach) * input);
        WindowsBack(_inputs, input, SentenceNetwork.Window, _network.Near, nearGradient, n, _gradient.Near, _inputGradient);
        for (var i = 0; i < n; i++)
        {
            var row = _inputGradient.AsSpan((i + reach) * input, input);
            var value = _inputs.AsSpan((i + reach) * input, input);
            for (var d = 0; d < input; d++) row[d] = value[d] == 0 ? 0 : row[d] / (1 - InputDrop);
            _words.Add(_rows[i].Word, row[..SentenceNetwork.WordSize]);
            var ending = row.Slice(SentenceNetwork.WordSize, SentenceNetwork.EndingSize);
            _endings.Add(_rows[i].Ending2, ending);
            _endings.Add(_rows[i].Ending3, ending);
            _endings.Add(_rows[i].Ending4, ending);
            _endings.Add(_rows[i].Beginning, ending);
            Rows.Add(row[(SentenceNetwork.WordSize + SentenceNetwork.EndingSize)..], _gradient.Look.AsSpan(_rows[i].Look * SentenceNetwork.LookSize, SentenceNetwork.LookSize));
        }
    }

    private static void WindowsBack(float[] input, int size, int window, float[] weights, float[] output, int n, float[] weightGradient, float[] inputGradient)
    {
        for (var offset = 0; offset < window; offset++)
        {
            AddOuter(input.AsSpan(offset * size), output, weightGradient.AsSpan(offset * size * Context), size, Context, n);
            AddBack(weights.AsSpan(offset * size * Context, size * Context), output, inputGradient.AsSpan(offset * size), size, Context, n);
        }
    }

    /// <summary>Adds the gradient of weights: the input of n rows, transposed, times the gradient of the output.</summary>
    private static void AddOuter(ReadOnlySpan<float> input, ReadOnlySpan<float> output, Span<float> gradient, int size, int columns, int n)
    {
        var right = new PackedMatrix(output, n, columns);
        var transposed = new float[size * n];
        for (var r = 0; r < n; r++)
        {
            for (var c = 0; c < size; c++) transposed[c * n + r] = input[r * size + c];
        }

        right.AddProduct(transposed, gradient, size);
    }

    /// <summary>Adds the gradient of the input: that of the output times the weights, transposed.</summary>
    private static void AddBack(ReadOnlySpan<float> weights, ReadOnlySpan<float> output, Span<float> input, int size, int columns, int n)
    {
        var right = new PackedMatrix(columns, size);
        right.PackTransposed(weights);
        right.AddProduct(output, input, n);
    }

    private static void Outer(ReadOnlySpan<float> input, ReadOnlySpan<float> output, float[] gradient)
    {
        for (var i = 0; i < input.Length; i++)
        {
            if (input[i] != 0) Rows.AddScaled(input[i], output, gradient.AsSpan(i * output.Length, output.Length));
        }
    }

    private static void Back(float[] weights, ReadOnlySpan<float> output, Span<float> input)
    {
        for (var i = 0; i < input.Length; i++)
        {
            input[i] += Rows.Dot(weights.AsSpan(i * output.Length, output.Length), output);
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
