namespace Ascribe.Language;

/// <summary>
/// Finds where sentences begin: after an empty line, after a line break that is not mere wrapping, and after a mark that ends a sentence
/// with its closing quotes and brackets, unless what follows or the abbreviation before it says otherwise. Pure and thread-safe.
/// </summary>
internal sealed class SentenceSplitter
{
    /// <summary>A run of this many tokens is cut: no sentence is that long, but tables and noise are.</summary>
    private const int LongestSentence = 400;

    /// <summary>A dateline is looked for where one of the first sentences that open a paragraph stands: after title, byline, stamp.</summary>
    private const int DatelineParagraphs = 8;

    private readonly Abbreviations _abbreviations;

    public SentenceSplitter(Abbreviations abbreviations) => _abbreviations = abbreviations;

    /// <param name="Firsts">Index of the first token of each sentence.</param>
    /// <param name="OpensParagraph">For each sentence, whether a paragraph begins with it.</param>
    /// <param name="Dateline">The tokens of the dateline, a sentence of its own; empty where there is none.</param>
    internal readonly record struct Result(int[] Firsts, bool[] OpensParagraph, TokenRange Dateline);

    /// <param name="spans">The tokens of the text.</param>
    public Result Split(string text, TextSpan[] spans)
    {
        if (spans.Length == 0) return new Result([], [], default);
        var breaks = LineBreaks.Of(text);
        var firsts = new List<int>(spans.Length / 16 + 1) { 0 };
        var paragraphs = new List<bool>(spans.Length / 16 + 1) { true };
        var ended = false;
        var dateline = DatelineOf(text, spans, 0);
        for (var t = 1; t < spans.Length; t++)
        {
            var lines = LinesBetween(text, spans[t - 1].End, spans[t].Start);
            var set = lines > 1 || (lines == 1 && breaks.IsSet(text, spans[t - 1].End, spans[t]));
            // Quotes and brackets that close what the mark ended stand between it and the next sentence.
            ended = (ended && Closes(text, spans, t - 1)) || (Ends(text, spans[t - 1]) && !Numbers(text, spans, firsts[^1], t - 1));
            if (dateline.IsEmpty && set && paragraphs.Count <= DatelineParagraphs) dateline = DatelineOf(text, spans, t);
            if (ended && !set && IsNote(text, spans, t))
            {
                t += 2;
                continue;
            }

            if (!set && t - firsts[^1] < LongestSentence && t != dateline.End && !(ended && Begins(text, spans, t))) continue;
            firsts.Add(t);
            paragraphs.Add(set);
            ended = false;
        }

        return new Result([.. firsts], [.. paragraphs], dateline);
    }

    private TokenRange DatelineOf(string text, TextSpan[] spans, int t)
    {
        var end = Dateline.EndAt(text, spans, t, _abbreviations);
        // A dateline with nothing after it would be a line of capitals: a heading.
        if (end == t || end >= spans.Length || LinesBetween(text, spans[end - 1].End, spans[end].Start) > 0) return default;
        return new TokenRange(t, end);
    }

    /// <summary>True for a token with which a sentence may end; a smiley is one.</summary>
    private static bool Ends(string text, TextSpan token)
    {
        var last = text[token.End - 1];
        if (last is ')' or '(') return token.Length > 1;
        if (last is '.') return token.Length == 1 || text[token.Start] == '.' || char.IsLetter(text[token.Start]);
        return last is '!' or '?' or '…' or '؟' or '۔' or '。' or '！' or '？';
    }

    /// <summary>True for the stop of "2." at the head of a list's entry.</summary>
    private static bool Numbers(string text, TextSpan[] spans, int first, int t) =>
        t == first + 1 && spans[first].Length <= 3 && char.IsAsciiDigit(text[spans[first].Start]) && spans[first].End == spans[t].Start;

    /// <summary>True for a closing mark that is set to the token before it.</summary>
    private static bool Closes(string text, TextSpan[] spans, int t)
    {
        var token = spans[t];
        if (token.Length > 2 || !Characters.IsCloser(text[token.Start])) return false;
        return text[token.Start] is not ('"' or '\'') || spans[t - 1].End == token.Start;
    }

    /// <summary>Whether a sentence begins at the token, after one that may have ended before it.</summary>
    private bool Begins(string text, TextSpan[] spans, int t)
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

        var mark = t - 1;
        while (mark > 0 && Closes(text, spans, mark)) mark--;
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

    /// <summary>True where the number of a note stands in brackets, "[7]": it belongs to the sentence before it.</summary>
    private static bool IsNote(string text, TextSpan[] spans, int t) =>
        t + 2 < spans.Length && text[spans[t].Start] == '[' && char.IsAsciiDigit(text[spans[t + 1].Start]) && spans[t + 1].Length <= 3
        && text[spans[t + 2].Start] == ']';

    private static int LinesBetween(string text, int from, int to)
    {
        var lines = 0;
        for (var i = from; i < to; i++)
        {
            // A carriage return alone ends a line too, and so do the Unicode separators; a paragraph separator counts twice.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')) || text[i] is '\u2028' or '\u0085') lines++;
            else if (text[i] is '\u2029' or '\f') lines += 2;
        }

        return lines;
    }
}
