using System.Runtime.Intrinsics;

namespace Ascribe.Language.Models;

/// <summary>
/// Runs the words of one sentence through a <see cref="SentenceNetwork"/>. Holds its buffers: one thread at a time. What a word adds to the first
/// convolution depends on that word alone, so it is kept for the words that come again; the results never depend on what is kept.
/// </summary>
internal sealed class SentenceEncoder
{
    private const int Kept = 2048;
    private const int NearSize = SentenceNetwork.Window * SentenceNetwork.ContextSize;
    private const int Context = SentenceNetwork.ContextSize;
    private const int PlacesSize = SentenceNetwork.Positions * SentenceNetwork.StateSize;

    private static readonly float[] s_noBias = new float[Math.Max(NearSize, PlacesSize)];

    private readonly PackedNetwork _network;
    private readonly WordRows[] _keptWords = new WordRows[Kept];
    private readonly float[] _kept = new float[Kept * NearSize];
    private WordRows[] _rows = [];

    /// <summary>Row of the word in <see cref="_fresh"/>; in the kept ones where it is negative, as its complement.</summary>
    private int[] _source = [];
    private float[] _inputs = [];
    private float[] _fresh = [];
    private float[] _near = [];
    private float[] _context = [];
    private float[] _heads = [];
    private float[] _places = [];

    public SentenceEncoder(PackedNetwork network)
    {
        _network = network;
        Array.Fill(_keptWords, WordRows.None);
    }

    public int Count { get; private set; }

    /// <summary>Scores of the tags of a word.</summary>
    public ReadOnlySpan<float> Tags(int word) => _heads.AsSpan(word * SentenceNetwork.HeadSize, PartsOfSpeech.Count);

    /// <summary>Scores of the classes of names of a word.</summary>
    public ReadOnlySpan<float> Names(int word) => _heads.AsSpan(word * SentenceNetwork.HeadSize + SentenceNetwork.NameColumn, NameClasses.Count);

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
            var slot = row.Slot(Kept);
            if (_keptWords[slot] == row)
            {
                _source[i] = ~slot;
                continue;
            }

            _source[i] = fresh;
            row.Input(weights, _inputs.AsSpan(fresh++ * SentenceNetwork.InputSize, SentenceNetwork.InputSize));
        }

        _network.Near.Product(_inputs, SentenceNetwork.InputSize, s_noBias, _fresh, fresh);
        Convolve();
        Keep();
        _network.Heads.Product(_context, Context, weights.HeadBias, _heads, Count);
        _network.Places.Product(_context, Context, s_noBias, _places, Count);
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

    private void Convolve()
    {
        var weights = _network.Weights;
        // One empty row before the first word and after the last.
        _near.AsSpan(0, Context).Clear();
        _near.AsSpan((Count + 1) * Context, Context).Clear();
        for (var i = 0; i < Count; i++) SumNear(i, _near.AsSpan((i + 1) * Context, Context));
        // A window of three rows is one row of the product.
        _network.Far.Product(_near, Context, weights.FarBias, _context, Count);
        var context = _context.AsSpan(0, Count * Context);
        Rows.Rectify(context);
        Rows.Add(_near.AsSpan(Context, Count * Context), context);
    }

    private void SumNear(int word, Span<float> to)
    {
        const int part = Context / 3;
        for (var from = 0; from < Context; from += part)
        {
            ref var bias = ref _network.Weights.NearBias[from];
            Vector256<float> s0 = Vector256.LoadUnsafe(ref bias), s1 = Vector256.LoadUnsafe(ref bias, 8), s2 = Vector256.LoadUnsafe(ref bias, 16), s3 = Vector256.LoadUnsafe(ref bias, 24);
            for (var offset = 0; offset < SentenceNetwork.Window; offset++)
            {
                var other = word + offset - SentenceNetwork.Reach;
                if (other < 0 || other >= Count) continue;
                ref readonly var row = ref NearOf(other)[offset * Context + from];
                s0 += Vector256.LoadUnsafe(in row);
                s1 += Vector256.LoadUnsafe(in row, 8);
                s2 += Vector256.LoadUnsafe(in row, 16);
                s3 += Vector256.LoadUnsafe(in row, 24);
            }

            Vector256.Max(s0, Vector256<float>.Zero).CopyTo(to[from..]);
            Vector256.Max(s1, Vector256<float>.Zero).CopyTo(to[(from + 8)..]);
            Vector256.Max(s2, Vector256<float>.Zero).CopyTo(to[(from + 16)..]);
            Vector256.Max(s3, Vector256<float>.Zero).CopyTo(to[(from + 24)..]);
        }
    }

    private ReadOnlySpan<float> NearOf(int word) =>
        _source[word] < 0 ? _kept.AsSpan(~_source[word] * NearSize, NearSize) : _fresh.AsSpan(_source[word] * NearSize, NearSize);

    private void Keep()
    {
        for (var i = 0; i < Count; i++)
        {
            if (_source[i] < 0) continue;
            var slot = _rows[i].Slot(Kept);
            _keptWords[slot] = _rows[i];
            _fresh.AsSpan(_source[i] * NearSize, NearSize).CopyTo(_kept.AsSpan(slot * NearSize));
        }
    }

    private void Grow()
    {
        if (_rows.Length >= Count) return;
        var size = Math.Max(Count, 2 * _rows.Length);
        _rows = new WordRows[size];
        _source = new int[size];
        _inputs = new float[size * SentenceNetwork.InputSize];
        _fresh = new float[size * NearSize];
        _near = new float[(size + 2) * Context];
        _context = new float[size * Context];
        _heads = new float[size * SentenceNetwork.HeadSize];
        _places = new float[size * PlacesSize];
    }
}
