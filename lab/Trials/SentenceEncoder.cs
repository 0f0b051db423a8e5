using Ascribe.Language.Models;

namespace Ascribe.Lab.Trials;

/// <summary>Runs <see cref="SyntaxNetwork"/> over one sentence. Holds its buffers; one thread at a time.</summary>
internal sealed class SentenceEncoder
{
    private readonly SyntaxNetwork _network;

    public SentenceEncoder(SyntaxNetwork network) => _network = network;

    public int Count { get; private set; }

    /// <summary>Rows of the words, and of their endings (three a word).</summary>
    public int[] WordRows = [];
    public int[] EndingRows = [];
    public int[] ShapeRows = [];

    /// <summary>The inputs with <see cref="SyntaxNetwork.Reach"/> empty rows at both ends: the window of word i begins at row i.</summary>
    public float[] Inputs = [];
    public float[] Near = [];

    /// <summary>The first convolution's result with one empty row at both ends.</summary>
    public float[] NearPadded = [];
    public float[] Far = [];

    /// <summary>Each word in its context.</summary>
    public float[] Context = [];

    /// <summary>What each word adds to a parser state at each position.</summary>
    public float[] Places = [];

    public void Rows(WordFeatures words)
    {
        Count = words.Count;
        if (WordRows.Length < Count)
        {
            var size = Math.Max(Count, 2 * WordRows.Length);
            WordRows = new int[size];
            EndingRows = new int[3 * size];
            ShapeRows = new int[size];
            Inputs = new float[(size + 2 * SyntaxNetwork.Reach) * SyntaxNetwork.InputSize];
            Near = new float[size * SyntaxNetwork.ContextSize];
            NearPadded = new float[(size + 2) * SyntaxNetwork.ContextSize];
            Far = new float[size * SyntaxNetwork.ContextSize];
            Context = new float[size * SyntaxNetwork.ContextSize];
            Places = new float[size * SyntaxNetwork.Positions * SyntaxNetwork.StateSize];
        }

        const uint mask = (1u << SyntaxNetwork.EndingBits) - 1;
        for (var i = 0; i < Count; i++)
        {
            WordRows[i] = _network.Rows.GetValueOrDefault(words.Forms[i], _network.Rows.Count);
            EndingRows[3 * i] = (int)(FeatureHash.Mix(1, words.Suffix2[i]) & mask);
            EndingRows[3 * i + 1] = (int)(FeatureHash.Mix(2, words.Suffix3[i]) & mask);
            EndingRows[3 * i + 2] = (int)(FeatureHash.Mix(3, words.Suffix4[i]) & mask);
            ShapeRows[i] = (int)words.Shapes[i];
        }
    }

    public void Embed()
    {
        const int size = SyntaxNetwork.InputSize;
        Inputs.AsSpan(0, SyntaxNetwork.Reach * size).Clear();
        Inputs.AsSpan((SyntaxNetwork.Reach + Count) * size, SyntaxNetwork.Reach * size).Clear();
        for (var i = 0; i < Count; i++)
        {
            var input = Inputs.AsSpan((i + SyntaxNetwork.Reach) * size, size);
            _network.Words.AsSpan(WordRows[i] * SyntaxNetwork.WordSize, SyntaxNetwork.WordSize).CopyTo(input);
            var ending = input.Slice(SyntaxNetwork.WordSize, SyntaxNetwork.EndingSize);
            ending.Clear();
            for (var e = 0; e < 3; e++) Matrix.Add(_network.Endings.AsSpan(EndingRows[3 * i + e] * SyntaxNetwork.EndingSize, SyntaxNetwork.EndingSize), ending);
            _network.Shapes.AsSpan(ShapeRows[i] * SyntaxNetwork.ShapeSize, SyntaxNetwork.ShapeSize).CopyTo(input[(SyntaxNetwork.WordSize + SyntaxNetwork.EndingSize)..]);
        }
    }

    public void Convolve()
    {
        const int context = SyntaxNetwork.ContextSize;
        // A window is a run of rows: the rows of the input overlap as a matrix whose rows are one word apart.
        for (var i = 0; i < Count; i++) _network.NearBias.CopyTo(Near.AsSpan(i * context, context));
        AddWindows(Inputs, SyntaxNetwork.InputSize, SyntaxNetwork.Window, _network.Near, Near);
        Matrix.Rectify(Near.AsSpan(0, Count * context));
        NearPadded.AsSpan(0, context).Clear();
        Near.AsSpan(0, Count * context).CopyTo(NearPadded.AsSpan(context));
        NearPadded.AsSpan((Count + 1) * context, context).Clear();
        for (var i = 0; i < Count; i++) _network.FarBias.CopyTo(Far.AsSpan(i * context, context));
        AddWindows(NearPadded, context, 3, _network.Far, Far);
        Matrix.Rectify(Far.AsSpan(0, Count * context));
        Near.AsSpan(0, Count * context).CopyTo(Context);
        Matrix.Add(Far.AsSpan(0, Count * context), Context);
    }

