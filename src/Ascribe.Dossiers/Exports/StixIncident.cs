using System.Text.Json;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Records;
using NodaTime.Text;

namespace Ascribe.Dossiers.Exports;

/// <summary>
/// Writes a dossier as objects of STIX: the incident, its place, those who have to do with it, a relationship for each tie that somebody tells, a note for each claim with its words, an opinion for its stance, a report for each source. Only an armed group that
/// itself claims or concedes the act is a threat actor; whoever is accused stays an identity.
/// </summary>
internal sealed class StixIncident(ExportedIncident facts, StixObjects objects, ExportOptions options)
{
    private readonly Dossier _dossier = facts.Dossier;
    private readonly string _first = Times(facts.Dossier).Min(StringComparer.Ordinal) ?? StixObjects.NoTime;
    private readonly string _last = Times(facts.Dossier).Max(StringComparer.Ordinal) ?? StixObjects.NoTime;
    private readonly Dictionary<string, string> _actors = new(StringComparer.Ordinal);

    /// <summary>By actor key the relationship that ties the actor to it on the firmest ground.</summary>
    private readonly Dictionary<string, string> _ties = new(StringComparer.Ordinal);

    private Tlp? Marking => _dossier.Marking;

    private string Incident => StixObjects.Id("incident", _dossier.Id);

    public void Add()
    {
        AddIncident();
        AddLocation();
        foreach (var (actor, part) in facts.Affected) AddRelationship(part + "-of", AddActor(actor), Incident, part + " of the incident", _first);
        foreach (var attribution in facts.Attributions) AddAttribution(attribution);
        foreach (var report in _dossier.Reports) AddReport(report);
    }

    /// <summary>When its reports were published; undated ones have no say.</summary>
    private static IEnumerable<string> Times(Dossier dossier) => dossier.Reports.Select(r => r.Record.Report.Published).Where(p => p is not null).Select(p => StixObjects.TimeOf(p));

