using Ascribe.Language;

namespace Ascribe.Lexicons;

/// <summary>
/// Finds the phrases of a lexicon in a document. A phrase is a line of words separated by blanks, matched token by token:
/// <c>according to</c> matches the folded forms; <c>claim/v responsibility</c> matches any verb whose lemma is "claim";
/// <c>car bomb/n</c> any noun whose lemma is "bomb"; <c>heavy/a</c> any adjective; <c>strike/*</c> the lemma with any tag.
/// Where a word of the phrase holds a hyphen or an apostrophe, write it as it is tokenised ("al - sham" if the tokenizer splits there).
/// </summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
public sealed class PhraseMatcher<T>
{
    private readonly Node _root = new();
    private readonly WordFilter _firstWords = new();

    /// <summary>A phrase found.</summary>
    public readonly record struct Match(TokenRange Tokens, T Value);

    public int Count { get; private set; }

    /// <exception cref="ArgumentException">The phrase is empty.</exception>
    public void Add(string phrase, T value)
    {
        var node = _root;
        var any = false;
        foreach (var word in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var slash = word.Length > 2 && word[^2] == '/' && word[^1] is 'v' or 'n' or 'a' or '*' ? word[^1] : '\0';
            var key = slash == '\0' ? TokenForm.Fold(word) : TokenForm.Fold(word.AsSpan(0, word.Length - 2));
            if (!any) _firstWords.Add(key);
            var ways = node.Ways(slash);
            if (!ways.TryGetValue(key, out var next)) ways[key] = next = new Node();
            node = next;
            any = true;
        }

        if (!any) throw new ArgumentException("A phrase has at least one word.", nameof(phrase));
        (node.Values ??= []).Add(value);
        Count++;
    }

    /// <summary>All phrases that begin at the token, longest first.</summary>
    public List<Match> At(Document document, int token)
    {
        var found = new List<Match>();
        if (!MayBegin(document, token)) return found;
        Walk(_root, token);
        found.Reverse();
        return found;

        void Walk(Node node, int next)
        {
            if (node.Values is { } values)
            {
                foreach (var value in values) found.Add(new Match(new TokenRange(token, next), value));
            }

            if (next >= document.Count || (next > token && document.SentenceOf(next) != document.SentenceOf(token))) return;
            var (byForm, byTag, byLemma) = node.Next(document[next]);
            if (byForm is not null) Walk(byForm, next + 1);
            if (byTag is not null) Walk(byTag, next + 1);
            if (byLemma is not null) Walk(byLemma, next + 1);
        }
    }

    /// <summary>The longest phrases from left to right, not overlapping. Of equal ones the first of the lexicon.</summary>
    public IEnumerable<Match> All(Document document) => All(document, new TokenRange(0, document.Count));

    public IEnumerable<Match> All(Document document, TokenRange within)
    {
        for (var t = within.First; t < within.End;)
        {
            if (Longest(document, t) is { } match && match.Tokens.End <= within.End)
            {
                yield return match;
                t = match.Tokens.End;
            }
            else
            {
                t++;
            }
        }
    }

    /// <summary>The longest phrase that begins at the token, or null.</summary>
    public Match? Longest(Document document, int token)
    {
        if (!MayBegin(document, token)) return null;
        (int End, T? Value) best = (token, default);
        Walk(_root, token);
        return best.End == token ? null : new Match(new TokenRange(token, best.End), best.Value!);

        void Walk(Node node, int next)
        {
            if (node.Values is { } values && next >= best.End) best = (next, values[^1]);
            if (next >= document.Count || (next > token && document.SentenceOf(next) != document.SentenceOf(token))) return;
            var (byForm, byTag, byLemma) = node.Next(document[next]);
            if (byForm is not null) Walk(byForm, next + 1);
            if (byTag is not null) Walk(byTag, next + 1);
            if (byLemma is not null) Walk(byLemma, next + 1);
        }
    }

    /// <summary>Whether a phrase of several words may begin at the token.</summary>
    public bool MayContinue(Document document, int token)
    {
        if (!MayBegin(document, token)) return false;
        var (byForm, byTag, byLemma) = _root.Next(document[token]);
        return byForm is { HasNext: true } || byTag is { HasNext: true } || byLemma is { HasNext: true };
    }

    /// <summary>The longest phrase whose first word is at the token and whose others follow one another from a later token on ("blew the bridge up"), or null: its other words.</summary>
    public Match? Apart(Document document, int first, int rest) => AllApart(document, first, rest) is [.., var last] ? last : null;

    /// <summary>The same with all the values that the phrase has.</summary>
    public List<Match> AllApart(Document document, int first, int rest)
    {
        if (!MayBegin(document, first)) return [];
        (int End, List<T> Values) best = (rest, []);
        Go(_root, first, rest);
        return best.Values.ConvertAll(value => new Match(new TokenRange(rest, best.End), value));

        void Walk(Node node, int next)
        {
            if (node.Values is { } values && next > best.End) best = (next, values);
            if (next < document.Count && document.SentenceOf(next) == document.SentenceOf(first)) Go(node, next, next + 1);
        }

        void Go(Node node, int token, int next)
        {
            var (byForm, byTag, byLemma) = node.Next(document[token]);
            if (byForm is not null) Walk(byForm, next);
            if (byTag is not null) Walk(byTag, next);
            if (byLemma is not null) Walk(byLemma, next);
        }
    }

    private bool MayBegin(Document document, int token)
    {
        var (form, lemma) = (document[token].Form, document[token].Lemma);
        return _firstWords.MayHold(form) || !ReferenceEquals(form, lemma) && _firstWords.MayHold(lemma);
    }

    /// <summary>What may come next: by folded form, by lemma with any tag, by lemma with the tag of a verb, noun or adjective.</summary>
    private sealed class Node
    {
        private Dictionary<string, Node>? _verbs;
        private Dictionary<string, Node>? _nouns;
        private Dictionary<string, Node>? _adjectives;

        public Dictionary<string, Node>? Forms { get; private set; }

        public Dictionary<string, Node>? Lemmas { get; private set; }

        public List<T>? Values { get; set; }

        public bool HasNext => Forms is not null || Lemmas is not null || _verbs is not null || _nouns is not null || _adjectives is not null;

        private Dictionary<string, Node>? Tagged(PartOfSpeech tag) => tag.IsVerb() ? _verbs : tag.IsNoun() ? _nouns : tag.IsAdjective() ? _adjectives : null;

        /// <summary>Where the token leads: by its form ("n't" is "not", too), by its lemma with its tag, by its lemma.</summary>
        public (Node? Form, Node? Tag, Node? Lemma) Next(Token token) =>
            (Forms is null ? null : Forms.GetValueOrDefault(token.Form) ?? (token.Lemma == "not" ? Forms.GetValueOrDefault("not") : null), Tagged(token.Tag)?.GetValueOrDefault(token.Lemma), Lemmas?.GetValueOrDefault(token.Lemma));

        /// <summary>The ways of a word that is written with the letter after a slash; '\0' for a plain form.</summary>
        public Dictionary<string, Node> Ways(char slash) => slash switch
        {
            'v' => _verbs ??= new(StringComparer.Ordinal),
            'n' => _nouns ??= new(StringComparer.Ordinal),
            'a' => _adjectives ??= new(StringComparer.Ordinal),
            '*' => Lemmas ??= new(StringComparer.Ordinal),
            _ => Forms ??= new(StringComparer.Ordinal),
        };
    }
}
