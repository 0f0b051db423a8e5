using Ascribe.Times;
using NodaTime;

namespace Ascribe.Dossiers.Exports;

/// <summary>How precisely a day is told, in the codes of two datasets of political violence.</summary>
/// <param name="Acled">ACLED's time_precision: 1 the day, 2 the week, 3 the month; null where only more is known. (ACLED codebook.)</param>
/// <param name="Ucdp">UCDP GED's date_prec: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; null where only more is known. (UCDP GED codebook.)</param>
internal sealed record IntervalCodes(int? Acled, int? Ucdp)
{
    public static IntervalCodes Of(TimeInterval time) => DaysOf(time) switch
    {
        1 => new(1, 1),
        <= 6 => new(2, 2),
        7 => new(2, 3),
        <= 31 => new(3, 4),
        <= 366 => new(null, 5),
        _ => new(null, null),
    };

    /// <summary>The number of days of an interval, both ends counted; null where an end is open.</summary>
    public static int? DaysOf(TimeInterval time) => time is { Earliest: { } from, Latest: { } to } ? Period.DaysBetween(from, to) + 1 : null;

    /// <summary>The day that stands for an interval in a table that has one column for it: the middle, as ACLED does it; null where an end is open or it is longer than a month.</summary>
    public static LocalDate? DayOf(TimeInterval time) => DaysOf(time) is <= 31 and var days ? time.Earliest!.Value.PlusDays((days - 1) / 2) : null;
}
