using System.Runtime.InteropServices;

namespace Ascribe.Language.Models;

/// <summary>
/// Takes the names of a document from the scores of its words: the best well-formed sequence of classes in each sentence (Viterbi), after
/// words that come several times in the document have told each other what they are. Holds its buffers: one thread at a time.
/// </summary>
internal sealed class NameDecoder
{
    /// <summary>Share of a word's score that comes from the other places where the document has it.</summary>
    private const float Memory = 0.3f;

    private const int Kinds = NameClasses.Kinds;

    private float[] _scores = [];
    private float[] _closed = [];
    private float[] _open = [];
    private int[] _closing = [];
    private bool[] _continues = [];
    private readonly Dictionary<uint, (int Count, int Row)> _seen = [];
    private float[] _sums = [];

    private uint[] _forms = [];

    public void Start(Document document)
    {
        if (_forms.Length >= document.Count) return;
        var size = Math.Max(document.Count, 2 * _forms.Length);
        _forms = new uint[size];
        _scores = new float[size * NameClasses.Count];
        _closed = new float[size + 1];
        _open = new float[(size + 1) * Kinds];
        _closing = new int[size];
        _continues = new bool[size * Kinds];
        _sums = new float[size * NameClasses.Count];
    }

    /// <param name="form">Hash of the word's form; 0 where case or shape says that it is hardly part of a name.</param>
    public void Add(int token, uint form) => _forms[token] = form;

    /// <param name="scores">In units of <see cref="FixedPoint.Score"/>.</param>
    public void Score(int token, ReadOnlySpan<short> scores)
    {
        var to = _scores.AsSpan(token * NameClasses.Count, NameClasses.Count);
        for (var i = 0; i < to.Length; i++) to[i] = scores[i];
    }

    public List<Name> Names(Document document)
    {
        Remember(document.Count);
        var names = new List<Name>();
        for (var s = 0; s < document.SentenceCount; s++) Decode(document, document.SentenceTokens(s), names);
        return names;
    }

    private void Remember(int count)
    {
        const int size = NameClasses.Count;
        _seen.Clear();
        for (var t = 0; t < count; t++)
        {
            if (_forms[t] == 0) continue;
            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, _forms[t], out var known);
            if (!known)
            {
                seen.Row = _seen.Count - 1;
                _sums.AsSpan(seen.Row * size, size).Clear();
            }

            seen.Count++;
            for (var c = 0; c < size; c++) _sums[seen.Row * size + c] += _scores[t * size + c];
        }

        for (var t = 0; t < count; t++)
        {
            if (_forms[t] == 0) continue;
            var (times, row) = _seen[_forms[t]];
            if (times < 2) continue;
            for (var c = 0; c < size; c++)
            {
                var own = _scores[t * size + c];
                var others = (_sums[row * size + c] - own) / (times - 1);
                _scores[t * size + c] = own + Memory * (others - own);
            }
        }
    }

    /// <summary>A closed place lies outside or after a name's last word, an open one within a name of a kind.</summary>
    private void Decode(Document document, TokenRange tokens, List<Name> names)
    {
        _closed[0] = 0;
        _open.AsSpan(0, Kinds).Fill(float.NegativeInfinity);
        for (var i = 0; i < tokens.Count; i++)
        {
            var scores = _scores.AsSpan((tokens.First + i) * NameClasses.Count, NameClasses.Count);
            var (best, closing) = (_closed[i] + scores[NameClasses.Outside], NameClasses.Outside);
            for (var kind = 0; kind < Kinds; kind++)
            {
                var open = _open[i * Kinds + kind];
                var unit = _closed[i] + scores[NameClasses.Of(kind, NameClasses.Unit)];
                var last = open + scores[NameClasses.Of(kind, NameClasses.Last)];
                if (unit > best) (best, closing) = (unit, NameClasses.Of(kind, NameClasses.Unit));
                if (last > best) (best, closing) = (last, NameClasses.Of(kind, NameClasses.Last));
                var begin = _closed[i] + scores[NameClasses.Of(kind, NameClasses.Begin)];
                var inside = open + scores[NameClasses.Of(kind, NameClasses.Inside)];
                _continues[i * Kinds + kind] = inside > begin;
                _open[(i + 1) * Kinds + kind] = Math.Max(inside, begin);
            }

            _closed[i + 1] = best;
            _closing[i] = closing;
        }

        var from = names.Count;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            var closing = _closing[i];
            if (closing == NameClasses.Outside) continue;
            var (end, kind) = (i + 1, NameClasses.Kind(closing));
            if (NameClasses.Part(closing) == NameClasses.Last)
            {
                i--;
                while (_continues[i * Kinds + kind]) i--;
            }

            Add(document, new TokenRange(tokens.First + i, tokens.First + end), (NameKind)kind, names);
        }

        names.Reverse(from, names.Count - from);
    }

    /// <summary>"Popular Front (PF": no name goes over a bracket that it does not close. What stands behind it comes first, for names are found from the end.</summary>
    private static void Add(Document document, TokenRange tokens, NameKind kind, List<Name> names)
    {
        var tags = document.Tags.AsSpan(tokens.First, tokens.Count);
        var bracket = tags.IndexOf(PartOfSpeech.LeftBracket);
        if (bracket > 0 && !tags.Contains(PartOfSpeech.RightBracket))
        {
            var behind = tokens.First + bracket + 1;
            if (behind < tokens.End) names.Add(new Name(new TokenRange(behind, tokens.End), kind));
            tokens = new TokenRange(tokens.First, behind - 1);
        }

        names.Add(new Name(tokens, kind));
    }
}
