using Ascribe.Language.Coreference;

namespace Ascribe.Language;

/// <summary>
/// A text with its linguistic layers, kept as parallel arrays indexed by token. Immutable once an analyzer has returned it; safe to
/// read from many threads. Token and Sentence are views.
/// </summary>
public sealed class Document
{
    private readonly int[] _sentenceFirsts;
    private readonly int[] _sentenceOfToken;
    private readonly bool[] _opensParagraph;
    private int[]? _childOffsets;
    private int[]? _children;
    private IReadOnlyList<Chain>? _chains;

    /// <param name="text">The text; every span lies in it.</param>
    /// <param name="spans">Token spans, ascending, not overlapping, none empty.</param>
    /// <param name="forms">One folded form a token, see <see cref="Token.Form"/>.</param>
    /// <param name="sentenceFirsts">Index of the first token of each sentence, ascending; the first is 0. Empty without tokens.</param>
    /// <param name="opensParagraph">One flag a sentence.</param>
    internal Document(string text, TextSpan[] spans, string[] forms, int[] sentenceFirsts, bool[] opensParagraph)
        : this(text, spans, [.. forms.Select((form, t) => new Word(spans[t].In(text), form))], sentenceFirsts, opensParagraph)
    {
    }

    /// <param name="text">The text; every span lies in it.</param>
    /// <param name="spans">Token spans, ascending, not overlapping, none empty.</param>
    /// <param name="words">One a token.</param>
    /// <param name="sentenceFirsts">Index of the first token of each sentence, ascending; the first is 0. Empty without tokens.</param>
    /// <param name="opensParagraph">One flag a sentence.</param>
    internal Document(string text, TextSpan[] spans, Word[] words, int[] sentenceFirsts, bool[] opensParagraph)
    {
        Text = text;
        Spans = spans;
        Words = words;
        Forms = new string[words.Length];
        for (var t = 0; t < words.Length; t++) Forms[t] = words[t].Form;
        _sentenceFirsts = sentenceFirsts;
        _opensParagraph = opensParagraph;
        _sentenceOfToken = new int[spans.Length];
        for (var s = 0; s < sentenceFirsts.Length; s++)
        {
            var end = s + 1 < sentenceFirsts.Length ? sentenceFirsts[s + 1] : spans.Length;
            _sentenceOfToken.AsSpan(sentenceFirsts[s], end - sentenceFirsts[s]).Fill(s);
        }

        Tags = new PartOfSpeech[spans.Length];
        Lemmas = Forms;
        Heads = new int[spans.Length];
        Array.Fill(Heads, -1);
        Relations = new Dependency[spans.Length];
        Names = [];
    }

    public string Text { get; }

    /// <summary>Number of tokens.</summary>
    public int Count => Spans.Length;

    public int SentenceCount => _sentenceFirsts.Length;

    public Token this[int token] => new(this, token);

    /// <summary>The names in text order; they do not overlap.</summary>
    public IReadOnlyList<Name> Names { get; internal set; }

    /// <summary>
    /// Place, date and agency at the head of a wire report with the dash after them ("ERBIL, Iraq (Wire) —"): a sentence of its own.
    /// Empty where there is none.
    /// </summary>
    public TokenRange Dateline { get; internal init; }

    /// <summary>
    /// The chains of mentions that stand for one thing, by their first mention; no mention is in two. Found when first asked for; empty where the
    /// document comes from no analyzer.
    /// </summary>
    /// <exception cref="InvalidDataException">The model of chains is missing, damaged or of another format.</exception>
    public IReadOnlyList<Chain> Chains => _chains ??= ChainReader?.Value.Read(this) ?? [];

    /// <summary>What finds the chains; its result depends on the document alone, so that two threads that ask at once get equal ones.</summary>
    internal Lazy<ChainReader>? ChainReader { get; set; }

    internal TextSpan[] Spans { get; }

    internal Word[] Words { get; }

    internal string[] Forms { get; }

    internal string[] Lemmas { get; set; }

    internal PartOfSpeech[] Tags { get; }

    internal int[] Heads { get; }

