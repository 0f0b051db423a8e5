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
/// <param name="published">Day of publication, or null.</param>
/// <param name="anchor">The day told last: where "the next day" counts from.</param>
/// <param name="future">The clause speaks of what is to come.</param>
internal readonly struct TimeResolver(LocalDate? published, LocalDate? anchor, bool future)
{
    /// <summary>Years beyond these are no dates of news.</summary>
    private const int FirstYear = 1, LastYear = 9998;

    /// <summary>The mention, or null where the words turn out to be no time.</summary>
    public TimeMention? Resolve(TokenRange tokens, TimeOperation operation, TimeSlots slots) => operation switch
    {
        TimeOperation.None => null,
        TimeOperation.Date => Date(tokens, slots),
        TimeOperation.DateOfYear => published is { } today ? Date(tokens, slots with { Year = today.Year + (slots.Direction ?? 0) }) : Unresolved(tokens, TimeKind.Date),
        TimeOperation.Weekday => Weekday(tokens, slots),
        TimeOperation.Deictic => published is { } today ? OnDay(tokens, today.PlusDays(slots.Deictic ?? 0), slots) : Unresolved(tokens, TimeKind.Date),
        TimeOperation.Shift => Shift(tokens, slots),
        TimeOperation.Unit => Unit(tokens, slots),
        TimeOperation.CurrentUnit => Around(tokens, slots.Unit ?? TimeUnit.Day, published, 0, slots),
        TimeOperation.Duration => Duration(tokens, slots),
        TimeOperation.Set => Set(tokens, slots),
        TimeOperation.OfDay => slots.Inner is { Kind: TimeKind.Date, Interval: { Precision: TimePrecision.Day, Earliest: { } day } } ? OnDay(tokens, day, slots) : null,
        TimeOperation.Clock => Clock(tokens, slots),
        TimeOperation.Quarter => Quarter(tokens, slots),
        TimeOperation.Season => Season(tokens, slots),
        TimeOperation.Decade => Years(tokens, slots.Year ?? 0, 10, (slots.Year ?? 0) / 10),
        TimeOperation.Century => slots.Ordinal is { } ordinal and > 0 and < 90 ? Years(tokens, (ordinal - 1) * 100, 100, ordinal - 1) : null,
        TimeOperation.Holiday => Holiday(tokens, slots),
        TimeOperation.Modified => slots.Inner is { } inner ? inner with { Tokens = tokens, Modifier = slots.Modifier ?? inner.Modifier } : null,
        _ => new TimeMention(tokens, TimeKind.Date, slots.Reference, null),
    };

    private static TimeMention Unresolved(TokenRange tokens, TimeKind kind, string? value = null) => new(tokens, kind, value, null);

    private TimeMention? Date(TokenRange tokens, TimeSlots slots)
    {
        if (slots is { Month: { } month, Day: { } day })
        {
            var year = slots.Year ?? YearOf(month, day);
            if (year is not { } told) return Unresolved(tokens, TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"));
            // A day that no calendar has stays unresolved.
            return told is >= FirstYear and <= LastYear && day <= CalendarSystem.Iso.GetDaysInMonth(told, month)
                ? OnDay(tokens, new LocalDate(told, month, day), slots)
                : Unresolved(tokens, TimeKind.Date);
        }

        if (slots.Month is { } alone)
        {
            var year = slots.Year ?? (slots.Direction == 0 && published is { } now ? now.Year : YearOf(alone, null));
            return year is { } told
                ? Month(tokens, told, alone, slots.Modifier)
                : Unresolved(tokens, TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"XXXX-{alone:00}"));
        }

        return slots.Year is { } whole ? Year(tokens, whole, slots.Modifier) : null;
    }

    /// <summary>The year of a month, or of a day in it, that is told without one.</summary>
    private int? YearOf(int month, int? day)
    {
        if (published is not { } today) return null;
        if (future) return month < today.Month - 1 ? today.Year + 1 : today.Year;
        // A day that lies a little ahead is one to come; a month ahead is last year's.
        if (day is not null) return month > today.Month + 2 ? today.Year - 1 : month < today.Month - 9 ? today.Year + 1 : today.Year;
        return month > today.Month ? today.Year - 1 : today.Year;
    }

    private TimeMention Weekday(TokenRange tokens, TimeSlots slots)
    {
        var number = slots.Weekday!.Value;
        if (published is not { } today) return Unresolved(tokens, TimeKind.Date, $"XXXX-WXX-{number}");
        var weekday = (IsoDayOfWeek)number;
        var day = today.DayOfWeek == weekday ? today : future && slots.Direction is null or 1 ? today.Next(weekday) : today.Previous(weekday);
        if (slots.Direction == -1 && day == today) day = day.PlusWeeks(-1);
        if (slots.Direction == 1 && day == today) day = day.PlusWeeks(1);
        return OnDay(tokens, day, slots);
    }

    private TimeMention? Shift(TokenRange tokens, TimeSlots slots)
    {
        var unit = slots.Unit ?? TimeUnit.Day;
        var sign = slots.Shift ?? -1;
        if (slots.Number is not { } count) return Unresolved(tokens, TimeKind.Date, sign < 0 ? "PAST_REF" : "FUTURE_REF");
        return Around(tokens, unit, slots.FromReport ? published : anchor ?? published, sign * count, slots);
    }

    private TimeMention? Unit(TokenRange tokens, TimeSlots slots)
    {
        var direction = slots.Direction ?? 0;
        var unit = slots.Unit ?? TimeUnit.Day;
        // "the next day" and "the following week" go on from the day that the story stands at, "next week" from the report.
        var told = slots.Relative || slots.Direction is null || unit == TimeUnit.Day && direction != 0 && slots.Part is null;
        return Around(tokens, unit, told ? anchor ?? published : published, direction, slots);
    }

    /// <summary>The unit that lies so many units from the one that holds the day.</summary>
    private TimeMention? Around(TokenRange tokens, TimeUnit unit, LocalDate? from, int count, TimeSlots slots)
    {
        if (from is not { } day) return Unresolved(tokens, TimeKind.Date);
        var years = unit switch { TimeUnit.Century => 100, TimeUnit.Decade => 10, TimeUnit.Year => 1, _ => 0 };
        if (Math.Abs((long)count * Math.Max(1, years)) > LastYear || day.Year + count * years is < FirstYear or > LastYear) return Unresolved(tokens, TimeKind.Date);
        switch (unit)
        {
            case TimeUnit.Day:
                return OnDay(tokens, day.PlusDays(count), slots);
            case TimeUnit.Week or TimeUnit.Weekend:
                var monday = day.PlusWeeks(count).PlusDays(1 - (int)day.DayOfWeek);
                // Until it has come, the weekend is the last one.
                if (unit == TimeUnit.Weekend && count == 0 && !future && day.DayOfWeek < IsoDayOfWeek.Saturday) monday = monday.PlusWeeks(-1);
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

    private static TimeMention Duration(TokenRange tokens, TimeSlots slots)
    {
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
        return new TimeMention(tokens, TimeKind.Duration, value, null);
    }

    private static TimeMention Set(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Weekday is { } weekday) return new TimeMention(tokens, TimeKind.Set, $"XXXX-WXX-{weekday}" + (slots.Part is { } part ? "T" + Code(part) : ""), null);
        if (slots.Month is { } month) return new TimeMention(tokens, TimeKind.Set, $"XXXX-{month:00}", null);
        return slots.Part is { } daily
            ? new TimeMention(tokens, TimeKind.Set, $"XXXX-XX-XXT{Code(daily)}", null)
            : Duration(tokens, slots with { Number = slots.Number ?? 1 }) with { Kind = TimeKind.Set };
    }

    /// <summary>An hour alone is said of the day that the story stands at; which day it is, the words do not tell.</summary>
    private TimeMention? Clock(TokenRange tokens, TimeSlots slots) => (anchor ?? published) is { } day
        ? OnDay(tokens, day, slots) with { Interval = null }
        : Unresolved(tokens, TimeKind.Time);

    private TimeMention? Quarter(TokenRange tokens, TimeSlots slots)
    {
        if (slots.Ordinal is < 1 or > 4) return null;
        if (slots is { Year: { } year, Ordinal: { } told }) return year is >= FirstYear and <= LastYear ? OfQuarter(tokens, new LocalDate(year, told * 3, 1)) : null;
        if (published is not { } today) return Unresolved(tokens, TimeKind.Date);
        // In the accounts that speak of it, "the quarter" is the last one that has ended.
        if (slots.Ordinal is not { } ordinal) return OfQuarter(tokens, today.PlusMonths(-3 + 12 * (slots.Direction ?? 0)));
        if (slots.Direction is { } direction) return OfQuarter(tokens, new LocalDate(today.Year + direction, ordinal * 3, 1));
        // One that has not begun is last year's, unless it is to come.
        return OfQuarter(tokens, new LocalDate(ordinal > Quarter(today) && !future ? today.Year - 1 : today.Year, ordinal * 3, 1));
    }

    private static int Quarter(LocalDate day) => (day.Month + 2) / 3;

    private static TimeMention OfQuarter(TokenRange tokens, LocalDate day)
    {
        var first = new LocalDate(day.Year, Quarter(day) * 3 - 2, 1);
        return new TimeMention(tokens, TimeKind.Date, $"{day.Year:0000}-Q{Quarter(day)}", new TimeInterval(first, first.PlusMonths(3).PlusDays(-1), TimePrecision.Month));
    }

    private TimeMention? Season(TokenRange tokens, TimeSlots slots)
    {
        if (published is not { } today && slots.Year is null) return Unresolved(tokens, TimeKind.Date, "XXXX-" + slots.Season);
        // Seasons of the northern half, as newsrooms count them: spring begins in March, winter in December.
        var begins = slots.Season switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        var now = published ?? default;
        var year = slots.Year ?? (slots.Direction switch
        {
            0 => now.Year,
            1 => now.Month < begins ? now.Year : now.Year + 1,
            -1 => now.Month >= begins + 3 ? now.Year : now.Year - 1,
            _ => now.Month >= begins || future ? now.Year : now.Year - 1,
        });
        if (year is < FirstYear or > LastYear) return null;
        var first = new LocalDate(year, begins, 1);
        return new TimeMention(tokens, TimeKind.Date, $"{year:0000}-{slots.Season}", new TimeInterval(first, first.PlusMonths(3).PlusDays(-1), TimePrecision.Month)) { Modifier = slots.Modifier };
    }

    private TimeMention? Holiday(TokenRange tokens, TimeSlots slots)
    {
        var month = int.Parse(slots.Holiday!.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var rest = slots.Holiday![3..];
        if (slots.Year is null && published is null) return Unresolved(tokens, TimeKind.Date);
        var today = published ?? default;
        var year = slots.Year ?? today.Year + (slots.Direction ?? 0);
        var day = DayIn(year);
        if (slots.Year is null && slots.Direction is null or -1 && day > today && !future && (day - today).Days > 60) day = DayIn(year - 1);
        return OnDay(tokens, day, slots);

        LocalDate DayIn(int y)
        {
            y = Math.Clamp(y, FirstYear, LastYear);
            if (rest.Length == 2 && char.IsAsciiDigit(rest[1])) return new LocalDate(y, month, int.Parse(rest, CultureInfo.InvariantCulture));
            var weekday = (IsoDayOfWeek)(rest[1] switch { 'M' => 1, 'T' => 4, _ => 7 });
            return LocalDate.FromYearMonthWeekAndDay(y, month, rest[0] - '0', weekday);
        }
    }

    private static TimeMention Month(TokenRange tokens, int year, int month, string? modifier)
    {
        if (year is < FirstYear or > LastYear) return Unresolved(tokens, TimeKind.Date);
        var from = new LocalDate(year, month, 1);
        return new TimeMention(tokens, TimeKind.Date, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"), new TimeInterval(from, from.PlusMonths(1).PlusDays(-1), TimePrecision.Month)) { Modifier = modifier };
    }

    private static TimeMention? Year(TokenRange tokens, int year, string? modifier) => year is < FirstYear or > LastYear
        ? null
        : new TimeMention(tokens, TimeKind.Date, $"{year:0000}", new TimeInterval(new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), TimePrecision.Year)) { Modifier = modifier };

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
            return new TimeMention(tokens, TimeKind.Time, $"{day:uuuu-MM-dd}T{hour}", new TimeInterval(day, day, TimePrecision.Day, part)) { Modifier = slots.Modifier };
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