    /// <summary>Each offset of the window is one product of all words with the weights of that offset.</summary>
    private void AddWindows(float[] input, int size, int window, float[] weights, float[] output)
    {
        for (var offset = 0; offset < window; offset++)
        {
            Matrix.AddProduct(
                input.AsSpan(offset * size, Count * size), weights.AsSpan(offset * size * SyntaxNetwork.ContextSize, size * SyntaxNetwork.ContextSize), output, Count, size,
                SyntaxNetwork.ContextSize);
        }
    }

    public void Place()
    {
        var size = SyntaxNetwork.Positions * SyntaxNetwork.StateSize;
        Places.AsSpan(0, Count * size).Clear();
        Matrix.AddProduct(Context, _network.Places, Places, Count, SyntaxNetwork.ContextSize, size);
    }

    /// <summary>Scores of the tags of every word: Count × TagStride.</summary>
    public void ScoreTags(Span<float> scores)
    {
        for (var i = 0; i < Count; i++) _network.TagBias.CopyTo(scores[(i * SyntaxNetwork.TagStride)..]);
        Matrix.AddProduct(Context, _network.Tags, scores, Count, SyntaxNetwork.ContextSize, SyntaxNetwork.TagStride);
    }

    /// <summary>The words, child labels and distances of a state, as rows of the network's tables.</summary>
    public static void Look(ParserState state, Span<int> words, Span<int> labels, Span<int> distances)
    {
        int s0 = state.Stack(0), s1 = state.Stack(1), b0 = state.Buffer;
        int Left(int i) => i < 0 ? -1 : state.Left[i];
        int Right(int i) => i < 0 || i >= state.Count ? -1 : state.Right[i];
        words[0] = s0;
        words[1] = s1;
        words[2] = state.Stack(2);
        words[3] = b0;
        words[4] = Left(s0);
        words[5] = Right(s0);
        words[6] = Right(s1);
        words[7] = Left(b0);
        int Label(int child) => child < 0 ? 63 : (int)state.Labels[child];
        labels[0] = Label(Left(s0));
        labels[1] = Label(Right(s0));
        labels[2] = Label(Left(s1));
        labels[3] = Label(Right(s1));
        labels[4] = Label(Left(b0));
        distances[0] = s0 < 0 ? 7 : Math.Min(b0 - s0 - 1, 6);
        distances[1] = 8 + (s1 < 0 ? 7 : Math.Min(s0 - s1 - 1, 6));
        distances[2] = 16 + (s0 < 0 ? 0 : Math.Min(state.LeftCount[s0], 3) * 4 + Math.Min(state.RightCount[s0], 3));
        distances[3] = 32 + (s1 < 0 ? 0 : Math.Min(state.LeftCount[s1], 3) * 4 + Math.Min(state.RightCount[s1], 3));
        distances[4] = 48 + Math.Min(state.LeftCount[b0], 3);
    }

    /// <summary>The hidden vector of a state before it is rectified.</summary>
    public void State(ReadOnlySpan<int> words, ReadOnlySpan<int> labels, ReadOnlySpan<int> distances, Span<float> hidden)
    {
        const int size = SyntaxNetwork.StateSize;
        _network.StateBias.CopyTo(hidden);
        for (var p = 0; p < SyntaxNetwork.Positions; p++) Matrix.Add(WordAt(words[p], p), hidden);
        for (var l = 0; l < SyntaxNetwork.LabelSlots; l++) Matrix.Add(_network.Labels.AsSpan((l * 64 + labels[l]) * size, size), hidden);
        foreach (var d in distances) Matrix.Add(_network.Distances.AsSpan(d * size, size), hidden);
    }

    private ReadOnlySpan<float> WordAt(int word, int position)
    {
        const int size = SyntaxNetwork.StateSize;
        if (word >= 0 && word < Count) return Places.AsSpan((word * SyntaxNetwork.Positions + position) * size, size);
        return _network.NoWord.AsSpan(((word < 0 ? 0 : 1) * SyntaxNetwork.Positions + position) * size, size);
    }
}
