namespace Ascribe.Language;

/// <summary>
/// Tells line breaks that an author set from those that wrapping to a column left behind. A break is a wrap when the first word of the
/// next line would not have fitted, or only just, into the width of the text's lines.
/// </summary>
internal readonly struct LineBreaks
{
    /// <summary>Lines narrower than this are headlines, lists or verse and not wrapped.</summary>
    private const int NarrowestColumn = 40;

    /// <summary>Lines wider than this are paragraphs and not wrapped lines.</summary>
    private const int WidestColumn = 120;

    /// <summary>Share of the column that a wrapped line and the next word fill at least (typed text is ragged).</summary>
    private const double Filled = 0.8;

    private readonly int _column;

    private LineBreaks(int column) => _column = column;

    public static LineBreaks Of(string text)
    {
        // The column is the width that nine of ten inner lines of paragraphs keep.
        var widths = new int[WidestColumn + 2];
        var lines = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) break;
            if (end > start && end + 1 < text.Length && text[end + 1] is not ('\n' or '\r'))
            {
                widths[Math.Min(end - start, WidestColumn + 1)]++;
                lines++;
            }

            start = end + 1;
        }

        var column = 0;
        for (var seen = 0; column <= WidestColumn && seen + widths[column] < lines * 0.9; column++) seen += widths[column];
        return new LineBreaks(column is >= NarrowestColumn and <= WidestColumn ? column : 0);
    }

    /// <summary>True when the break was set on purpose: one line ends and another begins.</summary>
    /// <param name="end">End of the last token before the break.</param>
    /// <param name="next">The first token after it.</param>
    public bool IsSet(string text, int end, TextSpan next)
    {
        if (_column == 0) return true;
        if (char.IsLower(text[next.Start])) return false;
        var start = end;
        while (start > 0 && text[start - 1] != '\n' && end - start <= WidestColumn) start--;
        return end - start + 1 + next.Length <= _column * Filled;
    }
}
