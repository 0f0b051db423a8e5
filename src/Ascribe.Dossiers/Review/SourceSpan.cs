using Ascribe.Language;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Review;

/// <summary>Words of a report that an analyst points at.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Quote">The words, with half-open UTF-16 offsets into its body or title as it was then.</param>
public sealed record SourceSpan(string Report, Quote Quote)
{
    internal string? Fault => Report.Length == 0 ? "the report of a span is missing." : Quote.Text is not { Length: > 0 } ? "a span holds at least one character." : null;

    /// <summary>The words between two offsets of a report's body; the spaces around them are left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offsets do not lie in the body, cut a character in two, or there are no words between them.</exception>
    public static SourceSpan Of(Report report, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (start < 0 || end > report.Text.Length || start >= end)
            throw new ArgumentOutOfRangeException(nameof(end), $"the span {start}-{end} does not lie in report '{report.Id}', which has {report.Text.Length} characters.");
        while (start < end && char.IsWhiteSpace(report.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(report.Text[end - 1])) end--;
        if (start == end || char.IsLowSurrogate(report.Text[start]) || char.IsHighSurrogate(report.Text[end - 1]))
            throw new ArgumentOutOfRangeException(nameof(end), $"the span {start}-{end} of report '{report.Id}' holds no whole words.");
        return new SourceSpan(report.Id, new Quote(new TextSpan(start, end), report.Text[start..end], inTitle: false));
    }
}
