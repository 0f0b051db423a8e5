using Ascribe.Language.Models;

namespace Ascribe.Language.Coreference;

/// <summary>
/// Which words around a head are its phrase: outwards from the head, each dependent is taken with all below it or ends the phrase on its side.
/// </summary>
internal sealed class PhraseBounds
{
    /// <summary>The number of features of a dependent.</summary>
    public const int Features = 12;

    private readonly Document _document;
    private readonly Decision _belongs;
    private readonly uint[] _lemmas;
    private readonly int[] _firsts;
    private readonly int[] _ends;

    /// <param name="belongs">Decides whether a dependent belongs to the phrase.</param>
    public PhraseBounds(Document document, Decision belongs)
    {
        _document = document;
        _belongs = belongs;
        _lemmas = new uint[document.Count];
        for (var t = 0; t < _lemmas.Length; t++) _lemmas[t] = FeatureHash.Of(document.Lemmas[t]);
        (_firsts, _ends) = Subtrees(document);
    }

    /// <param name="features">Hashes of what is to be seen of the dependent.</param>
    internal delegate bool Decision(int head, int dependent, ReadOnlySpan<uint> features);

    public static Decision By(HashedWeights weights) => (_, _, features) => weights.Score(features) > 0;

    public TokenRange Of(int head)
    {
        var isPredicate = _document.Child(head, Dependency.Cop) >= 0;
        int first = head, end = head + 1;
        var children = _document.Children(head);
        Span<uint> features = stackalloc uint[Features];
        var after = 0;
        while (after < children.Length && children[after] < head) after++;
        for (var i = after - 1; i >= 0; i--)
        {
            if (_document.Relations[children[i]] == Dependency.Punct) continue;
            Write(head, children[i], first, isPredicate, features);
            if (!_belongs(head, children[i], features)) break;
            first = Math.Min(first, _firsts[children[i]]);
        }

        for (var i = after; i < children.Length; i++)
        {
            if (_document.Relations[children[i]] == Dependency.Punct) continue;
            Write(head, children[i], end, isPredicate, features);
            if (!_belongs(head, children[i], features)) break;
            end = Math.Max(end, _ends[children[i]]);
        }

        return Trim(first, end, head);
    }

    /// <summary>The phrase and all coordinated with its head; null where nothing is.</summary>
    public TokenRange? WithCoordinated(int head, TokenRange phrase)
    {
        var end = phrase.End;
        foreach (var child in _document.Children(head))
        {
            if (child > head && _document.Relations[child] == Dependency.Conj) end = Math.Max(end, _ends[child]);
        }

        return end > phrase.End ? Trim(phrase.First, end, head) : null;
    }

    private void Write(int head, int child, int edge, bool isPredicate, Span<uint> features)
    {
        var relation = FeatureHash.Mix(80, (uint)_document.Relations[child], child > head ? 1u : 0);
        var first = _firsts[child];
        var comma = first > 0 && _document.Tags[first - 1].IsPunctuation() ? 1u : 0;
        features[0] = FeatureHash.Mix(81, relation);
        features[1] = FeatureHash.Mix(82, relation, isPredicate ? 1u : 0);
        features[2] = FeatureHash.Mix(83, relation, (uint)_document.Tags[head]);
        features[3] = FeatureHash.Mix(84, relation, _lemmas[child]);
        features[4] = FeatureHash.Mix(85, relation, _lemmas[first]);
        features[5] = FeatureHash.Mix(86, relation, comma, isPredicate ? 1u : 0);
        features[6] = FeatureHash.Mix(87, relation, (uint)Math.Min(_ends[child] - first, 12));
        features[7] = FeatureHash.Mix(88, relation, _lemmas[head]);
        features[8] = FeatureHash.Mix(89, relation, (uint)Math.Clamp(child > head ? first - edge : edge - _ends[child], -1, 3) + 1);
        features[9] = FeatureHash.Mix(90, relation, (uint)_document.Relations[head]);
        features[10] = FeatureHash.Mix(91, relation, (uint)_document.Tags[child], comma);
        features[11] = FeatureHash.Mix(92, relation, (uint)_document.Tags[first], (uint)_document.Tags[head]);
    }

    private TokenRange Trim(int first, int end, int head)
    {
        while (first < head && IsEdge(first, first + 1, end)) first++;
        while (end > head + 1 && IsEdge(end - 1, first, end - 1)) end--;
        return new TokenRange(first, end);
    }

    /// <summary>Punctuation that does not belong at the edge of a phrase; closing marks do where their opening mark stands in it.</summary>
    private bool IsEdge(int token, int from, int to)
    {
        var partner = _document.Tags[token] switch
        {
            PartOfSpeech.CloseQuote => PartOfSpeech.OpenQuote,
            PartOfSpeech.RightBracket => PartOfSpeech.LeftBracket,
            PartOfSpeech.OpenQuote => PartOfSpeech.CloseQuote,
            PartOfSpeech.LeftBracket => PartOfSpeech.RightBracket,
            _ => PartOfSpeech.Unknown,
        };
        if (partner == PartOfSpeech.Unknown) return _document.Tags[token].IsPunctuation();
        return _document.Tags.AsSpan(from, to - from).IndexOf(partner) < 0;
    }

    /// <summary>First token and end of every token's subtree. Each token takes its bounds once: from the first and the last token below it.</summary>
    private static (int[] Firsts, int[] Ends) Subtrees(Document document)
    {
        var firsts = new int[document.Count];
        var ends = new int[document.Count];
        Array.Fill(firsts, -1);
        for (var t = 0; t < document.Count; t++)
        {
            for (var a = t; a >= 0 && firsts[a] < 0; a = document.Heads[a]) firsts[a] = t;
        }

        for (var t = document.Count - 1; t >= 0; t--)
        {
            for (var a = t; a >= 0 && ends[a] == 0; a = document.Heads[a]) ends[a] = t + 1;
        }

        return (firsts, ends);
    }
}
