namespace Ascribe.Language.Models;

/// <summary>
/// Greedy arc-hybrid parser (Kuhlmann et al. 2011; trained with the dynamic oracle of Goldberg &amp; Nivre 2013): shift, left-arc or
/// right-arc, and the name of the arc, by what the encoder knows of the words where it stands. Two actions a word, always a tree with one root.
/// </summary>
internal sealed class SentenceParser
{
    public const int Shift = 0;
    public const int Left = 1;
    public const int Right = 2;
    public const int Actions = 3;

    private readonly PackedNetwork _network;
    private readonly SentenceEncoder _encoder;
    private readonly ParserState _state = new();

    public SentenceParser(PackedNetwork network, SentenceEncoder encoder)
    {
        _network = network;
        _encoder = encoder;
    }

    /// <summary>Gives heads and relations to the encoded sentence. Its tags must be there.</summary>
    public void Parse(Document document, TokenRange tokens)
    {
        Span<int> words = stackalloc int[SentenceNetwork.Positions], traits = stackalloc int[ParserLook.Traits];
        Span<short> hidden = stackalloc short[SentenceNetwork.StateSize], scores = stackalloc short[_network.Labels[0].Columns];
        var tags = document.Tags.AsSpan(tokens.First, tokens.Count);
        _state.Start(tokens.Count);
        while (!_state.IsDone)
        {
            ParserLook.At(_state, tags, words, traits);
            _encoder.State(words, traits, hidden);
            var action = Choose(hidden, scores);
            if (action == Shift)
            {
                _state.Shift();
                continue;
            }

            var head = action == Left ? _state.Buffer : _state.Stack(1);
            var label = head == _state.Count ? Dependency.Root : LabelOf(action == Left ? 0 : 1, hidden, scores);
            if (action == Left) _state.LeftArc(label);
            else _state.RightArc(label);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            document.Heads[tokens.First + i] = _state.Heads[i] == tokens.Count ? -1 : tokens.First + _state.Heads[i];
            document.Relations[tokens.First + i] = _state.Labels[i];
        }
    }

    private int Choose(ReadOnlySpan<short> hidden, Span<short> scores)
    {
        _network.Actions.Product(hidden, SentenceNetwork.StateSize, scores, 1);
        var best = -1;
        for (var action = 0; action < Actions; action++)
        {
            if (!(action == Shift ? _state.CanShift : action == Left ? _state.CanLeft : _state.CanRight)) continue;
            if (best < 0 || scores[action] > scores[best]) best = action;
        }

        return best;
    }

    private Dependency LabelOf(int side, ReadOnlySpan<short> hidden, Span<short> scores)
    {
        _network.Labels[side].Product(hidden, SentenceNetwork.StateSize, scores, 1);
        var label = (Dependency)Rows.Best(scores[..Dependencies.Count]);
        // Only the word under the root is its dependent.
        return label is Dependency.Root or Dependency.Unknown ? Dependency.Dep : label;
    }
}
