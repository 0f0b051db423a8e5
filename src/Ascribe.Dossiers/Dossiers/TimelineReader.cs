using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Records;
using Ascribe.Times;
using NodaTime;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Sets what a dossier tells in the order of time: when it happened, and when it was reported. What several reports tell stands there once, by the first.</summary>
internal static class TimelineReader
{
    /// <param name="reports">By publication.</param>
    /// <param name="slots">Of the dossier.</param>
    /// <param name="related">Of the dossier.</param>
    public static IReadOnlyList<TimelineEntry> Read(IReadOnlyList<DossierReport> reports, IReadOnlyList<DossierSlot> slots, IReadOnlyList<RelatedEvent> related)
    {
        var published = reports.GroupBy(r => r.Mention.Report, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Record.Report.Published?.Day, StringComparer.Ordinal);
        TimelineEntry[] happened = [.. reports.SelectMany(r => r.Record.Events.Where(e => r.Events.Contains(e.Id)).Select(e => Incident(e, r.Mention.Report)))];
        return
        [
            .. happened.Where(h => h.Earliest is not null)
                .Concat(happened.Where(h => h.Earliest is null && !happened.Any(dated => dated.Earliest is not null && dated.Label == h.Label)))
                .Concat(related.Select(r => new TimelineEntry
                {
                    Lane = TimelineLane.Event,
                    Kind = TimelineKind.Related,
                    Earliest = r.Time.Earliest,
                    Latest = r.Time.Latest,
                    Precision = r.Time.Precision,
                    Label = r.Type.Replace('_', ' '),
                    Report = r.Report,
                    Quote = r.Quote,
                }))
                .Concat(reports.SelectMany(Claims))
                .Concat(slots.SelectMany(s => Tolls(s, published)))
                .Concat(reports.Select(Reported))
                .DistinctBy(e => (e.Lane, e.Kind, e.Earliest, e.Latest, e.Label, e.Speaker))
                .OrderBy(e => e.Earliest ?? e.Latest ?? LocalDate.MaxIsoValue).ThenBy(e => e.Latest ?? LocalDate.MaxIsoValue).ThenBy(e => e.Lane).ThenBy(e => e.Kind),
        ];
    }

    private static TimelineEntry Incident(Event e, string report) => new()
    {
        Lane = TimelineLane.Event,
        Kind = TimelineKind.Incident,
        Earliest = e.Time.Interval.Earliest,
        Latest = e.Time.Interval.Latest,
        Precision = e.Time.Interval.Precision,
        Label = e.Type.Replace('_', ' '),
        Report = report,
        Quote = e.Time.Spans.Count > 0 ? e.Time.Spans[0] : e.Triggers[0],
    };

    /// <summary>Who claims or denies it: on the day on which it was said, where that is told.</summary>
    private static IEnumerable<TimelineEntry> Claims(DossierReport report)
    {
        foreach (var claim in report.Record.Claims.Where(c => c.Stance is Stance.ClaimsOwn or Stance.Denies && c.About.Any(a => report.Events.Contains(a.Split('/')[0]))))
        {
            var day = claim.Made ?? report.Record.Report.Published?.Day;
            yield return new TimelineEntry
            {
                Lane = claim.Made is null ? TimelineLane.Report : TimelineLane.Event,
                Kind = claim.Stance == Stance.Denies ? TimelineKind.Denial : TimelineKind.Claim,
                Earliest = day,
                Latest = day,
                Precision = PrecisionOf(day),
                Label = claim.Stance == Stance.Denies ? "denial" : "claim of responsibility",
                Report = report.Mention.Report,
                Speaker = claim.Speaker.Name ?? claim.Speaker.Organization ?? RecordJson.NameOf(claim.Speaker.Voice),
                Quote = claim.Content.Count > 0 ? claim.Content[0] : null,
            };
        }
    }

    private static IEnumerable<TimelineEntry> Tolls(DossierSlot slot, Dictionary<string, LocalDate?> published)
    {
        string? before = null;
        foreach (var statement in slot.History)
        {
            if (statement.Value == before) continue;
            var day = published[statement.Report];
            yield return new TimelineEntry
            {
                Lane = TimelineLane.Report,
                Kind = TimelineKind.Toll,
                Earliest = day,
                Latest = day,
                Precision = PrecisionOf(day),
                Label = RecordJson.NameOf(slot.Slot) + (before is null ? $" {statement.Value}" : $" {before} → {statement.Value}"),
                Report = statement.Report,
                Speaker = statement.Speaker,
                Quote = statement.Quote,
            };
            before = statement.Value;
        }
    }

    private static TimelineEntry Reported(DossierReport report) => new()
    {
        Lane = TimelineLane.Report,
        Kind = TimelineKind.Report,
        Earliest = report.Record.Report.Published?.Day,
        Latest = report.Record.Report.Published?.Day,
        Precision = report.Record.Report.Published is { Time: not null } ? TimePrecision.Hour : PrecisionOf(report.Record.Report.Published?.Day),
        Label = $"{report.Record.Report.Outlet ?? report.Mention.Report}: {Search.IncidentFacts.TitleOf(report.Record)}",
        Report = report.Mention.Report,
    };

    private static TimePrecision PrecisionOf(LocalDate? day) => day is null ? TimePrecision.Unknown : TimePrecision.Day;
}
