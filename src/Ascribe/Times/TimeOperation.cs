namespace Ascribe.Times;

/// <summary>What a rule of the time grammar makes of its slots.</summary>
internal enum TimeOperation : byte
{
    /// <summary>No time, though it looks like one: an age.</summary>
    None,

    /// <summary>A day, month or year of the calendar.</summary>
    Date,

    /// <summary>A month or day in a year told by its distance: "June last year".</summary>
    DateOfYear,

    /// <summary>A year of accounts, which begins where the state or the firm has it.</summary>
    FiscalYear,

    /// <summary>A weekday, the last or the next one.</summary>
    Weekday,

    /// <summary>Days from the day of publication: "yesterday".</summary>
    Deictic,

    /// <summary>So many units before or after a day: "two days ago".</summary>
    Shift,

    /// <summary>So many units before or after the rule's inner expression: "the day after Friday".</summary>
    ShiftFrom,

    /// <summary>A unit by its distance from now: "last week".</summary>
    Unit,

    /// <summary>The unit that holds the rule's inner expression: "the week of 6 March".</summary>
    UnitOf,

    /// <summary>The unit that the story stands in: "the week".</summary>
    CurrentUnit,

    Duration,

    /// <summary>Again and again: "every Friday", "daily".</summary>
    Set,

    /// <summary>A part of the day or an hour of a day told by the rule's inner expression.</summary>
    OfDay,

    /// <summary>An hour or part of the day alone.</summary>
    Clock,

    Quarter,

    /// <summary>"the year-ago quarter", "year-earlier profit": what is told of, a year before.</summary>
    YearBefore,

    /// <summary>"the second half of 1990".</summary>
    Half,
    Season,

    /// <summary>"the 1990s".</summary>
    Decade,

    /// <summary>"the 20th century".</summary>
    Century,

    Holiday,

    /// <summary>Past, present or future, no more.</summary>
    Reference,

    /// <summary>The inner expression with a modifier: "early last year", "about two weeks ago".</summary>
    Modified,
}
