using System.Text.Json;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Events;
using Ascribe.Records;
using NodaTime.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>
/// Incidents as a GeoJSON feature collection (RFC 7946). A district or less is a point, or an area where it is known how far around it; what is told no nearer than a province has no geometry, and
/// its precision stands in the properties of all.
/// </summary>
internal static class GeoJsonExport
{
    /// <summary>A metre or so: more digits would feign what nobody knows.</summary>
    private const int Digits = 5;

    public static IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options) =>
        JsonPiece.List("""{"type":"FeatureCollection","features":[""", dossiers.Select(d => FeatureOf(new ExportedIncident(d), options)), "]}");

    private static string FeatureOf(ExportedIncident facts, ExportOptions options) => JsonPiece.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", facts.Dossier.Id);
        json.WritePropertyName("geometry");
        WriteGeometry(json, facts.Place);
        json.WriteStartObject("properties");
        WriteProperties(json, facts, options);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteGeometry(Utf8JsonWriter json, EventPlace? place)
    {
        if (place is null || !PlaceShape.IsNarrow(place))
        {
            json.WriteNullValue();
            return;
        }

        var rings = PlaceShape.AreaOf(place);
        json.WriteStartObject();
        json.WriteString("type", rings.Count switch { 0 => "Point", 1 => "Polygon", _ => "MultiPolygon" });
        json.WritePropertyName("coordinates");
        if (rings.Count == 0) WritePosition(json, (place.Place.Coordinates!.Value.Longitude, place.Place.Coordinates.Value.Latitude));
        if (rings.Count > 1) json.WriteStartArray();
        foreach (var ring in rings)
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var position in ring) WritePosition(json, position);
            json.WriteEndArray();
            json.WriteEndArray();
        }

        if (rings.Count > 1) json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, (double Longitude, double Latitude) position)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round((decimal)position.Longitude, Digits));
        json.WriteNumberValue(Math.Round((decimal)position.Latitude, Digits));
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, ExportedIncident facts, ExportOptions options)
    {
        var (dossier, place, codes) = (facts.Dossier, facts.Place, facts.Precision);
        json.WriteString("title", dossier.Title);
        json.Optional("record_url", options.AddressOf(dossier.Id));
        json.Optional("type", facts.Type);
        json.Optional("date_start", facts.Time.Earliest is { } from ? LocalDatePattern.Iso.Format(from) : null);
        json.Optional("date_end", facts.Time.Latest is { } to ? LocalDatePattern.Iso.Format(to) : null);
        json.WriteString("time_precision", RecordJson.NameOf(facts.Time.Precision));
        if (place is not null)
        {
            json.WriteString("location", place.Place.Name);
            json.Optional("country", place.Place.Country);
            json.Optional("admin1", place.Place.Admin1);
            json.WriteString("precision", RecordJson.NameOf(place.Place.Precision));
            json.WriteString("relation", RecordJson.NameOf(place.Relation));
            if (place.RadiusKm is { } km) json.WriteNumber("radius_km", km);
            json.Optional("geo_precision", codes!.Acled);
            json.WriteNumber("where_prec", codes.Ucdp);
        }

        foreach (var (name, slot) in (ReadOnlySpan<(string, Slot)>)[("deaths", Slot.Killed), ("injured", Slot.Wounded)])
        {
            json.Optional(name + "_low", dossier[slot]?.Low);
            json.Optional(name + "_best", facts.BestOf(slot));
            json.Optional(name + "_high", dossier[slot]?.High);
        }

        json.Texts("attributions", facts.Attributions.Select(Told.Of));
        json.Texts("responsibility", facts.Responsibility.Select(RecordJson.NameOf));
        json.Texts("contradicted", dossier.Slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => RecordJson.NameOf(s.Slot)));
        WriteSources(json, dossier);
        json.Texts("merged_from", dossier.Reports.Select(r => r.Mention.Id));
        json.WriteString("review_state", RecordJson.NameOf(dossier.State));
        json.WriteString("tlp", TlpLabel.Of(dossier.Marking));
    }

    private static void WriteSources(Utf8JsonWriter json, Dossier dossier)
    {
        json.WriteNumber("number_of_sources", dossier.Origins);
        json.WriteStartArray("sources");
        foreach (var report in dossier.Reports)
        {
            json.WriteStartObject();
            json.WriteString("report", report.Record.Report.Id);
            json.Optional("outlet", report.Record.Report.Outlet);
            json.Optional("title", report.Record.Report.Title);
            json.Optional("published", report.Record.Report.Published?.ToString());
            json.Optional("url", report.Record.Report.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("quotes");
        foreach (var best in dossier.Slots.Select(s => s.Best))
        {
            if (best.Quote is not { } quote) continue;
            json.WriteStartObject();
            json.WriteString("slot", RecordJson.NameOf(best.Slot));
            json.WriteString("value", best.Value);
            json.Optional("speaker", best.Speaker);
            json.WriteString("report", best.Report);
            json.WriteString("text", quote.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
