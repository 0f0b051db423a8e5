using System.Runtime.Intrinsics;

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

    private readonly SentenceNetwork _weights;
    private readonly SentenceEncoder _encoder;
    private readonly ParserState _state = new();

    public SentenceParser(SentenceNetwork weights, SentenceEncoder encoder)
    {
        _weights = weights;
        _encoder = encoder;
    }

    /// <summary>Gives heads and relations to the encoded sentence. Its tags must be there.</summary>
    public void Parse(Document document, TokenRange tokens)
    {
        Span<int> words = stackalloc int[SentenceNetwork.Positions], traits = stackalloc int[ParserLook.Traits];
        Span<float> hidden = stackalloc float[SentenceNetwork.StateSize], labels = stackalloc float[SentenceNetwork.LabelStride];
        var tags = document.Tags.AsSpan(tokens.First, tokens.Count);
        _state.Start(tokens.Count);
        while (!_state.IsDone)
        {
            ParserLook.At(_state, tags, words, traits);
            _encoder.State(words, traits, hidden);
            var action = Choose(hidden);
            if (action == Shift)
            {
                _state.Shift();
                continue;
            }

            var head = action == Left ? _state.Buffer : _state.Stack(1);
            var label = head == _state.Count ? Dependency.Root : LabelOf(action == Left ? 0 : 1, hidden, labels);
            if (action == Left) _state.LeftArc(label);
            else _state.RightArc(label);
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            document.Heads[tokens.First + i] = _state.Heads[i] == tokens.Count ? -1 : tokens.First + _state.Heads[i];
            document.Relations[tokens.First + i] = _state.Labels[i];
        }
    }

    private int Choose(ReadOnlySpan<float> hidden)
    {
        var best = -1;
        var highest = 0f;
        for (var action = 0; action < Actions; action++)
        {
            if (!(action == Shift ? _state.CanShift : action == Left ? _state.CanLeft : _state.CanRight)) continue;
            var score = _weights.ActionBias[action] + Rows.Dot(_weights.Actions.AsSpan(action * SentenceNetwork.StateSize, SentenceNetwork.StateSize), hidden);
            if (best >= 0 && score <= highest) continue;
            best = action;
            highest = score;
        }

        return best;
    }

    private Dependency LabelOf(int side, ReadOnlySpan<float> hidden, Span<float> scores)
    {
        ref var bias = ref _weights.LabelBias[side][0];
        ref var row = ref _weights.Labels[side][0];
        Vector256<float> s0 = Vector256.LoadUnsafe(ref bias), s1 = Vector256.LoadUnsafe(ref bias, 8), s2 = Vector256.LoadUnsafe(ref bias, 16), s3 = Vector256.LoadUnsafe(ref bias, 24);
        Vector256<float> s4 = Vector256.LoadUnsafe(ref bias, 32), s5 = Vector256.LoadUnsafe(ref bias, 40), s6 = Vector256.LoadUnsafe(ref bias, 48);
        for (nuint i = 0; i < SentenceNetwork.StateSize; i++)
        {
            var x = Vector256.Create(hidden[(int)i]);
            var at = i * SentenceNetwork.LabelStride;
            s0 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at), s0);
            s1 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at + 8), s1);
            s2 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at + 16), s2);
            s3 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at + 24), s3);
            s4 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at + 32), s4);
            s5 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at + 40), s5);
            s6 = Vector256.FusedMultiplyAdd(x, Vector256.LoadUnsafe(ref row, at + 48), s6);
        }

        s0.CopyTo(scores);
        s1.CopyTo(scores[8..]);
        s2.CopyTo(scores[16..]);
        s3.CopyTo(scores[24..]);
        s4.CopyTo(scores[32..]);
        s5.CopyTo(scores[40..]);
        s6.CopyTo(scores[48..]);
        var label = (Dependency)Rows.Best(scores[..Dependencies.Count]);
        // Only the word under the root is its dependent.
        return label is Dependency.Root or Dependency.Unknown ? Dependency.Dep : label;
    }
}
