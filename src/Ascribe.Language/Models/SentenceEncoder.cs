using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// Runs the words of some sentences through a <see cref="SentenceNetwork"/>: several at once, for the weights are larger than a processor's cache.
/// Holds its buffers: one thread at a time. Results never depend on what is kept of the words before, nor on the sentences beside.
/// </summary>
internal sealed class SentenceEncoder
{
    private const int Kept = 2048;
    private const int PlacesSize = SentenceNetwork.Positions * SentenceNetwork.StateSize;

    private readonly PackedNetwork _network;
    private readonly ContextEncoder _syntax;
    private readonly ContextEncoder _names;
    private readonly WordRows[] _keptWords = new WordRows[Kept];
    private readonly List<TokenRange> _sentences = [];
    private WordRows[] _rows = [];

    /// <summary>Of each word its row in <see cref="_inputs"/>, -1 where it is kept, and the slot that keeps it.</summary>
    private int[] _sources = [];
    private int[] _slots = [];
    private int _fresh;
    private int _first;
    private short[] _inputs = [];
    private short[] _tagScores = [];
    private short[] _both = [];
    private short[] _nameScores = [];
    private short[] _places = [];

    public SentenceEncoder(PackedNetwork network)
    {
        _network = network;
        _syntax = new ContextEncoder(network.Syntax, Kept);
        _names = new ContextEncoder(network.Names, Kept);
        Array.Fill(_keptWords, WordRows.None);
    }

    /// <summary>Rows that the sentences need: their words and one between two.</summary>
    public int Count => _sentences.Count == 0 ? 0 : _sentences[^1].End;

    /// <summary>Scores of the tags, in units of <see cref="FixedPoint.Score"/>, of a word of the sentence that <see cref="Enter"/> named.</summary>
    public ReadOnlySpan<short> Tags(int word) => _tagScores.AsSpan((_first + word) * SentenceNetwork.TagStride, PartsOfSpeech.Count);

    /// <summary>Scores of the classes of names of a word of that sentence.</summary>
    public ReadOnlySpan<short> Names(int word) => _nameScores.AsSpan((_first + word) * SentenceNetwork.NameStride, NameClasses.Count);

    /// <summary>Forgets the sentences.</summary>
    public void Start()
    {
        _sentences.Clear();
        _fresh = 0;
    }

    /// <summary>Takes over one more sentence.</summary>
    public void Add(WordFeatures words)
    {
        var weights = _network.Weights;
        var first = _sentences.Count == 0 ? 0 : Count + 1;
        var sentence = new TokenRange(first, first + words.Count);
        Grow(sentence.End);
        Span<float> input = stackalloc float[SentenceNetwork.InputSize];
        for (var i = 0; i < words.Count; i++)
        {
            var row = WordRows.Of(weights, words, i);
            var (at, slot) = (first + i, row.Slot(Kept));
            _rows[at] = row;
            _slots[at] = slot;
            _sources[at] = -1;
            if (_keptWords[slot] == row) continue;
            _sources[at] = _fresh;
            row.Input(weights, input);
            FixedPoint.Of(input, FixedPoint.Input, _inputs.AsSpan(_fresh++ * SentenceNetwork.InputSize));
        }

        _sentences.Add(sentence);
    }

