using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Lab.Training;

/// <summary>An incident of a labelled report.</summary>
/// <param name="Quotes">Exact substrings of the report, the trigger first.</param>
/// <param name="Date">ISO date, month, year or interval with a slash, or null.</param>
/// <param name="DateQuote">The words that tell the date, or null.</param>
internal sealed record GoldIncident(IReadOnlyList<string> Quotes, string? Date, string? DateQuote)
{
    /// <summary>The days that <see cref="Date"/> covers, or null.</summary>
    public (LocalDate First, LocalDate Last)? Days { get; } = Date is null ? null : Read(Date);

    private static (LocalDate, LocalDate)? Read(string date)
    {
        var slash = date.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) return Read(date[..slash]) is { } from && Read(date[(slash + 1)..]) is { } to ? (from.Item1, to.Item2) : null;
        if (LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var day }) return (day, day);
        if (YearMonthPattern.Iso.Parse(date) is { Success: true, Value: var month }) return (month.OnDayOfMonth(1), month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth));
        return int.TryParse(date, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999 ? (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)) : null;
    }
}
