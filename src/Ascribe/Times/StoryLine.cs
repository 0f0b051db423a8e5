using NodaTime;

namespace Ascribe.Times;

/// <summary>
/// The report's own line of time: the day it was published, and what it told last, from where "the next day", "that year" and "a year earlier"
/// go on. In a story that dates itself, a history or a chronicle, a month or a day without a year goes on from there too.
/// </summary>
internal sealed class StoryLine
{
    /// <summary>A story dates itself where it tells so many years other than its own.</summary>
    private const int FewestYears = 10;

    private StoryLine(LocalDate? published, bool isNarrative) => (Published, IsNarrative) = (published, isNarrative);

    /// <summary>Day of publication, or null.</summary>
    public LocalDate? Published { get; }

    /// <summary>The story stands on its own line of time rather than on the day of the report.</summary>
    public bool IsNarrative { get; }

    /// <summary>The day told last.</summary>
    public LocalDate? Day { get; private set; }

    /// <summary>What was told last, as far as it has a beginning.</summary>
    public TimeInterval? Last { get; private set; }

    /// <summary>The quarter that figures are told of, until another period is.</summary>
    public TimeInterval? Quarter { get; private set; }

    /// <summary>Begins the line of a text: a narrative where years are told far more often than weekdays and words like "yesterday".</summary>
    public static StoryLine Of(TimeText text, LocalDate? published)
    {
        var (years, fromReport) = (0, 0);
        for (var t = 0; t < text.Count; t++)
        {
            ref readonly var token = ref text[t];
            if (token.HasDigit)
            {
                var digits = text.TextOf(t);
                if (digits.Length == 4 && int.TryParse(digits, out var year) && year is > 1000 and < 2100 && Math.Abs(year - (published?.Year ?? 0)) > 1) years++;
            }
            else if (token.Form is { } form)
            {
                foreach (var word in form.Words)
                {
                    if (word.Class is TimeClass.Weekday or TimeClass.Deictic or TimeClass.Ago && text.Matches(t, text.Count, word)) fromReport++;
                }
            }
        }

        return new StoryLine(published, published is null || years >= FewestYears && years > 4 * fromReport);
    }

    /// <param name="mention">What was told.</param>
    /// <param name="operation">How: what is only set beside what is told ("a year earlier") moves no quarter.</param>
    public void Tell(TimeMention mention, TimeOperation operation)
    {
        var isBeside = operation is TimeOperation.Shift or TimeOperation.YearBefore;
        if (mention.Kind is TimeKind.Duration or TimeKind.Set) Quarter = null;
        if (mention.Interval is not { Earliest: { } from } told) return;
        // "December 8, in the same 1941": the year says less than the day within it.
        if (!(told.Precision == TimePrecision.Year && Last is { Precision: < TimePrecision.Year, Earliest: { } finer } && finer.Year == from.Year)) Last = told;
        if (told.Precision == TimePrecision.Day) Day = from;
        if (isBeside) return;
        if (told.IsQuarter) Quarter = told;
        else if (told.Precision is TimePrecision.Month or TimePrecision.Year) Quarter = null;
    }
}
