using NodaTime;

namespace Ascribe.Times;

/// <summary>What the words of one time expression told, before it is resolved. A slot that nothing filled is null or false.</summary>
internal sealed record TimeSlots
{
    public static TimeSlots Empty { get; } = new();

    /// <summary>Of the calendar; 0 and below are years before the first.</summary>
    public int? Year { get; init; }

    /// <summary>1–12.</summary>
    public int? Month { get; init; }

    /// <summary>1–31.</summary>
    public int? Day { get; init; }

    /// <summary>The calendar of year, month and day.</summary>
    public CalendarSystem Calendar { get; init; } = CalendarSystem.Iso;

    /// <summary>ISO number, Monday is 1.</summary>
    public int? Weekday { get; init; }

    /// <summary>-1 "last", 0 "this", 1 "next".</summary>
    public int? Direction { get; init; }

    /// <summary>"the following week", "that year" count from the time told last.</summary>
    public bool IsRelative { get; init; }

    /// <summary>"the next year" counts so where the clause is past.</summary>
    public bool IsOnward { get; init; }

    /// <summary>-1 "ago", "earlier", "before", 1 "later", "after".</summary>
    public int? Shift { get; init; }

    /// <summary>"ago" counts from the report, "earlier" and "later" from the time told last.</summary>
    public bool IsFromReport { get; init; }

    /// <summary>How many units; null where the words leave it open ("several").</summary>
    public int? Number { get; init; }

    /// <summary>"several".</summary>
    public bool IsVague { get; init; }

    /// <summary>The unit stands in the plural.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Half a unit more.</summary>
    public bool IsHalfMore { get; init; }

    /// <summary>"first" is 1.</summary>
    public int? Ordinal { get; init; }

    public TimeUnit? Unit { get; init; }

    /// <summary>Days from the day of publication.</summary>
    public int? Deictic { get; init; }

    public PartOfDay? Part { get; init; }

    /// <summary>TIMEX3 code: SP, SU, FA, WI.</summary>
    public string? Season { get; init; }

    /// <summary>TIMEX3 modifier: START, MID, END, APPROX.</summary>
    public string? Modifier { get; init; }

    /// <summary>PRESENT_REF, PAST_REF, FUTURE_REF.</summary>
    public string? Reference { get; init; }

    public Holiday? Holiday { get; init; }

    public LocalTime? Clock { get; init; }

    /// <summary>The hour is told in universal time.</summary>
    public bool IsUniversal { get; init; }

    /// <summary>The expression that a rule took up ("the end of [last year]").</summary>
    public TimeMention? Inner { get; init; }

    /// <summary>With what stands after the expression: it may tell the month or year that the expression leaves out, but changes none.</summary>
    public TimeSlots With(TimeSlots ahead) => this with { Year = Year ?? ahead.Year, Month = Month ?? ahead.Month, Calendar = Month is null ? ahead.Calendar : Calendar };
}
