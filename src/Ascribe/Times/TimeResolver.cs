using System.Globalization;
using Ascribe.Language;
using NodaTime;
using NodaTime.Calendars;

namespace Ascribe.Times;

/// <summary>
/// What an expression means on a day. News looks back: a bare weekday is the last such day, the day of publication included (right in 91 %
/// of the cases in the training part of TempEval-3), a bare month the last such month, unless the clause speaks of what is to come.
/// Without a publication date only what is absolute is resolved.
/// </summary>
/// <param name="line">The report's line of time as far as it has been read.</param>
/// <param name="tenses">Tells what the clause speaks of.</param>
/// <param name="token">Where the whole expression begins; one within another stands in the same clause.</param>
internal readonly partial struct TimeResolver(StoryLine line, TenseReader tenses, int token)
{
    /// <summary>Years beyond these are no dates; those before the first are told with their era and as years alone.</summary>
    private const int FirstYear = 1, LastYear = 9998;

    /// <summary>A holiday so many days after the report is one to come.</summary>
    private const int DaysAhead = 60;

    private readonly LocalDate? _published = line.Published;

    private bool IsToCome => tenses.TenseAt(token) == ClauseTense.Future;

    /// <summary>The mention, or null where the words turn out to be no time.</summary>
    public TimeMention? Resolve(TokenRange tokens, TimeOperation operation, TimeSlots slots) => operation switch
    {
        TimeOperation.None => null,
        TimeOperation.Date => Date(tokens, slots),
        TimeOperation.DateOfYear => Now(slots.IsRelative) is { } today ? Date(tokens, slots with { Year = today.Year + (slots.Direction ?? 0) }) : Unresolved(tokens, TimeKind.Date),
        TimeOperation.FiscalYear => FiscalYear(tokens, slots),
        TimeOperation.Weekday => Weekday(tokens, slots),
        TimeOperation.Deictic => _published is { } today ? OnDay(tokens, today.PlusDays(slots.Deictic ?? 0), slots) : Unresolved(tokens, TimeKind.Date),
        TimeOperation.Shift => Shift(tokens, slots),
        TimeOperation.ShiftFrom => ShiftFrom(tokens, slots),
        TimeOperation.UnitOf => slots.Inner?.Interval?.Earliest is { } within ? Around(tokens, slots.Unit ?? TimeUnit.Day, within, 0, slots) : null,
        TimeOperation.Unit => Unit(tokens, slots),
        TimeOperation.CurrentUnit => Around(tokens, slots.Unit ?? TimeUnit.Day, Now(isRelative: false), 0, slots),
        TimeOperation.Duration => Duration(tokens, slots),
        TimeOperation.Set => Set(tokens, slots),
        TimeOperation.OfDay => slots.Inner is { Kind: TimeKind.Date, Interval: { Precision: TimePrecision.Day, Earliest: { } day } } && HourOf(slots) is { } hour ? OnDay(tokens, day, hour) : null,
        TimeOperation.Clock => Clock(tokens, slots),
        TimeOperation.Quarter => Quarter(tokens, slots),
        TimeOperation.YearBefore => YearBefore(tokens, slots),
        TimeOperation.Half => Half(tokens, slots),
        TimeOperation.Season => Season(tokens, slots),
        TimeOperation.Decade => Years(tokens, slots.Year ?? 0, 10, (slots.Year ?? 0) / 10) is { } decade ? decade with { Modifier = slots.Modifier } : null,
        TimeOperation.Century => slots.Ordinal is { } ordinal and > 0 and < 90 ? Years(tokens, (ordinal - 1) * 100, 100, ordinal - 1) : null,
        TimeOperation.Holiday => HolidayOf(tokens, slots),
        TimeOperation.Modified => slots.Inner is { } inner ? inner with { Tokens = tokens, Modifier = slots.Modifier ?? inner.Modifier } : null,
        _ => new TimeMention(tokens, TimeKind.Date, slots.Reference, null),
    };

    private static TimeMention Unresolved(TokenRange tokens, TimeKind kind, string? value = null) => new(tokens, kind, value, null);

    /// <summary>From where an expression counts: what the story told last where the words, or a story that dates itself, go on from there; else the report.</summary>
    private LocalDate? Now(bool isRelative) => (isRelative || line.IsNarrative ? line.Last?.Earliest : null) ?? _published;

    /// <summary>
    /// The day that "the next day" and "two weeks later" count from. Without one they stay unresolved; years and months are set beside those of the
    /// report ("5 % more than a year earlier").
    /// </summary>
    private LocalDate? Told(TimeUnit unit, int sign) => line.Day ?? (unit >= TimeUnit.Month && sign < 0 ? _published : null);

    private TimeMention? Date(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Calendar != CalendarSystem.Iso) return OfCalendar(tokens, slots);
        // "el primero de mayo", "el uno de mayo".
        if (slots is { Month: { } month } && (slots.Day ?? slots.Ordinal ?? slots.Number) is >= 1 and var day)
        {
            var year = slots.Year ?? YearOf(month, day, slots.Direction);
            if (year is not { } told) return Unresolved(tokens, TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"));
            // A day that no calendar has stays unresolved.
            return told is >= FirstYear and <= LastYear && day <= CalendarSystem.Iso.GetDaysInMonth(told, month)
                ? OnDay(tokens, new LocalDate(told, month, day), slots)
                : Unresolved(tokens, TimeKind.Date);
        }

        if (slots.Month is { } alone)
        {
            return (slots.Year ?? YearOf(alone, null, slots.Direction)) is { } told
                ? Month(tokens, told, alone, slots.Modifier)
                : Unresolved(tokens, TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{alone:00}"));
        }

        if (slots.Day is { } ofMonth) return OfMonth(tokens, ofMonth, slots);
        if (slots.Year is { } whole) return Year(tokens, whole, slots.Modifier);
        // "the year 632"; there was no year 0.
        return slots.Number is >= FirstYear and <= LastYear and var counted ? Year(tokens, counted, slots.Modifier) : Unresolved(tokens, TimeKind.Date);
    }

    /// <summary>"el día 13": of the month that the story stands in; with "last" or "next" of the last or next month that has it.</summary>
    private TimeMention OfMonth(TokenRange tokens, int day, TimeSlots slots)
    {
        if (Now(isRelative: false) is not { } today) return Unresolved(tokens, TimeKind.Date);
        var months = slots.Direction switch { -1 when day > today.Day => -1, 1 when day <= today.Day => 1, _ => 0 };
        var first = new LocalDate(today.Year, today.Month, 1).PlusMonths(months);
        return day <= CalendarSystem.Iso.GetDaysInMonth(first.Year, first.Month) ? OnDay(tokens, first.PlusDays(day - 1), slots) : Unresolved(tokens, TimeKind.Date);
    }

    /// <summary>The year of a month, or of a day in it, that is told without one.</summary>
    private int? YearOf(int month, int? day, int? direction)
    {
        if (line is { IsNarrative: true, Last: { Earliest: { } told } last })
        {
            // Stories go on, and go back a little: what lies eight months back is the next year's.
            return last.Precision == TimePrecision.Year || month > told.Month - 8 ? told.Year : told.Year + 1;
        }

        if (_published is not { } today) return null;
        switch (direction)
        {
            case 0: return today.Year;
            case -1: return month < today.Month || month == today.Month && day < today.Day ? today.Year : today.Year - 1;
            case 1: return month > today.Month || month == today.Month && day > today.Day ? today.Year : today.Year + 1;
        }

        if (IsToCome) return month < today.Month - 1 ? today.Year + 1 : today.Year;
        // A day that lies a little ahead is one to come; a month ahead is last year's.
        if (day is not null) return month > today.Month + 2 ? today.Year - 1 : month < today.Month - 9 ? today.Year + 1 : today.Year;
        return month > today.Month ? today.Year - 1 : today.Year;
    }

    private TimeMention Weekday(TokenRange tokens, TimeSlots slots)
    {
        var number = slots.Weekday!.Value;
        if ((slots.IsRelative ? line.Day ?? _published : _published) is not { } today) return Unresolved(tokens, TimeKind.Date, $"XXXX-WXX-{number}");
        var weekday = (IsoDayOfWeek)number;
        return OnDay(tokens, slots.Direction switch
        {
            -1 => today.Previous(weekday),
            1 => today.Next(weekday),
            _ when today.DayOfWeek == weekday => today,
            _ => IsToCome ? today.Next(weekday) : today.Previous(weekday),
        }, slots);
    }

    private TimeMention? Shift(TokenRange tokens, TimeSlots slots)
    {
        var unit = slots.Unit ?? TimeUnit.Day;
        var sign = slots.Shift ?? -1;
        if (slots.Number is not { } count) return Unresolved(tokens, TimeKind.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF");
        // Figures of a quarter are set beside those of the same quarter of another year.
        if (unit == TimeUnit.Year && sign < 0 && line.Quarter is { Earliest: { } quarter } && quarter.Year > count) return OfQuarter(tokens, quarter.PlusYears(-count));
        return Around(tokens, unit, slots.IsFromReport ? _published : Told(unit, sign), sign * count, slots);
    }

    /// <summary>"two days after 3 May": so many units from the expression within.</summary>
    private TimeMention? ShiftFrom(TokenRange tokens, TimeSlots slots)
    {
        var sign = slots.Shift ?? 1;
        if ((sign < 0 ? slots.Inner?.Interval?.Earliest : slots.Inner?.Interval?.Latest) is not { } from) return Unresolved(tokens, TimeKind.Date);
        // Two days after some time of a month are some other days of it.
        if (slots.Inner!.Interval!.Precision > TimePrecision.Day && slots.Unit < TimeUnit.Month) return null;
        return Around(tokens, slots.Unit ?? TimeUnit.Day, from, sign * (slots.Number ?? 1), slots with { Part = null, Clock = null });
    }

    private TimeMention? Unit(TokenRange tokens, TimeSlots slots)
    {
        var direction = slots.Direction ?? 0;
        var unit = slots.Unit ?? TimeUnit.Day;
        if (slots.IsOnward && tenses.TenseAt(token) == ClauseTense.Past) slots = slots with { IsRelative = true };
        // "the next day", "that day" and "later in the day" go on from the day that the story stands at, "the past day" and "next week" from the report.
        if (unit == TimeUnit.Day && (slots.IsRelative || slots.Direction is null || direction > 0 && slots.Part is null))
            return Around(tokens, unit, Told(unit, direction), direction, slots);
        // "this week" is the report's own, also in a story that dates itself.
        return Around(tokens, unit, slots is { Direction: 0, IsRelative: false } ? _published : slots.IsRelative && unit < TimeUnit.Month ? line.Last?.Earliest : Now(slots.IsRelative), direction, slots);
    }

    /// <summary>The unit that lies so many units from the one that holds the day.</summary>
    private TimeMention? Around(TokenRange tokens, TimeUnit unit, LocalDate? from, int count, TimeSlots slots)
    {
        if (from is not { } day) return Unresolved(tokens, TimeKind.Date);
        var years = unit switch
        {
            TimeUnit.Century => 100L * count,
            TimeUnit.Decade => 10L * count,
            TimeUnit.Year => count,
            TimeUnit.Quarter => count / 4,
            TimeUnit.Month => count / 12,
            TimeUnit.Week or TimeUnit.Weekend => count / 52,
            TimeUnit.Day => count / 365,
            _ => 0,
        };
        if (day.Year + years is < FirstYear or > LastYear) return Unresolved(tokens, TimeKind.Date);
        switch (unit)
        {
            case TimeUnit.Day:
                return OnDay(tokens, day.PlusDays(count), slots);
            case TimeUnit.Week or TimeUnit.Weekend:
                var monday = day.PlusWeeks(count).PlusDays(1 - (int)day.DayOfWeek);
                // Until it has come, the weekend is the last one.
                if (unit == TimeUnit.Weekend && count == 0 && !IsToCome && day.DayOfWeek < IsoDayOfWeek.Saturday) monday = monday.PlusWeeks(-1);
                var (year, week) = (WeekYearRules.Iso.GetWeekYear(monday), WeekYearRules.Iso.GetWeekOfWeekYear(monday));
                return unit == TimeUnit.Week
                    ? new TimeMention(tokens, TimeKind.Date, $"{year:0000}-W{week:00}", new TimeInterval(monday, monday.PlusDays(6), TimePrecision.Week)) { Modifier = slots.Modifier }
                    : new TimeMention(tokens, TimeKind.Date, $"{year:0000}-W{week:00}-WE", new TimeInterval(monday.PlusDays(5), monday.PlusDays(6), TimePrecision.Week));
            case TimeUnit.Month:
                var month = day.PlusMonths(count);
                return Month(tokens, month.Year, month.Month, slots.Modifier);
            case TimeUnit.Quarter:
                return OfQuarter(tokens, day.PlusMonths(3 * count));
            case TimeUnit.Year:
                return Year(tokens, day.Year + count, slots.Modifier);
            case TimeUnit.Decade:
                return Years(tokens, (day.Year + 10 * count) / 10 * 10, 10, day.Year / 10 + count);
            case TimeUnit.Century:
                return Years(tokens, (day.Year + 100 * count) / 100 * 100, 100, day.Year / 100 + count);
            default:
                // Hours and minutes from now lie on the day itself, as far as a date can tell.
                return OnDay(tokens, day, slots);
        }
    }

    private static TimeMention Month(TokenRange tokens, int year, int month, string? modifier)
    {
        if (year is < FirstYear or > LastYear) return Unresolved(tokens, TimeKind.Date);
        var from = new LocalDate(year, month, 1);
        return new TimeMention(tokens, TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"), new TimeInterval(from, from.PlusMonths(1).PlusDays(-1), TimePrecision.Month)) { Modifier = modifier };
    }

    private static TimeMention? Year(TokenRange tokens, int year, string? modifier)
    {
        if (year is < -LastYear or > LastYear) return null;
        // Years before the first have a value and no interval: nothing that a report dates happened in them.
        return year < FirstYear
            ? Unresolved(tokens, TimeKind.Date, $"BC{1 - year:0000}")
            : new TimeMention(tokens, TimeKind.Date, $"{year:0000}", new TimeInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), TimePrecision.Year)) { Modifier = modifier };
    }

    /// <summary>A decade or century; its TIMEX3 value is the year without its last digits.</summary>
    private static TimeMention? Years(TokenRange tokens, int first, int count, int value) => first is < FirstYear or > LastYear - 100
        ? null
        : new TimeMention(
            tokens, TimeKind.Date, value.ToString(count == 10 ? "000" : "00", CultureInfo.InvariantCulture),
            new TimeInterval(new LocalDate(first, 1, 1), new LocalDate(first + count - 1, 12, 31), TimePrecision.Year));

    private static TimeMention OnDay(TokenRange tokens, LocalDate day, TimeSlots slots)
    {
        if (slots.Clock is { } clock)
        {
            var part = slots.Part ?? PartOf(clock);
            var hour = slots.Part == PartOfDay.Night && clock == LocalTime.Midnight ? "24:00" : clock.ToString("HH:mm", CultureInfo.InvariantCulture);
            return new TimeMention(tokens, TimeKind.Time, $"{day:uuuu-MM-dd}T{hour}{(slots.IsUniversal ? "Z" : "")}", new TimeInterval(day, day, TimePrecision.Day, part)) { Modifier = slots.Modifier };
        }

        return slots.Part is { } p
            ? new TimeMention(tokens, TimeKind.Time, $"{day:uuuu-MM-dd}T{Code(p)}", TimeInterval.OnDay(day, p)) { Modifier = slots.Modifier }
            : new TimeMention(tokens, TimeKind.Date, $"{day:uuuu-MM-dd}", TimeInterval.OnDay(day)) { Modifier = slots.Modifier };
    }

    private static PartOfDay PartOf(LocalTime clock) => clock.Hour switch
    {
        < 4 => PartOfDay.Night,
        < 6 => PartOfDay.Dawn,
        < 12 => PartOfDay.Morning,
        < 18 => PartOfDay.Afternoon,
        < 21 => PartOfDay.Evening,
        _ => PartOfDay.Night,
    };

    private static string Code(PartOfDay part) => part switch
    {
        PartOfDay.Dawn => "DN",
        PartOfDay.Morning => "MO",
        PartOfDay.Noon => "MI",
        PartOfDay.Afternoon => "AF",
        PartOfDay.Evening => "EV",
        _ => "NI",
    };
}
