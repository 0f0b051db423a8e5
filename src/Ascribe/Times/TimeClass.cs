namespace Ascribe.Times;

/// <summary>How the rules of a time grammar use a word. The last group needs no words of the lexicon.</summary>
internal enum TimeClass : byte
{
    Month,
    Weekday,

    /// <summary>"Mondays".</summary>
    Weekdays,

    /// <summary>"last", "this", "next": so many units from the report.</summary>
    Direction,

    /// <summary>"following", "previous", "that": so many units from the time told last.</summary>
    Relative,

    /// <summary>"the next": from the time told last where the clause is past, else from the report.</summary>
    Onward,

    /// <summary>"earlier", "later": units before or after the time told last.</summary>
    Shift,

    /// <summary>"ago": units before the report.</summary>
    Ago,

    /// <summary>"before", "after" a time that is told with it.</summary>
    Apart,

    /// <summary>"yesterday": days from the report, and a part of the day where the word tells one.</summary>
    Deictic,
    Part,

    /// <summary>"noon": an hour of the day.</summary>
    Hour,
    Unit,
    Units,

    /// <summary>A unit that "the" alone makes the current one: "the week".</summary>
    Span,

    /// <summary>"daily".</summary>
    Adverb,

    /// <summary>A unit's adjective that its length does not depend on: "trading days", "consecutive weeks".</summary>
    Kind,

    /// <summary>"several".</summary>
    Vague,
    Every,
    Season,
    Modifier,
    Approximate,

    /// <summary>"mid-": a modifier written with the word that it modifies.</summary>
    Prefix,
    Reference,
    Holiday,

    /// <summary>"nineties".</summary>
    Decade,
    Number,
    Ordinal,

    /// <summary>"and" between the parts of a number.</summary>
    Link,

    /// <summary>"half": half of the unit.</summary>
    Half,

    /// <summary>"a.m.", "p.m.": hours to add to a clock of twelve hours.</summary>
    Meridiem,
    Zone,

    /// <summary>"BC": years before the first.</summary>
    Era,

    /// <summary>"will": what is told is to come.</summary>
    Future,

    /// <summary>"not".</summary>
    Negation,

    /// <summary>"have" after "may": what is told is past all the same.</summary>
    Perfect,

    /// <summary>"tried", "managed": the infinitive after it is of the same time.</summary>
    Done,

    /// <summary>"since": what is told opens a period.</summary>
    Open,

    /// <summary>"in": four digits after it are a year.</summary>
    YearCue,

    /// <summary>1 to 31, with or without an ordinal's ending.</summary>
    Day,
    Year,
    Clock,

    /// <summary>"2023-12-14".</summary>
    IsoDate,

    /// <summary>"14/12/2023", "14.12.2023": day, month and year.</summary>
    Dmy,

    /// <summary>"25/12/2023", "12/25/2023": a date in figures that can be read in one way only, where a language has both orders.</summary>
    Slashed,

    /// <summary>A number that leaves no trace: the second one of "two to three weeks".</summary>
    More,

    /// <summary>An expression of other rules.</summary>
    Time,
}
