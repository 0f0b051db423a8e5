using NodaTime;

namespace Ascribe.Times;

/// <summary>What the words of one time expression told, before it is resolved. A slot that nothing filled is null (0 for counts of words).</summary>
internal sealed record TimeSlots
{
    public static TimeSlots Empty { get; } = new();

    public int? Year { get; init; }

    /// <summary>1–12.</summary>
    public int? Month { get; init; }

    /// <summary>1–31.</summary>
    public int? Day { get; init; }

    /// <summary>ISO number, Monday is 1.</summary>
    public int? Weekday { get; init; }

    /// <summary>-1 "last", 0 "this", 1 "next".</summary>
    public int? Direction { get; init; }

    /// <summary>-1 "ago", "earlier", 1 "later".</summary>
    public int? Shift { get; init; }

    /// <summary>How many units; null with <see cref="Vague"/> where the words leave it open ("several").</summary>
    public int? Number { get; init; }

    public bool Vague { get; init; }

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

    /// <summary>"MM-DD" or "MM-nW" (the n-th weekday W of the month).</summary>
    public string? Holiday { get; init; }

    public LocalTime? Clock { get; init; }

    /// <summary>The expression that a rule took up ("the end of [last year]").</summary>
    public TimeMention? Inner { get; init; }

    /// <summary>"the following week" counts from the time told last.</summary>
    public bool Relative { get; init; }

    /// <summary>"ago" counts from the report, "earlier" and "later" from the time told last.</summary>
    public bool FromReport { get; init; }
}
