using Ascribe.Language;
using Ascribe.Times;

namespace Ascribe.Claims;

/// <summary>Days told between a verb and what belongs to it: "declined on Monday to comment", "called late on Sunday for an inquiry".</summary>
internal sealed class DayPhrases(Document document, ClaimWords words, IReadOnlyList<TimeMention> times)
{
    /// <summary>Between the token and the name of the day stand no more words than this: "late on Sunday".</summary>
    private const int Reach = 2;

    /// <summary>The end of the words for a day that begin at the token; the token itself where none do.</summary>
    public int Behind(int token)
    {
        for (var t = token; t <= Math.Min(token + Reach, document.Count - 1); t++)
        {
            var isBefore = words.Is(t, ClaimWordUse.BeforeDay);
            if ((t > token || isBefore) && EndOfTime(t) is var end && end > t) return end;
            if (!isBefore) return token;
        }

        return token;
    }

    /// <summary>The end of the day or time that begins at the token, or the token.</summary>
    private int EndOfTime(int token)
    {
        foreach (var time in times)
        {
            if (time.Tokens.First == token && time.Interval is not null) return time.Tokens.End;
            if (time.Tokens.First > token) break;
        }

        return token;
    }
}