    internal Dependency[] Relations { get; }

    public Sentence Sentence(int index) => new(this, index);

    public IEnumerable<Sentence> Sentences
    {
        get
        {
            for (var s = 0; s < SentenceCount; s++) yield return new Sentence(this, s);
        }
    }

    public int SentenceOf(int token) => _sentenceOfToken[token];

    public TokenRange SentenceTokens(int sentence) =>
        new(_sentenceFirsts[sentence], sentence + 1 < _sentenceFirsts.Length ? _sentenceFirsts[sentence + 1] : Count);

    public bool OpensParagraph(int sentence) => _opensParagraph[sentence];

    /// <summary>From the start of the first token to the end of the last; the empty span at 0 for an empty range.</summary>
    public TextSpan SpanOf(TokenRange tokens) =>
        tokens.IsEmpty ? default : new TextSpan(Spans[tokens.First].Start, Spans[tokens.End - 1].End);

    public string TextOf(TokenRange tokens) => SpanOf(tokens).In(Text).ToString();

    /// <summary>Indices of the tokens governed by <paramref name="token"/>, in text order.</summary>
    public ReadOnlySpan<int> Children(int token)
    {
        if (_children is null) BuildChildren();
        return _children.AsSpan(_childOffsets![token], _childOffsets[token + 1] - _childOffsets[token]);
    }

    /// <summary>The first token governed by <paramref name="token"/> with the relation, or -1.</summary>
    public int Child(int token, Dependency relation)
    {
        foreach (var child in Children(token))
        {
            if (Relations[child] == relation) return child;
        }

        return -1;
    }

    /// <summary>True when <paramref name="ancestor"/> governs <paramref name="token"/>, directly or not, or is the token itself.</summary>
    public bool Governs(int ancestor, int token)
    {
        for (var t = token; t >= 0; t = Heads[t])
        {
            if (t == ancestor) return true;
        }

        return false;
    }

    /// <summary>The tokens from the leftmost to the rightmost descendant of <paramref name="token"/>, itself included.</summary>
    public TokenRange Subtree(int token)
    {
        int first = token, end = token + 1;
        Extend(token, ref first, ref end);
        return new TokenRange(first, end);
    }

    /// <summary>
    /// The noun phrase headed by <paramref name="head"/> without relative clauses, other clauses, appositions, coordinated phrases and
    /// the prepositional phrases after it: "the two wounded border guards" of "the two wounded border guards from Erbil, who …".
    /// </summary>
    public TokenRange NounPhrase(int head)
    {
        int first = head, end = head + 1;
        foreach (var child in Children(head))
        {
            if (Relations[child] is not (Dependency.Det or Dependency.DetPredet or Dependency.Amod or Dependency.Nummod or Dependency.Compound
                or Dependency.NmodPoss or Dependency.Flat or Dependency.NmodDesc or Dependency.Goeswith or Dependency.Fixed)) continue;
            int from = child, to = child + 1;
            Extend(child, ref from, ref to);
            if (child < head) first = Math.Min(first, from);
            else if (from <= end) end = Math.Max(end, to);
        }

        return new TokenRange(first, end);
    }

    private void Extend(int token, ref int first, ref int end)
    {
        // Iterative: a long chain of dependents must not exhaust the stack.
        var open = new Stack<int>();
        open.Push(token);
        while (open.TryPop(out var next))
        {
            first = Math.Min(first, next);
            end = Math.Max(end, next + 1);
            foreach (var child in Children(next)) open.Push(child);
        }
    }

    private void BuildChildren()
    {
        var offsets = new int[Count + 1];
        foreach (var head in Heads)
        {
            if (head >= 0) offsets[head + 1]++;
        }

        for (var i = 0; i < Count; i++) offsets[i + 1] += offsets[i];
        var children = new int[offsets[Count]];
        var next = offsets.AsSpan(0, Count).ToArray();
        for (var i = 0; i < Count; i++)
        {
            if (Heads[i] >= 0) children[next[Heads[i]]++] = i;
        }

        _childOffsets = offsets;
        _children = children;
    }
}
