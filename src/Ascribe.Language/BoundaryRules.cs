namespace Ascribe.Language;

/// <summary>
/// What marks, brackets, abbreviations and capitals tell by rule about the end of a sentence. Pure and thread-safe.
/// </summary>
internal sealed class BoundaryRules
{
    private readonly Abbreviations _abbreviations;

    public BoundaryRules(Abbreviations abbreviations) => _abbreviations = abbreviations;

    /// <summary>True for a token with which a sentence may end; a smiley is one.</summary>
    public static bool Ends(string text, TextSpan token)
    {
        var last = text[token.End - 1];
        if (last is ')' or '(') return token.Length > 1;
        if (last is '.') return token.Length == 1 || text[token.Start] == '.' || char.IsLetter(text[token.Start]);
        return last is '!' or '?' or '…' or '؟' or '۔' or '。' or '！' or '？';
    }

    /// <summary>True for the stop of "2." at the head of a list's entry.</summary>
    public static bool Numbers(string text, TextSpan[] spans, int first, int t) =>
        t == first + 1 && spans[first].Length <= 3 && char.IsAsciiDigit(text[spans[first].Start]) && spans[first].End == spans[t].Start;

    /// <summary>True for a closing mark that is set to the token before it.</summary>
    public static bool Closes(string text, TextSpan[] spans, int t)
    {
        var token = spans[t];
        if (token.Length > 2 || !Characters.IsCloser(text[token.Start])) return false;
        return text[token.Start] is not ('"' or '\'') || spans[t - 1].End == token.Start;
    }

    /// <summary>True where the number of a note stands in brackets, "[7]": it belongs to the sentence before it.</summary>
    public static bool IsNote(string text, TextSpan[] spans, int t) =>
        t + 2 < spans.Length && text[spans[t].Start] == '[' && char.IsAsciiDigit(text[spans[t + 1].Start]) && spans[t + 1].Length <= 3
        && text[spans[t + 2].Start] == ']';

    /// <summary>The token that the closing quotes and brackets before <paramref name="t"/> close, or the one before it.</summary>
    public static int EndingBefore(string text, TextSpan[] spans, int t)
    {
        var ending = t - 1;
        while (ending > 0 && Closes(text, spans, ending)) ending--;
        return ending;
    }

    /// <summary>True for a word that opens sentences.</summary>
    public bool Opens(string text, TextSpan token) => _abbreviations.Opens(token.In(text));

    /// <summary>Whether a sentence begins at the token, after one that may have ended before it.</summary>
    public bool Begins(string text, TextSpan[] spans, int t)
    {
        var attached = spans[t - 1].End == spans[t].Start;
        if (Closes(text, spans, t) && (attached || text[spans[t].Start] is not ('"' or '\''))) return false;
        var first = t;
        while (first < spans.Length - 1 && first - t < 3 && Characters.IsOpener(text[spans[first].Start])) first++;
        var start = text[spans[first].Start];
        var opener = first > t;
        if (!opener && !char.IsLetterOrDigit(start) && !char.IsSurrogate(start) && start is not ('$' or '£' or '€' or '#' or '@' or '•' or '*' or '.' or '…'))
            return false;
        if (start is '.' or '…' && !opener) return false;

        var mark = EndingBefore(text, spans, t);
        var ending = spans[mark];
        if (char.IsLower(start)) return !attached && !opener && mark == t - 1 && ending.Length <= 3 && text[ending.Start] is '.' or '!' or '?' && (ending.Length == 1 || text[ending.Start] != '.');
        if (text[ending.End - 1] != '.') return !attached || !char.IsDigit(start);
        if (ending.Length == 1) return !attached || char.IsUpper(start) || opener;
        if (text[ending.Start] == '.') return char.IsUpper(start);

        // The stop of an abbreviation.
        if (char.IsDigit(start)) return false;
        var kind = _abbreviations.KindOf(text.AsSpan(ending.Start, ending.Length));
        if (kind is AbbreviationKind.Title or AbbreviationKind.Inner or AbbreviationKind.Number or AbbreviationKind.Date) return false;
        return mark < t - 1 || _abbreviations.Opens(spans[first].In(text));
    }
}
