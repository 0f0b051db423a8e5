using System.Text.Json;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Events;
using Ascribe.Records;
using NodaTime.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>
/// Incidents as records of PLOVER in JSON Lines, by the field names of its manual of 2021 (table "PLOVER JSON"). Where our event type has several PLOVER codes all are listed, as the manual allows; each actor in "source" has the status of the
/// attribution and those who say so beside it, which are fields of our own.
/// </summary>
internal static class PloverExport
{
    public static IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options) => dossiers.Select(d => RecordOf(new ExportedIncident(d), options) + "\n");

    private static string RecordOf(ExportedIncident facts, ExportOptions options) => JsonPiece.Of(json =>
    {
        var dossier = facts.Dossier;
        var codes = ExportCodes.Instance.CodesOf(facts.Type ?? "", "plover").Select(c => c.Split(':')).ToList();
        json.WriteStartObject();
        json.WriteString("id", dossier.Id);
        json.WriteString("date", (facts.Time.Earliest ?? facts.Time.Latest) is { } day ? LocalDatePattern.Iso.Format(day) : null);
        json.Optional("enddate", facts.Time.Earliest != facts.Time.Latest && facts.Time is { Earliest: not null, Latest: { } last } ? LocalDatePattern.Iso.Format(last) : null);
        json.WriteString("date_precision", RecordJson.NameOf(facts.Time.Precision));
        json.WriteStartArray("source");
        foreach (var attribution in facts.Attributions.Where(a => a.Ground is not null)) WriteSource(json, dossier, attribution);
        json.WriteEndArray();
        json.WriteStartArray("recipient");
        foreach (var (actor, part) in facts.Affected)
        {
            json.WriteStartObject();
            WriteActor(json, ExportedActor.Of(dossier, actor));
            json.WriteString("part", part);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Texts("event", codes.Select(c => c[0]).Distinct());
        json.Texts("mode", codes.Where(c => c.Length > 1).Select(c => c[1]).Distinct());
        WriteLocation(json, facts);
        json.Texts("event_text", facts.Events.SelectMany(e => e.Event.Triggers).Select(t => t.Text).Distinct());
        json.Optional("dead", facts.BestOf(Slot.Killed));
        json.Optional("injured", facts.BestOf(Slot.Wounded));
        WriteCitations(json, dossier);
        json.WriteString("coder", "ascribe");
        json.WriteString("comment", string.Join("\n", dossier.Slots.Select(Told.Of)));
        json.Texts("merged_from", dossier.Reports.Select(r => r.Mention.Id));
        json.Optional("record_url", options.AddressOf(dossier.Id));
        json.WriteString("tlp", TlpLabel.Of(dossier.Marking));
        json.WriteEndObject();
    });

    private static void WriteSource(Utf8JsonWriter json, Dossier dossier, Attribution attribution)
    {
        json.WriteStartObject();
        WriteActor(json, ExportedActor.Of(dossier, attribution.Actor));
        json.WriteString("status", RecordJson.NameOf(attribution.Ground!.Value));
        json.Texts("status_by", attribution.SpeakersOf(attribution.Ground.Value));
        json.Texts("denied_by", attribution.SpeakersOf(PerpetratorBasis.Denied));
        json.WriteEndObject();
    }

    private static void WriteActor(Utf8JsonWriter json, ExportedActor actor)
    {
        json.Optional("code", actor.Country is { } country ? ExportCodes.Instance.Alpha3Of(country) : null);
        json.WriteString("actor_text", actor.Name);
        json.WriteString("identifier_id", actor.Key);
    }

    /// <summary>The location object of the manual, which has the fields of GeoNames.</summary>
    private static void WriteLocation(Utf8JsonWriter json, ExportedIncident facts)
    {
        if (facts.Place is not { } told) return;
        var place = told.Place;
        json.WriteStartObject("event_loc");
        json.WriteString("name", place.Name);
        if (place.GazetteerId is { } id && id.StartsWith("geonames:", StringComparison.Ordinal) && long.TryParse(id.AsSpan("geonames:".Length), out var geoname)) json.WriteNumber("geonameid", geoname);
        if (PlaceShape.IsNarrow(told))
        {
            json.WriteNumber("latitude", place.Coordinates!.Value.Latitude);
            json.WriteNumber("longitude", place.Coordinates.Value.Longitude);
        }

        json.Optional("country code", place.Country);
        json.Optional("cc3", place.Country is { } country ? ExportCodes.Instance.Alpha3Of(country) : null);
        json.Optional("admin1", place.Admin1);
        json.WriteString("precision", RecordJson.NameOf(place.Precision));
        json.WriteString("relation", RecordJson.NameOf(told.Relation));
        if (told.RadiusKm is { } km) json.WriteNumber("radius_km", km);
        json.WriteEndObject();
    }

    private static void WriteCitations(Utf8JsonWriter json, Dossier dossier)
    {
        json.WriteStartArray("cite_info");
        foreach (var report in dossier.Reports.Select(r => r.Record.Report))
        {
            json.WriteStartObject();
            json.WriteString("citation", report.Id);
            json.Optional("url", report.Url);
            json.Optional("title", report.Title);
            json.WriteString("language", report.Language);
            json.Optional("publication", report.Outlet);
            json.Optional("published", report.Published?.ToString());
            json.WriteString("codebook", "plover-2021");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
