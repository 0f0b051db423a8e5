using Ascribe.Language.Models;

namespace Ascribe.Language;

/// <summary>
/// Walks over the tokens of a paragraph and tells where a sentence may begin and what is to be seen there: the words around, their look, the
/// spaces, the sentence so far, open quotes and brackets, and what the rules say.
/// </summary>
internal ref struct BoundaryFeatures
{
    /// <summary>Features of one place at most.</summary>
    public const int Most = 32;

    /// <summary>Looks of a token, see <see cref="Look"/>: the shapes of words, then those of marks.</summary>
    private const uint Looks = 17;

    private readonly BoundaryRules _rules;
    private readonly string _text;
    private readonly TextSpan[] _spans;
    private readonly uint _style;
    private int _at;
    private int _begin;
    private int _lower;
    private int _depth;
    private bool _quoted;
    private bool _ended;
    private bool _abbreviated;
    private Verdict _rule;

    /// <param name="tokens">The paragraph.</param>
    public BoundaryFeatures(BoundaryRules rules, string text, TextSpan[] spans, TokenRange tokens)
    {
        (_rules, _text, _spans, Tokens) = (rules, text, spans, tokens);
        _at = _begin = tokens.First;
        _style = Style();
        Pass(_at);
    }

    public TokenRange Tokens { get; }

    /// <summary>The token at which the walk stands.</summary>
    public readonly TextSpan Token => _spans[_at];

    /// <summary>True where the number of a note stands between a sentence and the next.</summary>
    public readonly bool IsNote => _ended && BoundaryRules.IsNote(_text, _spans, _at);

    /// <summary>
    /// Whether a sentence begins, where that is certain: after an abbreviation the rules know, and the look of the words may exclude it.
    /// Null where all that is to be seen must decide.
    /// </summary>
    public readonly bool? IsCertain
    {
        get
        {
            if (_ended) return _abbreviated ? _rule == Verdict.Begins : null;
            var next = _text[_spans[_at].Start];
            if (next is ',' or ';' or ':' or '.' or '!' or '?' or '\'' or '’' or ')' or ']' or '}') return false;
            var before = _spans[_at - 1];
            if (!char.IsLower(next) || !char.IsLower(_text[before.End - 1])) return null;
            return IsAddress(_spans[_at].In(_text)) || IsAddress(before.In(_text)) ? null : false;
        }
    }

    /// <summary>What the rules alone say.</summary>
    public readonly bool BeginsByRule => _rule == Verdict.Begins;

    /// <summary>
    /// True where a beginning would be a surprise: no mark ends a sentence, and what stands there is a word, a dash, a colon or something that
    /// closes, as within sentences.
    /// </summary>
    public readonly bool IsDoubtful
    {
        get
        {
            var before = _text[_spans[_at - 1].Start];
            return !_ended && (char.IsLetterOrDigit(before) || before is '-' or '–' or '—' or ':' or ';' or ')' or ']' or '}' or '"' or '”');
        }
    }

    /// <summary>Goes on to a token; those between are skipped.</summary>
    public void MoveTo(int t)
    {
        // Quotes and brackets that close what the mark ended stand between it and the next sentence.
        _ended = (_ended && BoundaryRules.Closes(_text, _spans, t - 1))
            || (BoundaryRules.Ends(_text, _spans[t - 1]) && !BoundaryRules.Numbers(_text, _spans, _begin, t - 1));
        _rule = !_ended ? Verdict.None : _rules.Begins(_text, _spans, t) ? Verdict.Begins : Verdict.GoesOn;
        var ending = _spans[BoundaryRules.EndingBefore(_text, _spans, t)];
        _abbreviated = _ended && _text[ending.End - 1] == '.' && char.IsLetter(_text[ending.Start]);
        _at = t;
        Pass(t);
    }

    /// <summary>Takes account of the rest of a note ("[7]"), in which no sentence begins.</summary>
    public void PassNote()
    {
        Pass(_at + 1);
        Pass(_at + 2);
    }

    /// <summary>A sentence begins here.</summary>
    public void Begin()
    {
        _ended = false;
        _begin = _at;
        _lower = 0;
    }

    /// <summary>Writes the hashes of what is to be seen here; returns those written.</summary>
    public readonly ReadOnlySpan<uint> Write(Span<uint> features)
    {
        var t = _at;
        var rule = (uint)_rule;
        var opens = _rules.Opens(_text, _spans[t]) ? 1u : 0;
        var space = Math.Min(3u, (uint)(_spans[t].Start - _spans[t - 1].End));
        var (before2, before, next, next2) = (Form(t - 2), Form(t - 1), Form(t), Form(t + 1));
        var (look3, look2, look1) = (Look(t - 3), Look(t - 2), Look(t - 1));
        var (nextLook, nextLook2, nextLook3) = (Look(t), Look(t + 1), Look(t + 2));
        var looks = look1 * Looks + nextLook;
        var (first, firstLook) = (Form(_begin), Look(_begin));
        var length = Size(t - _begin);
        var open = (_quoted ? 1u : 0) + (uint)Math.Min(_depth, 2) * 2;
        // Entries of a list begin alike.
        var alike = (next == first ? 1u : 0) + (nextLook == firstLook ? 2u : 0) + (nextLook2 == Look(_begin + 1) ? 4u : 0);

        var n = 0;
        features[n++] = FeatureHash.Mix(1, rule);
        features[n++] = FeatureHash.Mix(2, rule, opens);
        features[n++] = FeatureHash.Mix(3, rule, nextLook, space);
        features[n++] = FeatureHash.Mix(4, before);
        features[n++] = FeatureHash.Mix(5, next);
        features[n++] = FeatureHash.Mix(6, before2);
        features[n++] = FeatureHash.Mix(7, next2);
        features[n++] = FeatureHash.Mix(8, before, next);
        features[n++] = FeatureHash.Mix(9, before, next, space);
        features[n++] = FeatureHash.Mix(10, next, next2);
        features[n++] = FeatureHash.Mix(11, looks, space);
        features[n++] = FeatureHash.Mix(12, looks, look2);
        features[n++] = FeatureHash.Mix(13, looks, nextLook2);
        features[n++] = FeatureHash.Mix(14, nextLook, nextLook2, nextLook3);
        features[n++] = FeatureHash.Mix(15, look3, look2, look1);
        features[n++] = FeatureHash.Mix(16, before, nextLook);
        features[n++] = FeatureHash.Mix(17, look1, next);
        features[n++] = FeatureHash.Mix(18, rule, length);
        features[n++] = FeatureHash.Mix(19, rule, Size(Tokens.End - t));
        features[n++] = FeatureHash.Mix(20, rule, Size(_lower), looks);
        features[n++] = FeatureHash.Mix(21, rule, open, looks);
        features[n++] = FeatureHash.Mix(22, rule, _style, looks);
        features[n++] = FeatureHash.Mix(23, rule, next);
        features[n++] = FeatureHash.Mix(24, rule, before);
        features[n++] = FeatureHash.Mix(25, rule, first);
        features[n++] = FeatureHash.Mix(26, rule, first, Form(_begin + 1));
        features[n++] = FeatureHash.Mix(27, rule, firstLook, length);
        features[n++] = FeatureHash.Mix(28, rule, opens, nextLook2);
        features[n++] = FeatureHash.Mix(29, look1, nextLook2, opens);
        features[n++] = FeatureHash.Mix(30, rule, alike, nextLook);
        return features[..n];
    }

    /// <summary>Takes account of a token that the walk passes.</summary>
    private void Pass(int t)
    {
        var c = _text[_spans[t].Start];
        if (char.IsLower(c)) _lower++;
        else if (c is '(' or '[' or '{') _depth++;
        else if (c is ')' or ']' or '}') _depth = Math.Max(0, _depth - 1);
        else if (c == '"') _quoted = !_quoted;
        else if (c == '“') _quoted = true;
        else if (c == '”') _quoted = false;
    }

    /// <summary>How the paragraph is written: whether it begins with a capital, ends with a mark, and how many of its words are capitalised.</summary>
    private readonly uint Style()
    {
        int upper = 0, lower = 0;
        for (var t = Tokens.First; t < Tokens.End; t++)
        {
            var c = _text[_spans[t].Start];
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }

        var share = upper + lower == 0 ? 7 : upper * 6 / (upper + lower);
        return (uint)share * 4 + (char.IsLower(_text[_spans[Tokens.First].Start]) ? 2u : 0) + (BoundaryRules.Ends(_text, _spans[Tokens.End - 1]) ? 1u : 0);
    }

    /// <summary>The word without case; all figures are one.</summary>
    private readonly uint Form(int t)
    {
        if (t < Tokens.First || t >= Tokens.End) return 0;
        var hash = 2166136261u;
        foreach (var c in _spans[t].In(_text)) hash = (hash ^ (char.IsAsciiDigit(c) ? '0' : char.ToLowerInvariant(c))) * 17777619;
        return hash;
    }

    /// <summary>The shape of a word, the kind of a mark; 0 outside the paragraph.</summary>
    private readonly uint Look(int t)
    {
        if (t < Tokens.First || t >= Tokens.End) return 0;
        var word = _spans[t].In(_text);
        var shape = WordShapes.Of(word);
        if (IsAddress(word)) return Looks - 1;
        if (shape != WordShape.Symbol) return 1 + (uint)shape;
        return word[0] switch
        {
            '.' or '!' or '?' or '…' => 9,
            ',' => 10,
            ';' or ':' => 11,
            '-' or '–' or '—' or '_' or '=' or '*' => 12,
            '"' or '\'' or '“' or '”' or '‘' or '’' or '`' => 13,
            '(' or '[' or '{' or '<' => 14,
            ')' or ']' or '}' or '>' => 15,
            _ => 7,
        };
    }

    /// <summary>True for an address of the web or of mail.</summary>
    private static bool IsAddress(ReadOnlySpan<char> word) => word.Length > 7 && (word.Contains("://", StringComparison.Ordinal) || word.Contains('@'));

    private static uint Size(int count) => count < 6 ? (uint)count : count < 9 ? 6u : count < 14 ? 7u : count < 22 ? 8u : count < 35 ? 9u : 10u;

    /// <summary>What the rules say.</summary>
    private enum Verdict : byte
    {
        /// <summary>Nothing that may end a sentence stands before the token.</summary>
        None,
        GoesOn,
        Begins,
    }
}
