namespace Ascribe.Language;

/// <summary>
/// Finds the dateline at the head of a wire report, so that it does not become a part of the first clause: "ERBIL, Iraq (Wire) —",
/// "Erbil, 5 March (Wire) -", and "ERBIL Two men …" where the dash was lost. Only shapes decide, no list of places; known acronyms are none.
/// </summary>
internal static class Dateline
{
    private const int LongestDateline = 16;

    /// <summary>The end of the dateline that begins at the token, or the token itself where none does.</summary>
    public static int EndAt(string text, ReadOnlySpan<TextSpan> spans, int first, Abbreviations abbreviations)
    {
        // Place: words in capitals; then a country, a date, an agency in brackets; then a dash.
        var t = first;
        while (t < spans.Length && t - first < 6 && (IsCapitals(text, spans[t]) || (t > first && IsJoiner(text, spans, t, first)))) t++;
        var capitals = t - first;
        var bracket = false;
        var marked = false;
        for (var depth = 0; t < spans.Length && t - first < LongestDateline; t++)
        {
            var c = text[spans[t].Start];
            if (depth == 0 && t > first && IsDash(text, spans[t]) && !Joins(spans, t))
                return bracket || (capitals > 0 && (marked || HasCase(text, spans, t))) ? t + 1 : first;
            if (depth == 0 && bracket && c == ':') return t + 1;
            if (c == '(')
            {
                depth++;
            }
            else if (c == ')')
            {
                depth--;
                bracket = true;
                if (depth < 0) return first;
            }
            else if (c == ',' || char.IsAsciiDigit(c))
            {
                marked = true;
            }
            else if (!char.IsUpper(c) && c is not ('/' or '.' or '-' or '\'' or '’'))
            {
                break;
            }
        }

        return capitals > 0 && abbreviations.KindOf(spans[first].In(text)) == AbbreviationKind.None ? BareEnd(text, spans, first, first + capitals) : first;
    }

    /// <summary>
    /// "ERBIL Two men …", "ERBIL, Iraq Two men …": the place in capitals is no abbreviation, for it is written small elsewhere or nowhere else in capitals.
    /// </summary>
    private static int BareEnd(string text, ReadOnlySpan<TextSpan> spans, int first, int end)
    {
        if (end >= spans.Length || spans[first].Length < 4 || text[spans[end - 1].End - 1] == '.') return first;
        var stop = end;
        if (text[spans[end].Start] == ',' && end + 2 < spans.Length && IsCapitalised(text, spans[end + 1])) stop = end + 2;
        // What follows begins a sentence: a capital, and not all in capitals like a headline.
        if (stop >= spans.Length || !IsCapitalised(text, spans[stop]) || spans[stop - 1].End == spans[stop].Start) return first;
        if (stop > end) return stop;
        var place = spans[first].In(text);
        var upper = 0;
        for (var t = stop; t < spans.Length; t++)
        {
            if (spans[t].Length != place.Length || !spans[t].In(text).Equals(place, StringComparison.OrdinalIgnoreCase)) continue;
            if (char.IsLower(text[spans[t].Start + 1])) return stop;
            upper++;
        }

        return upper == 0 ? stop : first;
    }

    /// <summary>True where small letters occur soon: a text all in capitals needs more than capitals for a dateline.</summary>
    private static bool HasCase(string text, ReadOnlySpan<TextSpan> spans, int from)
    {
        var end = Math.Min(spans.Length, from + 12);
        for (var t = from; t < end; t++)
        {
            if (spans[t].Length > 1 && char.IsLower(text[spans[t].End - 1])) return true;
        }

        return false;
    }

    private static bool IsJoiner(string text, ReadOnlySpan<TextSpan> spans, int t, int first) =>
        text[spans[t].Start] is '/' or '-' && spans[t].Length == 1 && t > first && Joins(spans, t) && t + 1 < spans.Length && IsCapitals(text, spans[t + 1]);

    private static bool Joins(ReadOnlySpan<TextSpan> spans, int t) =>
        t > 0 && t + 1 < spans.Length && spans[t - 1].End == spans[t].Start && spans[t].End == spans[t + 1].Start && spans[t].Length == 1;

    private static bool IsDash(string text, TextSpan token) => text[token.Start] is '—' or '–' or '-' or '_' or '―' or '−';

    private static bool IsCapitals(string text, TextSpan token)
    {
        if (token.Length < 2) return false;
        for (var i = token.Start; i < token.End; i++)
        {
            if (!char.IsUpper(text[i]) && text[i] is not ('.' or '\'' or '’')) return false;
        }

        return true;
    }

    private static bool IsCapitalised(string text, TextSpan token) =>
        char.IsUpper(text[token.Start]) && (token.Length == 1 || !char.IsUpper(text[token.End - 1]));
}
