using Ascribe.Lab.Muc4;
using Ascribe.Language;
using Ascribe.Places;

namespace Ascribe.Lab.Training;

/// <summary>What is looked at to tell how two mentions of a sentence stand to each other: their types, the path between them in the parse, the words around.</summary>
internal sealed class PairFeatures
{
    /// <summary>A path of more steps is told by its length alone.</summary>
    private const int LongPath = 6;

    private readonly Document _document;
    private readonly Argument[] _arguments;
    private readonly Dictionary<int, int> _chainOf = [];
    private readonly Features _features = new();

    /// <summary>A mention by its words.</summary>
    /// <param name="Head">The word that governs the others.</param>
    private readonly record struct Argument(TokenRange Tokens, int Head, string Type);

    /// <param name="mentions">In text order, none overlapping another.</param>
    public PairFeatures(Document document, IReadOnlyList<Re3dMention> mentions)
    {
        _document = document;
        _arguments = [.. mentions.Select(Of)];
        for (var c = 0; c < document.Chains.Count; c++)
        {
            foreach (var mention in document.Chains[c].Mentions) _chainOf[mention.Head] = c;
        }
    }

    /// <summary>True for mentions that begin in one sentence.</summary>
    public bool AreTogether(int first, int second) => _document.SentenceOf(_arguments[first].Tokens.First) == _document.SentenceOf(_arguments[second].Tokens.First);

    /// <param name="first">The mention that stands before.</param>
    public uint[] Of(int first, int second)
    {
        _features.Clear();
        var (a, b) = (_arguments[first], _arguments[second]);
        var types = a.Type + "+" + b.Type;
        _features.Add("types", types);
        _features.Add("type-a", a.Type);
        _features.Add("type-b", b.Type);
        _features.Add("heads", _document[a.Head].Lemma, _document[b.Head].Lemma);
        AddSide("a", a, types);
        AddSide("b", b, types);
        AddBetween(a, b, types, second - first - 1);
        AddPath("", a.Head, b.Head, types);
        AddPath("led-", Lead(a.Head), Lead(b.Head), types);
        AddSentence(a, types);
        AddLikeness(a, b, types);
        return _features.ToArray();
    }

    private Argument Of(Re3dMention mention)
    {
        var first = Array.FindIndex(_document.Spans, s => s.End > mention.Span.Start);
        var tokens = new TokenRange(first, Math.Max(first, Array.FindLastIndex(_document.Spans, s => s.Start < mention.Span.End)) + 1);
        return new Argument(tokens, PlaceRoles.HeadOf(_document, tokens), mention.Type);
    }

    private void AddSide(string side, Argument argument, string types)
    {
        var head = _document[argument.Head];
        var governor = head.Head < 0 ? "" : _document[head.Head].Lemma;
        var marker = _document.Child(argument.Head, Dependency.Case) is >= 0 and var child ? _document[child].Lemma : "";
        _features.Add("head-" + side, head.Lemma);
        _features.Add("head-types-" + side, head.Lemma, types);
        _features.Add("tag-" + side, head.Tag.ToString(), types);
        _features.Add("relation-" + side, head.Relation.Name(), types);
        _features.Add("governor-" + side, governor);
        _features.Add("governor-relation-" + side, governor, head.Relation.Name(), types);
        _features.Add("marker-" + side, marker, types);
        _features.Add("before-" + side, LemmaAt(argument.Tokens.First - 1), types);
        _features.Add("after-" + side, LemmaAt(argument.Tokens.End), types);
        for (var t = argument.Tokens.First; t < argument.Tokens.End; t++) _features.Add("word-" + side, _document[t].Lemma);
    }

    private void AddBetween(Argument a, Argument b, string types, int mentions)
    {
        var between = b.Tokens.First - a.Tokens.End;
        var distance = between switch { <= 3 => between, <= 6 => 4, <= 12 => 5, <= 20 => 6, _ => 7 };
        _features.Add("distance", distance);
        _features.Add("distance-types", types, distance);
        _features.Add("mentions", types, mentions, 4);
        var verbs = 0;
        for (var t = a.Tokens.End; t < b.Tokens.First; t++)
        {
            AddWord("between", t, types);
            _features.Add("between-pair", LemmaAt(t - 1), _document[t].Lemma);
            if (_document[t].Tag.IsVerb()) verbs++;
        }

        _features.Add("verbs", types, verbs, 3);
        if (between <= 4) _features.Add("string", string.Join(' ', Enumerable.Range(a.Tokens.End, Math.Max(0, between)).Select(t => _document[t].Lemma)), types);
    }

    /// <summary>The first of those that are listed with a word, and what an example stands for ("groups including Y and Z").</summary>
    private int Lead(int token)
    {
        while (_document[token] is { Relation: Dependency.Conj or Dependency.Appos, Head: >= 0 } view) token = view.Head;
        return token;
    }

    private void AddPath(string way, int a, int b, string types)
    {
        var up = new List<int>();
        for (var t = a; t >= 0; t = _document[t].Head) up.Add(t);
        var down = new List<int>();
        var top = b;
        for (; top >= 0 && !up.Contains(top); top = _document[top].Head) down.Add(top);
        if (top < 0) return;
        up.RemoveRange(up.IndexOf(top), up.Count - up.IndexOf(top));
        down.Reverse();
        var length = up.Count + down.Count;
        _features.Add(way + "path-length", types, length, LongPath + 1);
        AddWord(way + "top", top, types);
        foreach (var t in up) _features.Add(way + "up", _document[t].Relation.Name(), types);
        foreach (var t in down) _features.Add(way + "down", _document[t].Relation.Name(), types);
        foreach (var t in up.Concat(down).Append(top).Where(t => t != a && t != b)) AddWord(way + "on-path", t, types);
        if (length > LongPath) return;
        var path = string.Join(' ', up.Select(t => "<" + _document[t].Relation.Name()).Concat(down.Select(t => ">" + _document[t].Relation.Name())));
        _features.Add(way + "path", path);
        _features.Add(way + "path-types", path, types);
        _features.Add(way + "path-top", path, top == a || top == b ? "" : _document[top].Lemma);
    }

    private void AddWord(string where, int token, string types)
    {
        _features.Add(where, _document[token].Lemma);
        _features.Add(where + "-types", _document[token].Lemma, types);
    }

    private void AddSentence(Argument a, string types)
    {
        var tokens = _document.SentenceTokens(_document.SentenceOf(a.Tokens.First));
        _features.Add("sentence-mentions", _arguments.Count(m => tokens.Contains(m.Tokens.First)), 12);
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (_document[t].Tag.IsVerb()) _features.Add("sentence-verb", _document[t].Lemma, types);
        }
    }

    private void AddLikeness(Argument a, Argument b, string types)
    {
        if (_chainOf.TryGetValue(a.Head, out var chain) && _chainOf.TryGetValue(b.Head, out var other)) _features.Add("chain", chain == other ? "same" : "other", types);
        if (_document[a.Head].Lemma == _document[b.Head].Lemma) _features.Add("same-head", types);
        if (_document[b.Head].Tag is PartOfSpeech.PRP or PartOfSpeech.PRPS) _features.Add("pronoun", types);
        if (LemmaAt(b.Tokens.First - 1) == "(") _features.Add("bracket", types);
    }

    private string LemmaAt(int token) => token >= 0 && token < _document.Count ? _document[token].Lemma : "";
}