    public void Encode()
    {
        if (_sentences.Count == 0) return;
        var sentences = CollectionsMarshal.AsSpan(_sentences);
        _syntax.Encode(_inputs, _fresh, sentences, _sources, _slots);
        _names.Encode(_inputs, _fresh, sentences, _sources, _slots);
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (_sources[i] >= 0) _keptWords[_slots[i]] = _rows[i];
            }
        }

        _network.TagScores.Product(_syntax.Context, SentenceNetwork.SyntaxSize, _tagScores, Count);
        for (var i = 0; i < Count; i++)
        {
            var both = _both.AsSpan(i * SentenceNetwork.BothSize, SentenceNetwork.BothSize);
            _syntax.Context.Slice(i * SentenceNetwork.SyntaxSize, SentenceNetwork.SyntaxSize).CopyTo(both);
            _names.Context.Slice(i * SentenceNetwork.NameSize, SentenceNetwork.NameSize).CopyTo(both[SentenceNetwork.SyntaxSize..]);
        }

        _network.NameScores.Product(_both, SentenceNetwork.BothSize, _nameScores, Count);
        _network.Places.Product(_syntax.Context, SentenceNetwork.SyntaxSize, _places, Count);
    }

    /// <summary>The words asked for from now on are those of this sentence, counted since the start.</summary>
    public void Enter(int sentence) => _first = _sentences[sentence].First;

    /// <summary>The rectified hidden vector of a parser's state, see <see cref="ParserLook.At"/>, in units of <see cref="FixedPoint.State"/>.</summary>
    public void State(ReadOnlySpan<int> words, ReadOnlySpan<int> traits, Span<short> hidden)
    {
        const int size = SentenceNetwork.StateSize;
        ref var bias = ref _network.StateBias[0];
        Vector256<short> h0 = Vector256.LoadUnsafe(ref bias), h1 = Vector256.LoadUnsafe(ref bias, 16), h2 = Vector256.LoadUnsafe(ref bias, 32), h3 = Vector256.LoadUnsafe(ref bias, 48);
        Vector256<short> h4 = Vector256.LoadUnsafe(ref bias, 64), h5 = Vector256.LoadUnsafe(ref bias, 80), h6 = Vector256.LoadUnsafe(ref bias, 96), h7 = Vector256.LoadUnsafe(ref bias, 112);
        for (var p = 0; p < words.Length + traits.Length; p++)
        {
            ref var row = ref _network.Traits[0];
            if (p >= words.Length) row = ref _network.Traits[traits[p - words.Length] * size];
            else if (words[p] < 0) row = ref _network.Traits[ParserLook.RowOf(p, words[p]) * size];
            else row = ref _places[(_first + words[p]) * PlacesSize + p * size];
            h0 = Vector256.AddSaturate(h0, Vector256.LoadUnsafe(ref row));
            h1 = Vector256.AddSaturate(h1, Vector256.LoadUnsafe(ref row, 16));
            h2 = Vector256.AddSaturate(h2, Vector256.LoadUnsafe(ref row, 32));
            h3 = Vector256.AddSaturate(h3, Vector256.LoadUnsafe(ref row, 48));
            h4 = Vector256.AddSaturate(h4, Vector256.LoadUnsafe(ref row, 64));
            h5 = Vector256.AddSaturate(h5, Vector256.LoadUnsafe(ref row, 80));
            h6 = Vector256.AddSaturate(h6, Vector256.LoadUnsafe(ref row, 96));
            h7 = Vector256.AddSaturate(h7, Vector256.LoadUnsafe(ref row, 112));
        }

        Vector256.Max(h0, Vector256<short>.Zero).CopyTo(hidden);
        Vector256.Max(h1, Vector256<short>.Zero).CopyTo(hidden[16..]);
        Vector256.Max(h2, Vector256<short>.Zero).CopyTo(hidden[32..]);
        Vector256.Max(h3, Vector256<short>.Zero).CopyTo(hidden[48..]);
        Vector256.Max(h4, Vector256<short>.Zero).CopyTo(hidden[64..]);
        Vector256.Max(h5, Vector256<short>.Zero).CopyTo(hidden[80..]);
        Vector256.Max(h6, Vector256<short>.Zero).CopyTo(hidden[96..]);
        Vector256.Max(h7, Vector256<short>.Zero).CopyTo(hidden[112..]);
    }

    private void Grow(int count)
    {
        if (_rows.Length >= count) return;
        var size = Math.Max(count, 2 * _rows.Length);
        Array.Resize(ref _rows, size);
        Array.Resize(ref _sources, size);
        Array.Resize(ref _slots, size);
        Array.Resize(ref _inputs, size * SentenceNetwork.InputSize);
        _tagScores = new short[size * SentenceNetwork.TagStride];
        _both = new short[size * SentenceNetwork.BothSize];
        _nameScores = new short[size * SentenceNetwork.NameStride];
        _places = new short[size * PlacesSize];
    }
}