    private void AddIncident() => objects.Add("incident", _dossier.Id, _first, _last, Marking, json =>
    {
        json.WriteString("name", _dossier.Title);
        json.WriteString("description", string.Join("\n", _dossier.Slots.Select(Told.Of)));
        if (facts.Type is { } type) json.Texts("labels", [type]);
        json.WriteStartArray("external_references");
        if (options.AddressOf(_dossier.Id) is { } address) WriteReference(json, "Ascribe", "The dossier", address, _dossier.Id);
        foreach (var report in _dossier.Reports) WriteReference(json, report);
        json.WriteEndArray();
        json.WriteStartObject("extensions");
        json.WriteStartObject(StixExport.Extension);
        json.WriteString("extension_type", "property-extension");
        json.Optional("event_type", facts.Type);
        json.Optional("date_start", facts.Time.Earliest is { } from ? LocalDatePattern.Iso.Format(from) : null);
        json.Optional("date_end", facts.Time.Latest is { } to ? LocalDatePattern.Iso.Format(to) : null);
        json.WriteString("time_precision", RecordJson.NameOf(facts.Time.Precision));
        json.Optional("place_precision", facts.Place is { } place ? RecordJson.NameOf(place.Place.Precision) : null);
        foreach (var (name, slot) in (ReadOnlySpan<(string, Slot)>)[("deaths", Slot.Killed), ("injured", Slot.Wounded)])
        {
            json.Optional(name + "_low", _dossier[slot]?.Low);
            json.Optional(name + "_best", facts.BestOf(slot));
            json.Optional(name + "_high", _dossier[slot]?.High);
        }

        TextsUnlessNone(json, "responsibility", facts.Responsibility.Select(RecordJson.NameOf));
        TextsUnlessNone(json, "contradicted", _dossier.Slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => RecordJson.NameOf(s.Slot)));
        json.WriteNumber("number_of_sources", _dossier.Origins);
        json.WriteString("review_state", RecordJson.NameOf(_dossier.State));
        json.Texts("merged_from", _dossier.Reports.Select(r => r.Mention.Id));
        TextsUnlessNone(json, "possibly_same", _dossier.PossiblySame.Select(t => t.Dossier));
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A location needs a country or a point; a point that does not say where it was is left out.</summary>
    private void AddLocation()
    {
        if (facts.Place is not { } told) return;
        var (place, point) = (told.Place, PlaceShape.IsNarrow(told) ? told.Place.Coordinates : null);
        if (place.Country is null && point is null) return;
        var location = objects.Add("location", $"{_dossier.Id}/{StatementReader.NameOf(place)}", _first, _first, Marking, json =>
        {
            json.WriteString("name", place.Name);
            json.WriteString("description", $"{RecordJson.NameOf(place.Precision)}, {RecordJson.NameOf(told.Relation)}");
            json.Optional("country", place.Country);
            json.Optional("administrative_area", place.Admin1);
            if (place.Precision == PlacePrecision.Town) json.WriteString("city", place.Name);
            if (point is not { } at) return;
            json.WriteNumber("latitude", at.Latitude);
            json.WriteNumber("longitude", at.Longitude);
            if (told.RadiusKm is { } km) json.WriteNumber("precision", km * 1000);
        });
        AddRelationship("related-to", Incident, location, "where it was, as told", _first);
    }

    private string AddActor(Actor actor)
    {
        var exported = ExportedActor.Of(_dossier, actor);
        if (_actors.TryGetValue(exported.Key, out var id)) return id;
        var time = exported.IsKnown ? StixObjects.NoTime : _first;
        return _actors[exported.Key] = objects.Add("identity", exported.Key, time, time, exported.IsKnown ? null : Marking, json =>
        {
            json.WriteString("name", exported.Name);
            json.WriteString("identity_class", ExportCodes.Instance.Find("stix_identity_classes", RecordJson.NameOf(exported.Kind)));
            if (exported.Country is { } country) json.WriteString("description", "At home in " + ExportCodes.Instance.CountryOf(country));
        });
    }

    /// <summary>One relationship for each ground on which somebody ties the actor to it: the ground is its type, who says so its description.</summary>
    private void AddAttribution(Attribution attribution)
    {
        var (key, identity) = (AttributionReader.KeyOf(attribution.Actor), AddActor(attribution.Actor));
        foreach (var basis in attribution.Words.Select(w => w.Basis).Distinct().Order())
        {
            var said = string.Join("; ", attribution.Words.Where(w => w.Basis == basis).Select(w => $"{w.Speaker ?? "the report"}, {w.Report}{(w.Quote is { } quote ? $": “{quote.Text}”" : "")}"));
            var tie = AddRelationship(ExportCodes.Instance.Find("stix_relationships", RecordJson.NameOf(basis))!, identity, Incident, $"{RecordJson.NameOf(basis)} ({said})", _first);
            if (basis == attribution.Ground) _ties[key] = tie;
        }

        if (attribution.Actor.Kind != ActorKind.ArmedGroup || attribution.Ground is not (PerpetratorBasis.Claimed or PerpetratorBasis.Acknowledged)) return;
        var exported = ExportedActor.Of(_dossier, attribution.Actor);
        var time = exported.IsKnown ? StixObjects.NoTime : _first;
        var group = objects.Add("threat-actor", exported.Key, time, time, exported.IsKnown ? null : Marking, json => json.WriteString("name", exported.Name));
        AddRelationship("attributed-to", group, identity, null, time, isKnown: exported.IsKnown);
    }

    /// <summary>A source, with its claims.</summary>
    private void AddReport(DossierReport report)
    {
        var time = StixObjects.TimeOf(report.Record.Report.Published);
        var held = new List<string> { Incident };
        foreach (var (_, claim) in ClaimsOfIncident.Of(_dossier).Where(c => c.Report == report)) AddClaim(report, claim, time, held);
        objects.Add("report", report.Mention.Id, time, time, Marking, json =>
        {
            json.WriteString("name", report.Record.Report.Title ?? report.Record.Report.Id);
            json.WriteString("published", time);
            json.WriteString("lang", report.Record.Report.Language);
            json.WriteStartArray("external_references");
            WriteReference(json, report);
            json.WriteEndArray();
            json.Texts("object_refs", held);
        });
    }

    /// <summary>The words of a claim as a note, and what its speaker does with them as an opinion on the tie or the incident that it is about.</summary>
    private void AddClaim(DossierReport report, Claim claim, string time, List<string> held)
    {
        var name = $"{report.Mention.Id}/{claim.Id}";
        var speaker = SpeakerName.Of(claim.Speaker) ?? "the report";
        if (claim.Speaker.Actor is { } id && report.Record.Actors.FirstOrDefault(a => a.Id == id) is { } actor) held.Add(AddActor(actor));
        held.Add(objects.Add("note", name, time, time, Marking, json =>
        {
            json.WriteString("abstract", $"{ClaimsOfIncident.ChainOf(claim)}: {RecordJson.NameOf(claim.Stance)}, {RecordJson.NameOf(claim.Certainty)}");
            json.WriteString("content", ClaimsOfIncident.TextOf(claim));
            json.Texts("authors", [speaker]);
            json.WriteStartArray("external_references");
            WriteReference(json, report, $"{claim.Id}, characters {ClaimsOfIncident.OffsetsOf(claim.Content)} (UTF-16) of the text");
            json.WriteEndArray();
            json.Texts("object_refs", [Incident]);
        }));
        var spokenOf = SpokenOf(report, claim);
        if (spokenOf.Count == 0 || ExportCodes.Instance.Find("stix_opinions", $"{RecordJson.NameOf(claim.Stance)}/{RecordJson.NameOf(claim.Polarity)}") is not { } opinion) return;
        held.Add(objects.Add("opinion", name, time, time, Marking, json =>
        {
            json.WriteString("opinion", opinion);
            json.WriteString("explanation", $"{speaker}: {RecordJson.NameOf(claim.Stance)}, {RecordJson.NameOf(claim.Polarity)}. {string.Join("; ", ClaimsOfIncident.StatedBy(report, claim))}".TrimEnd());
            json.Texts("authors", [speaker]);
            json.Texts("object_refs", spokenOf);
        }));
    }

    /// <summary>What a claim is an opinion on: the ties of those whom it says to have done it or not to have done it, and nothing where nobody ties them to it; the incident where it speaks of no doer.</summary>
    private IReadOnlyList<string> SpokenOf(DossierReport report, Claim claim)
    {
        Actor[] doers =
        [
            .. report.Record.Events.Where(e => report.Events.Contains(e.Id)).SelectMany(e => e.Perpetrators.Where((_, i) => claim.About.Contains($"{e.Id}/perpetrators/{i}")))
                .Select(p => report.Record.Actors.FirstOrDefault(a => a.Id == p.Actor)).OfType<Actor>(),
        ];
        return doers.Length == 0 ? [Incident] : [.. doers.Select(d => _ties.GetValueOrDefault(AttributionReader.KeyOf(d))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private string AddRelationship(string type, string source, string target, string? description, string time, bool isKnown = false) =>
        objects.Add("relationship", $"{type} {source} {target}", time, time, isKnown ? null : Marking, json =>
        {
            json.WriteString("relationship_type", type);
            json.Optional("description", description);
            json.WriteString("source_ref", source);
            json.WriteString("target_ref", target);
        });

    private static void WriteReference(Utf8JsonWriter json, DossierReport report, string? description = null)
    {
        var source = report.Record.Report;
        WriteReference(json, source.Outlet ?? "a report", description ?? source.Title, source.Url, source.Id);
    }

    private static void WriteReference(Utf8JsonWriter json, string source, string? description, string? url, string id)
    {
        json.WriteStartObject();
        json.WriteString("source_name", source);
        json.Optional("description", description);
        if (WebAddress.TryParse(url, out var uri)) json.WriteString("url", uri.AbsoluteUri);
        json.WriteString("external_id", id);
        json.WriteEndObject();
    }

    /// <summary>STIX knows no empty list.</summary>
    private static void TextsUnlessNone(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length > 0) json.Texts(name, all);
    }
}
