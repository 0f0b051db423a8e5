using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using Ascribe.Times;
using NodaTime;

namespace Ascribe.Dossiers.Merging;

/// <summary>
/// Parts a round-up into the incidents that it tells of, each with the paragraphs that tell of it alone. Two acts are two incidents of a report where they
/// were at places or on days that cannot be one and stand in paragraphs of their own; in doubt a report is about one.
/// </summary>
internal static class RoundUp
{
    /// <summary>Kilometres from which on two places are not one.</summary>
    private const double Apart = 30;

    /// <summary>A round-up goes back so many days at most; what is older is background.</summary>
    private const int LongestPeriod = 31;

    /// <param name="told">The events that the report is about.</param>
    /// <returns>In the order of the text, never empty; one part where the report is about one incident.</returns>
    public static IReadOnlyList<ReportPart> Parts(Record record, Event[] told)
    {
        var text = record.Report.Text;
        var groups = new List<List<Event>>();
        foreach (var e in told.Where(e => !IsHeadline(e)).OrderBy(OffsetOf))
        {
            var own = groups.FindIndex(g => g.Exists(other => Paragraph(text, OffsetOf(other)) == Paragraph(text, OffsetOf(e))));
            if (own < 0 && IsPlaced(e)) own = groups.FindIndex(g => !g.TrueForAll(other => AreApart(e, other)));
            if (own >= 0) groups[own].Add(e);
            else if (groups.Count == 0 || IsPlaced(e) && StandsAlone(e, record)) groups.Add([e]);
            else groups[^1].Add(e);
        }

        if (groups.Count < 2) return [new ReportPart(told, text)];
        // What the title alone tells is what the report tells first.
        groups[0].InsertRange(0, told.Where(IsHeadline));
        var owners = OwnersOf(text, groups);
        // The first keeps all the text: what is told of it is not always told apart, and the others find their like by less.
        return [.. groups.Select((g, i) => new ReportPart([.. g], i == 0 ? text : string.Join('\n', owners.Where(o => o.Owner == i).Select(o => text[o.Start..o.End]))))];
    }

    /// <summary>Each paragraph goes to the incident that was told of last.</summary>
    private static IEnumerable<(int Start, int End, int Owner)> OwnersOf(string text, List<List<Event>> groups)
    {
        var owner = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var line ? line : text.Length;
            if (groups.FindIndex(g => g.Exists(e => e.Triggers.Any(t => !t.InTitle && t.Span.Start >= start && t.Span.Start < end))) is >= 0 and var told) owner = told;
            yield return (start, end, owner);
            start = end + 1;
        }
    }

    private static bool IsHeadline(Event e) => e.Triggers.All(t => t.InTitle);

    private static int OffsetOf(Event e) => e.Triggers.Where(t => !t.InTitle).Select(t => t.Span.Start).DefaultIfEmpty(0).Min();

    /// <summary>Offset of the paragraph's first character.</summary>
    private static int Paragraph(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', Math.Min(offset, text.Length) - 1) + 1;

    /// <summary>It happened, it befell somebody or something, and not long ago.</summary>
    private static bool StandsAlone(Event e, Record record) =>
        e.Status is EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Attempted or EventStatus.Foiled
        && (e.Victims.Count > 0 || e.Targets.Count > 0)
        && !(record.Report.Published is { } published && e.Time.Interval?.Latest is { } last && Period.DaysBetween(last, published.Day) > LongestPeriod);

    /// <summary>Where or when it was is told; else it belongs to what was told before it.</summary>
    private static bool IsPlaced(Event e) => e.Places.Count > 0 || DayOf(e) is not null;

    private static bool AreApart(Event a, Event b) => !BefellSame(a, b) && (AreElsewhere(a, b) || AreOnOtherDays(a, b) && AreAtOtherNames(a, b));

    private static bool BefellSame(Event a, Event b) => a.Victims.Any(v => v.Actor is not null && b.Victims.Any(w => w.Actor == v.Actor));

    private static bool AreAtOtherNames(Event a, Event b) =>
        a.Places.Count > 0 && b.Places.Count > 0 && a.Places[0].Place is { GazetteerId: not null, Precision: <= PlacePrecision.District } here && b.Places[0].Place is { GazetteerId: not null, Precision: <= PlacePrecision.District } there
        && here.Name != there.Name;

    private static bool AreElsewhere(Event a, Event b)
    {
        if (a.Places.Count == 0 || b.Places.Count == 0) return false;
        var (here, there) = (a.Places[0].Place, b.Places[0].Place);
        if (here.Country is { } country && there.Country is { } other && country != other) return true;
        return here.Precision <= PlacePrecision.District && there.Precision <= PlacePrecision.District
            && here.Coordinates is { } p && there.Coordinates is { } q && p.DistanceTo(q) > Apart;
    }

    private static bool AreOnOtherDays(Event a, Event b) => DayOf(a) is var (x, y) && DayOf(b) is var (z, w) && (y < z || w < x);

    private static (LocalDate First, LocalDate Last)? DayOf(Event e) =>
        e.Time.Interval is { Earliest: { } first, Latest: { } last, Precision: TimePrecision.Hour or TimePrecision.Day } ? (first, last) : null;
}
