using Ascribe.Language;

namespace Ascribe.Times;

/// <summary>A time expression. Where it could not be resolved, <see cref="Interval"/> is null: never a silent publication date.</summary>
/// <param name="Tokens">The words of the expression, without preposition.</param>
/// <param name="Kind">Its TIMEX3 type.</param>
/// <param name="Value">Its TIMEX3 value ("2023-12-08", "P2D", "PAST_REF", "2023-12-08TMO"), or null.</param>
/// <param name="Interval">The days it covers, or null: unresolved, a bare duration, a set.</param>
public sealed record TimeMention(TokenRange Tokens, TimeKind Kind, string? Value, TimeInterval? Interval)
{
    /// <summary>"since …", "from …": the interval's start is the start of a period that is still open.</summary>
    public bool IsStart { get; init; }

    /// <summary>TIMEX3 modifier (START, MID, END, APPROX), or null: the time lies in this part of the interval, or near it.</summary>
    public string? Modifier { get; init; }
}
