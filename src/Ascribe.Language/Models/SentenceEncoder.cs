using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// Runs the words of one sentence through a <see cref="SentenceNetwork"/>. Holds its buffers: one thread at a time. Results never depend on what
/// is kept of the words before.
/// </summary>
internal sealed class SentenceEncoder
{
    private const int Kept = 2048;
    private const int PlacesSize = SentenceNetwork.Positions * SentenceNetwork.StateSize;

    private static readonly float[] s_noBias = new float[PlacesSize];

    private readonly PackedNetwork _network;
    private readonly ContextEncoder _syntax;
    private readonly ContextEncoder _names;
    private readonly WordRows[] _keptWords = new WordRows[Kept];
    private WordRows[] _rows = [];

    /// <summary>Of each word its row in <see cref="_inputs"/>, -1 where it is kept, and the slot that keeps it.</summary>
    private int[] _sources = [];
    private int[] _slots = [];
    private float[] _inputs = [];
    private float[] _tagScores = [];
    private float[] _nameScores = [];
    private float[] _places = [];

    public SentenceEncoder(PackedNetwork network)
    {
        _network = network;
        _syntax = new ContextEncoder(network.Syntax, Kept);
        _names = new ContextEncoder(network.Names, Kept);
        Array.Fill(_keptWords, WordRows.None);
    }

    public int Count { get; private set; }

    /// <summary>Scores of the tags of a word.</summary>
    public ReadOnlySpan<float> Tags(int word) => _tagScores.AsSpan(word * SentenceNetwork.TagStride, PartsOfSpeech.Count);

    /// <summary>Scores of the classes of names of a word.</summary>
    public ReadOnlySpan<float> Names(int word) => _nameScores.AsSpan(word * SentenceNetwork.NameStride, NameClasses.Count);

    public void Encode(WordFeatures words)
    {
        Count = words.Count;
        Grow();
        var weights = _network.Weights;
        var fresh = 0;
        for (var i = 0; i < Count; i++)
        {
            var row = WordRows.Of(weights, words, i);
            _rows[i] = row;
            _slots[i] = row.Slot(Kept);
            _sources[i] = -1;
            if (_keptWords[_slots[i]] == row) continue;
            _sources[i] = fresh;
            row.Input(weights, _inputs.AsSpan(fresh++ * SentenceNetwork.InputSize, SentenceNetwork.InputSize));
        }

        _syntax.Encode(_inputs, fresh, _sources.AsSpan(0, Count), _slots);
        _names.Encode(_inputs, fresh, _sources.AsSpan(0, Count), _slots);
        for (var i = 0; i < Count; i++)
        {
            if (_sources[i] >= 0) _keptWords[_slots[i]] = _rows[i];
        }

        _network.TagScores.Product(_syntax.Context, SentenceNetwork.SyntaxSize, weights.TagBias, _tagScores, Count);
        _network.NameScores.Product(_names.Context, SentenceNetwork.NameSize, weights.NameBias, _nameScores, Count);
        _network.Places.Product(_syntax.Context, SentenceNetwork.SyntaxSize, s_noBias, _places, Count);
    }

    /// <summary>The rectified hidden vector of a parser's state, see <see cref="ParserLook.At"/>.</summary>
    public void State(ReadOnlySpan<int> words, ReadOnlySpan<int> traits, Span<float> hidden)
    {
        const int size = SentenceNetwork.StateSize, half = size / 2;
        var weights = _network.Weights;
        for (var from = 0; from < size; from += half)
        {
            ref var bias = ref weights.StateBias[from];
            Vector256<float> h0 = Vector256.LoadUnsafe(ref bias), h1 = Vector256.LoadUnsafe(ref bias, 8), h2 = Vector256.LoadUnsafe(ref bias, 16), h3 = Vector256.LoadUnsafe(ref bias, 24);
            Vector256<float> h4 = Vector256.LoadUnsafe(ref bias, 32), h5 = Vector256.LoadUnsafe(ref bias, 40), h6 = Vector256.LoadUnsafe(ref bias, 48), h7 = Vector256.LoadUnsafe(ref bias, 56);
            for (var p = 0; p < words.Length + traits.Length; p++)
            {
                ref var row = ref weights.Traits[0];
                if (p >= words.Length) row = ref weights.Traits[traits[p - words.Length] * size + from];
                else if (words[p] < 0) row = ref weights.Traits[ParserLook.RowOf(p, words[p]) * size + from];
                else row = ref _places[words[p] * PlacesSize + p * size + from];
                h0 += Vector256.LoadUnsafe(ref row);
                h1 += Vector256.LoadUnsafe(ref row, 8);
                h2 += Vector256.LoadUnsafe(ref row, 16);
                h3 += Vector256.LoadUnsafe(ref row, 24);
                h4 += Vector256.LoadUnsafe(ref row, 32);
                h5 += Vector256.LoadUnsafe(ref row, 40);
                h6 += Vector256.LoadUnsafe(ref row, 48);
                h7 += Vector256.LoadUnsafe(ref row, 56);
            }

            var to = hidden.Slice(from, half);
            Vector256.Max(h0, Vector256<float>.Zero).CopyTo(to);
            Vector256.Max(h1, Vector256<float>.Zero).CopyTo(to[8..]);
            Vector256.Max(h2, Vector256<float>.Zero).CopyTo(to[16..]);
            Vector256.Max(h3, Vector256<float>.Zero).CopyTo(to[24..]);
            Vector256.Max(h4, Vector256<float>.Zero).CopyTo(to[32..]);
            Vector256.Max(h5, Vector256<float>.Zero).CopyTo(to[40..]);
            Vector256.Max(h6, Vector256<float>.Zero).CopyTo(to[48..]);
            Vector256.Max(h7, Vector256<float>.Zero).CopyTo(to[56..]);
        }
    }

    private void Grow()
    {
        if (_rows.Length >= Count) return;
        var size = Math.Max(Count, 2 * _rows.Length);
        _rows = new WordRows[size];
        _sources = new int[size];
        _slots = new int[size];
        _inputs = new float[size * SentenceNetwork.InputSize];
        _tagScores = new float[size * SentenceNetwork.TagStride];
        _nameScores = new float[size * SentenceNetwork.NameStride];
        _places = new float[size * PlacesSize];
    }
}
