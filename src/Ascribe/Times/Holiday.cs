using System.Globalization;
using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// A feast or a month of fasting by the rule that dates it. As the lexicon writes it: <c>12-25</c> a day of the calendar; <c>11-4T</c> the n-th
/// weekday of a month (M Monday, T Thursday, S Sunday); <c>easter -2</c> days from Easter Sunday of the western churches; <c>islamic 10-01</c>,
/// <c>persian 01-01</c> a day of another calendar, <c>islamic 09</c> a whole month of it.
/// </summary>
/// <remarks>The Islamic calendar is that of Umm al-Qura: where the new moon is observed, a feast may be kept a day earlier or later.</remarks>
internal sealed class Holiday
{
    private readonly CalendarSystem _calendar;
    private readonly int _month;

    /// <summary>0: the whole month.</summary>
    private readonly int _day;

    private readonly int _nth;
    private readonly IsoDayOfWeek _weekday;
    private readonly int? _fromEaster;

    private Holiday(CalendarSystem calendar, int month, int day, int nth = 0, IsoDayOfWeek weekday = IsoDayOfWeek.None, int? fromEaster = null) =>
        (_calendar, _month, _day, _nth, _weekday, _fromEaster) = (calendar, month, day, nth, weekday, fromEaster);

    /// <exception cref="FormatException">The text is no rule of the kinds above.</exception>
    public static Holiday Parse(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var rule = text[(blank + 1)..];
        int Number(Range part) => int.Parse(rule[part], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (text.StartsWith("easter", StringComparison.Ordinal)) return new Holiday(CalendarSystem.Iso, 0, 0, fromEaster: Number(..));
        var calendar = blank < 0 ? CalendarSystem.Iso : CalendarOf(text[..blank]);
        if (rule.Length == 2) return new Holiday(calendar, Number(..), 0);
        if (rule.Length != 5) throw new FormatException($"'{text}' dates no holiday.");
        return char.IsAsciiDigit(rule[4])
            ? new Holiday(calendar, Number(..2), Number(3..))
            : new Holiday(calendar, Number(..2), 0, Number(3..4), rule[4] switch { 'M' => IsoDayOfWeek.Monday, 'T' => IsoDayOfWeek.Thursday, 'S' => IsoDayOfWeek.Sunday, _ => throw new FormatException($"'{text}' names no weekday.") });
    }

    /// <summary>The calendar that the lexicon calls so.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static CalendarSystem CalendarOf(string name) => name switch
    {
        "islamic" => CalendarSystem.UmAlQura,
        "persian" => CalendarSystem.PersianSimple,
        _ => throw new FormatException($"'{name}' is no calendar."),
    };

    /// <summary>The day in another calendar, or null where that calendar does not reach.</summary>
    public static LocalDate? In(CalendarSystem calendar, LocalDate day)
    {
        if (calendar == CalendarSystem.Iso) return day;
        var first = new LocalDate(calendar.MinYear, 1, 1, calendar).WithCalendar(CalendarSystem.Iso);
        var last = new LocalDate(calendar.MaxYear, 1, 1, calendar).WithCalendar(CalendarSystem.Iso);
        return day >= first && day < last ? day.WithCalendar(calendar) : null;
    }

    /// <summary>When it begins in the year of our calendar, in order; none, or two, where a year of its own calendar is shorter.</summary>
    public IEnumerable<TimeInterval> In(int year)
    {
        if (_fromEaster is { } days) return [TimeInterval.OnDay(Easter(year).PlusDays(days))];
        if (_nth > 0) return [TimeInterval.OnDay(LocalDate.FromYearMonthWeekAndDay(year, _month, _nth, _weekday))];
        if (_calendar == CalendarSystem.Iso) return _day <= _calendar.GetDaysInMonth(year, _month) ? [TimeInterval.OnDay(new LocalDate(year, _month, _day))] : [];
        if (In(_calendar, new LocalDate(year, 1, 1)) is not { Year: var own }) return [];
        return Enumerable.Range(own, 3).Where(y => y <= _calendar.MaxYear).Select(Of).Where(i => i.Earliest!.Value.Year == year);
    }

    private TimeInterval Of(int year)
    {
        var begins = new LocalDate(year, _month, Math.Max(1, _day), _calendar).WithCalendar(CalendarSystem.Iso);
        return _day > 0 ? TimeInterval.OnDay(begins) : new TimeInterval(begins, begins.PlusDays(_calendar.GetDaysInMonth(year, _month) - 1), TimePrecision.Month);
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    private static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var days = h + l - 7 * m + 114;
        return new LocalDate(year, days / 31, days % 31 + 1);
    }
}
