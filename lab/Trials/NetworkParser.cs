using Ascribe.Language;
using Ascribe.Language.Models;

namespace Ascribe.Lab.Trials;

/// <summary>Tags and parses by a <see cref="SyntaxNetwork"/>: greedy arc-hybrid transitions over words in context.</summary>
internal sealed class NetworkParser
{
    private readonly SyntaxNetwork _network;
    private readonly WordFeatures _words = new();
    private readonly ParserState _state = new();
    private readonly SentenceEncoder _encoder;
    private float[] _scores = [];

    public NetworkParser(SyntaxNetwork network)
    {
        _network = network;
        _encoder = new SentenceEncoder(network);
    }

    public void Analyze(Document document, WordShape? shape = null)
    {
        for (var s = 0; s < document.SentenceCount; s++)
        {
            var tokens = document.SentenceTokens(s);
            _words.Load(document, tokens, shape);
            _encoder.Rows(_words);
            _encoder.Embed();
            _encoder.Convolve();
            if (_scores.Length < tokens.Count * SyntaxNetwork.TagStride) _scores = new float[2 * tokens.Count * SyntaxNetwork.TagStride];
            _encoder.ScoreTags(_scores);
            for (var i = 0; i < tokens.Count; i++)
                document.Tags[tokens.First + i] = (PartOfSpeech)Best(_scores.AsSpan(i * SyntaxNetwork.TagStride, PartsOfSpeech.Count));
            _encoder.Place();
            Parse(document, tokens);
        }
    }

    private void Parse(Document document, TokenRange tokens)
    {
        Span<int> words = stackalloc int[SyntaxNetwork.Positions], labels = stackalloc int[SyntaxNetwork.LabelSlots], distances = stackalloc int[5];
        Span<float> hidden = stackalloc float[SyntaxNetwork.StateSize], actions = stackalloc float[SyntaxNetwork.ActionStride];
        Span<float> names = stackalloc float[SyntaxNetwork.LabelStride];
        _state.Start(tokens.Count);
        while (!_state.IsDone)
        {
            SentenceEncoder.Look(_state, words, labels, distances);
            _encoder.State(words, labels, distances, hidden);
            Matrix.Rectify(hidden);
            _network.ActionBias.CopyTo(actions);
            Matrix.AddProduct(hidden, _network.Actions, actions, 1, SyntaxNetwork.StateSize, SyntaxNetwork.ActionStride);
            var action = -1;
            if (_state.CanShift) action = DependencyParser.Shift;
            if (_state.CanLeft && (action < 0 || actions[DependencyParser.Left] > actions[action])) action = DependencyParser.Left;
            if (_state.CanRight && (action < 0 || actions[DependencyParser.Right] > actions[action])) action = DependencyParser.Right;
            if (action == DependencyParser.Shift)
            {
                _state.Shift();
                continue;
            }

            var side = action == DependencyParser.Left ? 0 : 1;
            var head = side == 0 ? _state.Buffer : _state.Stack(1);
            var label = Dependency.Root;
            if (head < _state.Count)
            {
                _network.ArcLabelBias[side].CopyTo(names);
                Matrix.AddProduct(hidden, _network.ArcLabels[side], names, 1, SyntaxNetwork.StateSize, SyntaxNetwork.LabelStride);
                label = (Dependency)Best(names[..Dependencies.Count]);
                if (label is Dependency.Root or Dependency.Unknown) label = Dependency.Dep;
            }

            if (side == 0) _state.LeftArc(label);
            else _state.RightArc(label);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            document.Heads[tokens.First + i] = _state.Heads[i] == tokens.Count ? -1 : tokens.First + _state.Heads[i];
            document.Relations[tokens.First + i] = _state.Labels[i];
        }
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return best;
    }
}
