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
    private const float AverageFrom = 0.85f;
    private const int AverageEvery = 50;
    private const float WordDrop = 0.1f;

    /// <summary>Of words that only the labelled sentences have.</summary>
    private const float RareWordDrop = 0.3f;
    private const float InputDrop = 0.1f;
    private const float StateDrop = 0.15f;

    private const double CaselessShare = 0.25;

    private const int Syntax = SentenceNetwork.SyntaxSize;
    private const int NameSize = SentenceNetwork.NameSize;
    private const int Both = SentenceNetwork.BothSize;
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
    private readonly ContextTrainer _syntax;
    private readonly ContextTrainer _names;
    private readonly PackedMatrix _tagMatrix = new(Syntax, SentenceNetwork.TagStride);
    private readonly PackedMatrix _nameMatrix = new(Both, SentenceNetwork.NameStride);
    private readonly PackedMatrix _places = new(Syntax, PlacesSize);
    private WordRows[] _rows = [];

    /// <summary>Rows of words below this one come from unlabelled text.</summary>
    private int _known;

    /// <summary>The inputs with <see cref="Convolutions.Reach"/> empty rows at both ends.</summary>
    private float[] _inputs = [];
    private float[] _tagScores = [];
    private float[] _both = [];
    private float[] _bothErrors = [];
    private float[] _nameScores = [];

    /// <summary>Probabilities of the classes of names: as the network has them, and of the sequences that are right.</summary>
    private float[] _told = [];
    private float[] _right = [];
    private float[] _placeValues = [];
    private float[] _scoreErrors = [];
    private float[] _placesGradient = [];
    private float[] _inputGradient = [];

    private SentenceTrainer(SentenceNetwork network, int seed)
    {
        _network = network;
        _random = new Random(seed);
        _syntax = new ContextTrainer(network.Syntax, _gradient.Syntax);
        _names = new ContextTrainer(network.Names, _gradient.Names);
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
        var once = new HashSet<uint>();
        foreach (var document in sentences.Select(s => s.Document).Distinct())
        {
            foreach (var word in document.Words)
            {
                if (!once.Add(word.Hash)) rows.TryAdd(word.Hash, rows.Count);
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
        foreach (var convolutions in (Convolutions[])[_network.Syntax, _network.Names])
        {
            Fill(convolutions.Near, MathF.Sqrt(2f / (Convolutions.Window * SentenceNetwork.InputSize)));
            Fill(convolutions.Far, MathF.Sqrt(1f / (Convolutions.FarWindow * convolutions.Size)));
        }

        Fill(_network.Places, MathF.Sqrt(1f / (3 * Syntax)));
        Fill(_network.TagScores, 0.05f);
        Fill(_network.NameScores, 0.05f);
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

        const int input = SentenceNetwork.InputSize;
        ContextTrainer.Clear(ref _inputs, (n + 2 * Convolutions.Reach) * input);
        ContextTrainer.Clear(ref _inputGradient, (n + 2 * Convolutions.Reach) * input);
        for (var i = 0; i < n; i++) _rows[i].Input(_network, _inputs.AsSpan((i + Convolutions.Reach) * input, input));
        Drop(_inputs.AsSpan(Convolutions.Reach * input, n * input));
        _syntax.Forward(_inputs, n, _random);
        if (sentence.Tree is { } tree)
        {
            Tags(n, tree.Tags);
            Parse(tree, epoch);
        }

        if (sentence.Names is { } names)
        {
            _names.Forward(_inputs, n, _random);
            Names(n, names);
            _names.Backward(_inputs, n, _inputGradient);
        }

        _syntax.Backward(_inputs, n, _inputGradient);
        InputsBack(n);
    }

    private WordShape? CaseOf() => _random.NextDouble() switch
    {
        < CaselessShare * 0.7 => WordShape.Upper,
        < CaselessShare => WordShape.Capitalised,
        _ => null,
    };

    private void Drop(Span<float> values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = _random.NextSingle() >= InputDrop ? values[i] / (1 - InputDrop) : 0;
    }

    private void Tags(int n, PartOfSpeech[] right)
    {
        const int stride = SentenceNetwork.TagStride;
        Scores(_tagMatrix, _network.TagScores, _network.TagBias, _syntax.Values, ref _tagScores, n);
        ContextTrainer.Clear(ref _scoreErrors, n * stride);
        for (var i = 0; i < n; i++)
        {
            var error = _scoreErrors.AsSpan(i * stride, PartsOfSpeech.Count);
            _tagScores.AsSpan(i * stride, error.Length).CopyTo(error);
            Softmax(error);
            error[(int)right[i]] -= 1;
        }

        ScoresBack(_network.TagScores, _syntax.Values, _syntax.Errors, _gradient.TagScores, _gradient.TagBias, n);
    }

    /// <summary>The probability of all sequences of classes together that the labels allow grows.</summary>
    private void Names(int n, ulong[] allowed)
    {
        const int stride = SentenceNetwork.NameStride;
        ContextTrainer.Clear(ref _both, n * Both);
        ContextTrainer.Clear(ref _bothErrors, n * Both);
        for (var i = 0; i < n; i++)
        {
            _syntax.Values.Slice(i * Syntax, Syntax).CopyTo(_both.AsSpan(i * Both));
            _names.Values.Slice(i * NameSize, NameSize).CopyTo(_both.AsSpan(i * Both + Syntax));
        }

        Scores(_nameMatrix, _network.NameScores, _network.NameBias, _both, ref _nameScores, n);
        ContextTrainer.Clear(ref _told, n * NameClasses.Count);
        ContextTrainer.Clear(ref _right, n * NameClasses.Count);
        _lattice.Marginals(_nameScores, stride, n, null, _told);
        _lattice.Marginals(_nameScores, stride, n, allowed, _right);
        ContextTrainer.Clear(ref _scoreErrors, n * stride);
        for (var i = 0; i < n; i++)
        {
            for (var c = 0; c < NameClasses.Count; c++) _scoreErrors[i * stride + c] = _told[i * NameClasses.Count + c] - _right[i * NameClasses.Count + c];
        }

        ScoresBack(_network.NameScores, _both, _bothErrors, _gradient.NameScores, _gradient.NameBias, n);
        for (var i = 0; i < n; i++)
        {
            Rows.Add(_bothErrors.AsSpan(i * Both, Syntax), _syntax.Errors.Slice(i * Syntax, Syntax));
            Rows.Add(_bothErrors.AsSpan(i * Both + Syntax, NameSize), _names.Errors.Slice(i * NameSize, NameSize));
        }
    }

    private static void Scores(PackedMatrix matrix, float[] weights, float[] bias, ReadOnlySpan<float> words, ref float[] scores, int n)
    {
        ContextTrainer.Clear(ref scores, n * bias.Length);
        matrix.Pack(weights);
        matrix.Product(words, matrix.Rows, bias, scores, n);
    }

    private void ScoresBack(float[] weights, ReadOnlySpan<float> words, Span<float> errors, float[] gradient, float[] biasGradient, int n)
    {
        var columns = biasGradient.Length;
        var size = weights.Length / columns;
        for (var i = 0; i < n; i++) Rows.Add(_scoreErrors.AsSpan(i * columns, columns), biasGradient);
        Gradients.AddOuter(words, _scoreErrors, gradient, size, columns, n);
        Gradients.AddBack(weights, _scoreErrors, errors, size, columns, n);
    }

    private void Parse(TreebankSentence sentence, int epoch)
    {
        const int size = SentenceNetwork.StateSize;
        var n = sentence.Document.Count;
        ContextTrainer.Clear(ref _placeValues, n * PlacesSize);
        ContextTrainer.Clear(ref _placesGradient, n * PlacesSize);
        _places.Pack(_network.Places);
        _places.AddProduct(_syntax.Values, _placeValues, n);
        var gold = new GoldTree(sentence.Heads);
        Span<int> words = stackalloc int[SentenceNetwork.Positions], traits = stackalloc int[ParserLook.Traits];
        Span<float> hidden = stackalloc float[size], gradient = stackalloc float[size];
        Span<float> actions = stackalloc float[SentenceParser.Actions], p = stackalloc float[SentenceParser.Actions], names = stackalloc float[SentenceNetwork.LabelStride];
        Span<bool> dropped = stackalloc bool[size];
        var costs = new int[SentenceParser.Actions];
        // The tags that the parser will see are those that the tagger gives.
        var tags = new PartOfSpeech[n];
        for (var i = 0; i < tags.Length; i++) tags[i] = (PartOfSpeech)Rows.Best(_tagScores.AsSpan(i * SentenceNetwork.TagStride, PartsOfSpeech.Count));
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

        Gradients.AddOuter(_syntax.Values, _placesGradient, _gradient.Places, Syntax, PlacesSize, n);
        Gradients.AddBack(_network.Places, _placesGradient, _syntax.Errors, Syntax, PlacesSize, n);
    }

    private void InputsBack(int n)
    {
        const int input = SentenceNetwork.InputSize, reach = Convolutions.Reach;
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
