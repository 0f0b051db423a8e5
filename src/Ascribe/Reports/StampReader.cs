using System.Globalization;
using Ascribe.Language;
using NodaTime;

namespace Ascribe.Reports;

/// <summary>
/// The day that a stamp states in full: "14 December 2023", "Dec. 14, 2023", "2023-12-14", "14/12/2023" where it can be read in one way only.
/// </summary>
internal sealed class StampReader
{
    private readonly LayoutLexicon _lexicon;

    public StampReader(LayoutLexicon lexicon) => _lexicon = lexicon;

    /// <returns>A plain day, or null where none is stated in full.</returns>
    public PublicationTime? Read(Document document, TokenRange tokens)
    {
        for (var t = tokens.First; t < tokens.End; t++)
        {
            var text = document[t].Text;
            if (PublicationTime.TryParse(text.ToString(), out var iso)) return PublicationTime.On(iso.Day);
            if (Slashed(text) is { } slashed) return PublicationTime.On(slashed);
            if (!_lexicon.Months.TryGetValue(document[t].Form, out var month)) continue;
            var year = Number(document, t + 1, tokens.End);
            if (year >= 1900 && Day(year, month, t > tokens.First ? Number(document, t - 1, tokens.End) : 0) is { } before) return before;
            var comma = t + 2 < tokens.End && document[t + 2].Text is "," ? 1 : 0;
            year = Number(document, t + 2 + comma, tokens.End);
            if (year >= 1900 && Day(year, month, Number(document, t + 1, tokens.End)) is { } after) return after;
        }

        return null;
    }

    /// <summary>The number that the token begins with ("14", "14th"), or 0.</summary>
    private static int Number(Document document, int token, int end)
    {
        if (token >= end) return 0;
        var text = document[token].Text;
        var length = text.IndexOfAnyExceptInRange('0', '9');
        if (length < 0) length = text.Length;
        return length is > 0 and <= 4 && text.Length - length is 0 or 2 ? int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    private static PublicationTime? Day(int year, int month, int day) =>
        day >= 1 && year <= 2200 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? PublicationTime.On(new LocalDate(year, month, day)) : null;

    private static LocalDate? Slashed(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, '/') != 3 && text.Split(parts, '.') != 3) return null;
        if (!Part(text[parts[0]], out var first) || !Part(text[parts[1]], out var second) || !Part(text[parts[2]], out var year) || year is < 1900 or > 2200) return null;
        // Day and month could change places: read only what has one meaning.
        var (day, month) = first > 12 ? (first, second) : second > 12 || first == second ? (second, first) : (0, 0);
        return day >= 1 && month is >= 1 and <= 12 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

        static bool Part(ReadOnlySpan<char> part, out int number) => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
