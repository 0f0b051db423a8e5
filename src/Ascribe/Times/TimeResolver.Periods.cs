using System.Globalization;
using Ascribe.Language;
using NodaTime;

namespace Ascribe.Times;

/// <content>Durations, sets, hours, quarters, seasons and holidays.</content>
internal readonly partial struct TimeResolver
{
    private static TimeMention? Duration(TokenRange tokens, TimeSlots slots)
    {
        if (slots is { IsHalfMore: true, Number: null, IsPlural: false }) return HalfUnit(tokens, slots);
        if (slots.Number is null && !slots.IsVague && !slots.IsPlural) slots = slots with { Number = 1 };
        var count = slots.Number is { } number ? number.ToString(CultureInfo.InvariantCulture) : "X";
        var value = slots.Unit switch
        {
            TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour => $"PT{count}{slots.Unit.Value.ToString()[0]}",
            TimeUnit.Weekend => $"P{count}WE",
            TimeUnit.Quarter => slots.Number is { } quarters ? $"P{quarters * 3}M" : "PXM",
            TimeUnit.Decade => slots.Number is { } decades ? $"P{decades * 10}Y" : "PXDE",
            TimeUnit.Century => slots.Number is { } centuries ? $"P{centuries * 100}Y" : "PXCE",
            _ => $"P{count}{slots.Unit!.Value.ToString()[0]}",
        };
        if (slots.IsHalfMore) value += HalfOf(slots.Unit);
        return new TimeMention(tokens, TimeKind.Duration, value, null);
    }

    /// <summary>"half an hour".</summary>
    private static TimeMention? HalfUnit(TokenRange tokens, TimeSlots slots) =>
        HalfOf(slots.Unit) is { Length: > 0 } half ? new TimeMention(tokens, TimeKind.Duration, slots.Unit < TimeUnit.Day ? "PT" + half : "P" + half, null) : null;

    private static string HalfOf(TimeUnit? unit) => unit switch
    {
        TimeUnit.Decade => "5Y",
        TimeUnit.Year => "6M",
        TimeUnit.Day => "T12H",
        TimeUnit.Hour => "30M",
        TimeUnit.Minute => "30S",
        _ => "",
    };

    private static TimeMention? Set(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Weekday is { } weekday) return new TimeMention(tokens, TimeKind.Set, $"XXXX-WXX-{weekday}" + (slots.Part is { } part ? "T" + Code(part) : ""), null);
        if (slots.Month is { } month) return new TimeMention(tokens, TimeKind.Set, $"XXXX-{month:00}", null);
        return slots.Part is { } daily
            ? new TimeMention(tokens, TimeKind.Set, $"XXXX-XX-XXT{Code(daily)}", null)
            : Duration(tokens, slots with { Number = slots.Number ?? 1 }) is { } duration ? duration with { Kind = TimeKind.Set } : null;
    }

    /// <summary>An hour alone is said of the day that the story stands at; which day it is, the words do not tell.</summary>
    private TimeMention? Clock(TokenRange tokens, TimeSlots slots)
    {
        if (HourOf(slots) is not { } hour) return null;
        slots = hour;
        return (line.Day ?? _published) is { } day
            ? OnDay(tokens, day, slots) with { Interval = null }
            : Unresolved(tokens, TimeKind.Time);
    }

    /// <summary>"4 in the morning" with its hour as a clock shows it; null where no clock does.</summary>
    private static TimeSlots? HourOf(TimeSlots slots)
    {
        if (slots is not { Clock: null, Number: { } told }) return slots;
        if (told is < 1 or > 12) return null;
        var add = slots.Part is PartOfDay.Afternoon or PartOfDay.Evening || slots.Part == PartOfDay.Night && told > 5 ? 12 : 0;
        return slots with { Clock = new LocalTime(told % 12 + add, 0) };
    }

    private TimeMention? Quarter(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Ordinal is < 1 or > 4) return null;
        if (slots is { Year: { } year, Ordinal: { } told }) return year is >= FirstYear and <= LastYear ? OfQuarter(tokens, new LocalDate(year, told * 3, 1)) : null;
        if (_published is not { } today) return Unresolved(tokens, TimeKind.Date);
        // In the accounts that speak of it, "the quarter" is the last one that has ended.
        if (slots.Ordinal is not { } ordinal) return OfQuarter(tokens, today.PlusMonths(-3 + 12 * (slots.Direction ?? 0)));
        if (slots.Direction is { } direction) return OfQuarter(tokens, new LocalDate(today.Year + direction, ordinal * 3, 1));
        // One that has not begun is last year's, unless it is to come.
        return OfQuarter(tokens, new LocalDate(ordinal > Quarter(today) && !IsToCome ? today.Year - 1 : today.Year, ordinal * 3, 1));
    }

    private static int Quarter(LocalDate day) => (day.Month + 2) / 3;

    private static TimeMention OfQuarter(TokenRange tokens, LocalDate day)
    {
        var first = new LocalDate(day.Year, Quarter(day) * 3 - 2, 1);
        return new TimeMention(tokens, TimeKind.Date, $"{day.Year:0000}-Q{Quarter(day)}", new TimeInterval(first, first.PlusMonths(3).PlusDays(-1), TimePrecision.Month));
    }

    /// <summary>
    /// From the first day that such a year may have begun (1 July of the year before, as in Egypt or Pakistan) to the last that it may have ended on
    /// (31 March of the year after, as in India or Britain): whose it is, the words do not tell.
    /// </summary>
    private static TimeMention? FiscalYear(TokenRange tokens, TimeSlots slots) => slots.Year is > FirstYear and < LastYear and var year
        ? new TimeMention(tokens, TimeKind.Date, $"{year:0000}", new TimeInterval(new LocalDate(year - 1, 7, 1), new LocalDate(year + 1, 3, 31), TimePrecision.Year)) { Modifier = slots.Modifier }
        : null;

    private TimeMention? YearBefore(TokenRange tokens, TimeSlots slots)
    {
        if (Now(isRelative: false) is not { } today) return Unresolved(tokens, TimeKind.Date);
        if (today.Year <= FirstYear) return null;
        if (slots.Ordinal is >= 1 and <= 4 and var ordinal) return OfQuarter(tokens, new LocalDate(today.Year - 1, ordinal * 3, 1));
        return line.Quarter is { Earliest: { } quarter } ? OfQuarter(tokens, quarter.PlusYears(-1)) : Year(tokens, today.Year - 1, slots.Modifier);
    }

    /// <summary>"the first half of 1990".</summary>
    private TimeMention? Half(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Ordinal is not (1 or 2) || (slots.Year ?? Now(isRelative: false)?.Year + (slots.Direction ?? 0)) is not (>= FirstYear and <= LastYear and var year)) return null;
        var first = new LocalDate(year, slots.Ordinal == 1 ? 1 : 7, 1);
        return new TimeMention(tokens, TimeKind.Date, $"{year:0000}-H{slots.Ordinal}", new TimeInterval(first, first.PlusMonths(6).PlusDays(-1), TimePrecision.Month));
    }

    private TimeMention? Season(TokenRange tokens, TimeSlots slots)
    {
        // Seasons of the northern half, as newsrooms count them: spring begins in March, winter in December.
        var begins = slots.Season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        int? told = (slots is { Direction: 0, IsRelative: false } ? _published : Now(slots.IsRelative)) is not { } now ? null : slots.Direction switch
        {
            0 => now.Year,
            1 => now.Month < begins ? now.Year : now.Year + 1,
            -1 => now.Month >= begins + 3 ? now.Year : now.Year - 1,
            _ => now.Month >= begins || IsToCome || line.IsNarrative ? now.Year : now.Year - 1,
        };
        if ((slots.Year ?? told) is not { } year) return Unresolved(tokens, TimeKind.Date, "XXXX-" + slots.Season);
        if (year is < FirstYear or > LastYear) return null;
        var first = new LocalDate(year, begins, 1);
        return new TimeMention(tokens, TimeKind.Date, $"{year:0000}-{slots.Season}", new TimeInterval(first, first.PlusMonths(3).PlusDays(-1), TimePrecision.Month)) { Modifier = slots.Modifier };
    }

    private TimeMention? HolidayOf(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Year is { } told) return told is >= FirstYear and <= LastYear ? Told(slots.Holiday!.In(told).FirstOrDefault()) : Unresolved(tokens, TimeKind.Date);
        if (Now(isRelative: false) is not { } today) return Unresolved(tokens, TimeKind.Date);
        var known = Enumerable.Range(today.Year - 1, 3).Where(y => y is >= FirstYear and <= LastYear).SelectMany(slots.Holiday!.In).ToArray();
        var last = Array.FindLast(known, i => i.Earliest <= today);
        var next = Array.Find(known, i => i.Earliest > today);
        return Told(slots.Direction switch
        {
            -1 => last,
            1 => next,
            0 => Array.Find(known, i => i.Earliest!.Value.Year == today.Year),
            // One that lies a little ahead is one to come.
            _ => next is not null && (IsToCome || Period.DaysBetween(today, next.Earliest!.Value) <= DaysAhead) ? next : last,
        });

        TimeMention Told(TimeInterval? interval) => interval switch
        {
            null => Unresolved(tokens, TimeKind.Date),
            { Precision: TimePrecision.Day, Earliest: { } day } => OnDay(tokens, day, slots),
            { Earliest: { } first } => new TimeMention(tokens, TimeKind.Date, $"{first:uuuu-MM}", interval) { Modifier = slots.Modifier },
            _ => Unresolved(tokens, TimeKind.Date),
        };
    }

    /// <summary>A month, or a day in it, of another calendar; the year is of that calendar.</summary>
    private TimeMention? OfCalendar(TokenRange tokens, TimeSlots slots)
    {
        var calendar = slots.Calendar;
        if (slots.Month is not { } month) return null;
        var now = Now(isRelative: false) is { } reported ? Holiday.In(calendar, reported) : null;
        if ((slots.Year ?? (now is { } today ? month > today.Month && !IsToCome ? today.Year - 1 : today.Year : null)) is not { } year
            || year < calendar.MinYear || year > calendar.MaxYear) return Unresolved(tokens, TimeKind.Date);
        if (slots.Day is { } day)
        {
            return day <= calendar.GetDaysInMonth(year, month)
                ? OnDay(tokens, new LocalDate(year, month, day, calendar).WithCalendar(CalendarSystem.Iso), slots)
                : Unresolved(tokens, TimeKind.Date);
        }

        var first = new LocalDate(year, month, 1, calendar).WithCalendar(CalendarSystem.Iso);
        var last = first.PlusDays(calendar.GetDaysInMonth(year, month) - 1);
        return new TimeMention(tokens, TimeKind.Date, $"{first:uuuu-MM}", new TimeInterval(first, last, TimePrecision.Month)) { Modifier = slots.Modifier };
    }
}
