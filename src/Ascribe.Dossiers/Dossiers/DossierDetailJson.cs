using System.Text.Json;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>What a dossier shows beside its slots: places with their precision, who has a part in it, who is said to be responsible and by whom.</summary>
internal static class DossierDetailJson
{
    public static void WriteFields(Utf8JsonWriter json, Dossier dossier)
    {
        DossierJson.List(json, "timeline", dossier.Timeline, t => Entry(json, t));
        DossierJson.List(json, "places", dossier.Reports.SelectMany(PlacesOf).DistinctBy(p => (p.Place.GazetteerId ?? p.Place.Name, p.RadiusKm)), p => Place(json, p));
        DossierJson.List(json, "actors", dossier.Reports.SelectMany(PartsOf).GroupBy(p => (p.Actor.ActorId ?? p.Actor.Name, p.Part)).Select(g => (Key: g.First(), Reports: g.Select(p => p.Report).Distinct())), a =>
        {
            json.WriteString("id", a.Key.Actor.ActorId);
            json.WriteString("name", a.Key.Actor.Name);
            json.WriteString("kind", RecordJson.NameOf(a.Key.Actor.Kind));
            json.WriteString("country", a.Key.Actor.Country);
            json.WriteString("part", a.Key.Part);
            DossierJson.Texts(json, "reports", a.Reports);
        });
        DossierJson.List(json, "relations", dossier.Reports.SelectMany(r => r.Record.Relations.Select(x => (Report: r, Relation: x))), r => Relation(json, r.Report, r.Relation));
        DossierJson.List(json, "responsibility", dossier.Reports.SelectMany(r => EventsOf(r).SelectMany(e => e.Responsibility.Statements).Select(s => (Report: r, Statement: s))), r => Responsibility(json, r.Report, r.Statement));
    }

    private static void Entry(Utf8JsonWriter json, TimelineEntry entry)
    {
        json.WriteString("lane", RecordJson.NameOf(entry.Lane));
        json.WriteString("kind", RecordJson.NameOf(entry.Kind));
        DossierJson.Day(json, "earliest", entry.Earliest);
        DossierJson.Day(json, "latest", entry.Latest);
        json.WriteString("precision", RecordJson.NameOf(entry.Precision));
        json.WriteString("label", entry.Label);
        json.WriteString("report", entry.Report);
        json.WriteString("speaker", entry.Speaker);
        DossierJson.Quoted(json, entry.Quote);
    }

    private static IEnumerable<Event> EventsOf(DossierReport report) => report.Record.Events.Where(e => report.Events.Contains(e.Id));

    private static IEnumerable<EventPlace> PlacesOf(DossierReport report) => EventsOf(report).SelectMany(e => e.Places);

    private static void Place(Utf8JsonWriter json, EventPlace place)
    {
        json.WriteString("name", place.Place.Name);
        json.WriteString("gazetteer_id", place.Place.GazetteerId);
        json.WriteString("admin1", place.Place.Admin1);
        json.WriteString("country", place.Place.Country);
        json.WriteString("precision", RecordJson.NameOf(place.Place.Precision));
        Coordinates(json, place.Place.Coordinates);
        if (place.RadiusKm is { } radius) json.WriteNumber("radius_km", Math.Round(radius, 1));
        else json.WriteNull("radius_km");
    }

    private static void Coordinates(Utf8JsonWriter json, Coordinates? coordinates)
    {
        if (coordinates is not { } at)
        {
            json.WriteNull("coordinates");
            return;
        }

        json.WriteStartObject("coordinates");
        json.WriteNumber("latitude", Math.Round(at.Latitude, 5));
        json.WriteNumber("longitude", Math.Round(at.Longitude, 5));
        json.WriteEndObject();
    }

    /// <summary>An actor and its part: attributed_to, victim, target or speaker. Nobody is called a perpetrator.</summary>
    private static IEnumerable<(Actor Actor, string Part, string Report)> PartsOf(DossierReport report)
    {
        var actors = report.Record.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        foreach (var e in EventsOf(report))
        {
            foreach (var (id, part) in e.Perpetrators.Select(p => ((string?)p.Actor, "attributed_to")).Concat(e.Victims.Select(v => (v.Actor, "victim"))).Concat(e.Targets.Select(t => (t.Actor, "target"))))
            {
                if (id is not null && actors.TryGetValue(id, out var actor)) yield return (actor, part, report.Record.Report.Id);
            }
        }

        foreach (var claim in report.Record.Claims.Where(c => c.About.Any(a => report.Events.Contains(a.Split('/')[0]))))
        {
            if (claim.Speaker.Actor is { } id && actors.TryGetValue(id, out var actor)) yield return (actor, "speaker", report.Record.Report.Id);
        }
    }

    private static void Relation(Utf8JsonWriter json, DossierReport report, Relation relation)
    {
        string NameOf(string id) => report.Record.Actors.FirstOrDefault(a => a.Id == id)?.Name ?? id;
        json.WriteString("report", report.Record.Report.Id);
        json.WriteString("subject", NameOf(relation.Subject));
        json.WriteString("relation", RecordJson.NameOf(relation.Kind));
        json.WriteString("object", NameOf(relation.Object));
        DossierJson.Day(json, "since", relation.Since);
        DossierJson.Day(json, "until", relation.Until);
        DossierJson.Texts(json, "speakers", SpeakersOf(report.Record, relation.Claims));
        DossierJson.Quoted(json, relation.Spans.Count > 0 ? relation.Spans[0] : null);
    }

    private static void Responsibility(Utf8JsonWriter json, DossierReport report, ResponsibilityStatement statement)
    {
        json.WriteString("status", RecordJson.NameOf(statement.Status));
        DossierJson.Texts(json, "by", statement.By.Select(id => report.Record.Actors.FirstOrDefault(a => a.Id == id)?.Name ?? id));
        json.WriteString("speaker", SpeakersOf(report.Record, statement.Claims).FirstOrDefault());
        json.WriteString("report", report.Record.Report.Id);
        DossierJson.Quoted(json, statement.Spans.Count > 0 ? statement.Spans[0] : null);
    }

    /// <summary>Who makes the claims; empty: the report in its own voice.</summary>
    private static IEnumerable<string> SpeakersOf(Record record, IReadOnlyList<string> claims) =>
        record.Claims.Where(c => claims.Contains(c.Id)).Select(c => NameOf(c.Speaker)).OfType<string>().Distinct();

    private static string? NameOf(Speaker speaker) => speaker.Name ?? (speaker.Spans.Count > 0 ? speaker.Spans[0].Text : null);
}
