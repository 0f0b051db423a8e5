using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Dossiers.Search;

/// <summary>All that questions and summaries look at of one incident of a report: small enough to be kept beside the index.</summary>
internal sealed record IncidentFacts
{
    /// <summary>The first words of a report without a title; null: it has one.</summary>
    public required string? Beginning { get; init; }

    /// <summary>When the report was published, in the form of the record; null: untold.</summary>
    public required string? Published { get; init; }

    /// <summary>Those that tell of the incident.</summary>
    public required IReadOnlyList<EventFacts> Events { get; init; }

    public required IReadOnlyList<ActorFacts> Actors { get; init; }

    public required IReadOnlyList<ClaimFacts> Claims { get; init; }

    /// <summary>What the report states of each slot; of quotes and speakers nothing is kept.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    public static IncidentFacts Of(DossierReport report)
    {
        var record = report.Record;
        Event[] told = [.. record.Events.Where(e => report.Events.Contains(e.Id))];
        var parts = told.SelectMany(PartsOf).ToHashSet(StringComparer.Ordinal);
        return new IncidentFacts
        {
            Beginning = record.Report.Title is { Length: > 0 } ? null : TitleOf(record),
            Published = record.Report.Published?.ToString(),
            Events = [.. told.Select(e => new EventFacts(e.Type, e.Time.Interval.Earliest, e.Time.Interval.Latest, [.. e.Places.Select(p => FactsOf(p.Place))], [.. e.Responsibility.Statements.Select(s => s.Status).Distinct()]))],
            Actors = [.. record.Actors.Where(a => parts.Contains(a.Id)).Select(a => new ActorFacts(a.ActorId, a.Name)).Distinct()],
            Claims = [.. record.Claims.Where(c => c.About.Any(a => report.Events.Contains(a.Split('/')[0]))).Select(c => new ClaimFacts(c.Stance, c.Speaker.Name, c.Speaker.Organization)).Distinct()],
            Statements = StatementReader.Read(report),
        };
    }

    /// <summary>The title of a report, or its first words.</summary>
    public static string TitleOf(Record record)
    {
        const int longest = 80;
        if (record.Report.Title is { Length: > 0 } title) return title;
        var text = record.Report.Text.ReplaceLineEndings(" ").Trim();
        if (text.Length <= longest) return text;

        // No half of a character of two.
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
    }

    /// <summary>Doers, victims, targets and those named in a statement of responsibility.</summary>
    private static IEnumerable<string> PartsOf(Event e) =>
        e.Perpetrators.Select(p => p.Actor).Concat(e.Victims.Select(v => v.Actor)).Concat(e.Targets.Select(t => t.Actor)).Concat(e.Responsibility.Statements.SelectMany(s => s.By)).OfType<string>();

    private static PlaceFacts FactsOf(Place place) => new(place.Name, place.Country, place.Precision, place.Coordinates);
}
