namespace Ascribe.Sources;

/// <summary>
/// Plain text: header lines ("Title: …", "Outlet: …", "Published: …", "Url: …", "Language: …", "Credits: …; …") up to an empty line,
/// then the text. Without header lines, a short first line with an empty line after it is the title.
/// </summary>
internal static class PlainText
{
    /// <summary>The most characters that a first line has to be taken for a title.</summary>
    private const int LongestTitle = 160;

    public static ReportFields Read(string text)
    {
        var fields = new ReportFields();
        var start = SkipEmpty(text, 0);
        var body = start;
        for (var i = start; i < text.Length;)
        {
            var line = LineAt(text, i, out var next);
            var colon = line.IndexOf(':');
            if (colon is <= 0 or > 12 || fields.With(line[..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString()) is not { } more)
            {
                // Header lines end with an empty line; anything else was text all along.
                if (!line.IsWhiteSpace() && i > start) fields = new ReportFields();
                else body = i;
                break;
            }

            fields = more;
            body = i = next;
        }

        if (body == start || fields == new ReportFields()) return Titled(text, start);
        return fields with { Text = text[SkipEmpty(text, body)..] };
    }

    private static ReportFields Titled(string text, int start)
    {
        var line = LineAt(text, start, out var next).Trim();
        if (next < text.Length && line.Length is > 0 and <= LongestTitle && line[^1] is not ('.' or ',' or ';' or '"' or '”')
            && LineAt(text, next, out _).IsWhiteSpace() && SkipEmpty(text, next) is var body && body < text.Length)
            return new ReportFields { Title = line.ToString(), Text = text[body..] };
        return new ReportFields { Text = text[start..] };
    }

    private static ReadOnlySpan<char> LineAt(string text, int start, out int next)
    {
        var end = text.IndexOf('\n', start);
        next = end < 0 ? text.Length : end + 1;
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).TrimEnd('\r');
    }

    private static int SkipEmpty(string text, int i)
    {
        while (i < text.Length)
        {
            if (!LineAt(text, i, out var next).IsWhiteSpace()) break;
            i = next;
        }

        return i;
    }
}
