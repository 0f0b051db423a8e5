using Ascribe.Language;

namespace Ascribe.Reports;

/// <summary>
/// Characters of a report's body or title. It can only be made by <see cref="ReportDocument"/> from the text itself, so its text always
/// equals the slice that its span names.
/// </summary>
public readonly record struct Quote : IComparable<Quote>
{
    internal Quote(TextSpan span, string text, bool inTitle)
    {
        Span = span;
        Text = text;
        InTitle = inTitle;
    }

    /// <summary>Half-open UTF-16 offsets into the body, or into the title.</summary>
    public TextSpan Span { get; }

    public string Text { get; }

    public bool InTitle { get; }

    /// <summary>Title before body, then by place.</summary>
    public int CompareTo(Quote other) => InTitle != other.InTitle ? (InTitle ? -1 : 1) : Span.CompareTo(other.Span);

    public static bool operator <(Quote left, Quote right) => left.CompareTo(right) < 0;

    public static bool operator >(Quote left, Quote right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quote left, Quote right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quote left, Quote right) => left.CompareTo(right) >= 0;
}
