using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Events;
using Ascribe.Records;
using NodaTime;

namespace Ascribe.Dossiers.Exports;

/// <summary>Incidents as a table, one row each, under the names of columns that users of ACLED, UCDP GED and GTD know; docs/exports.md says what each holds.</summary>
internal static class IncidentCsv
{
    private static readonly string[] s_columns =
    [
        "event_id", "record_url", "event_date", "year", "time_precision", "date_start", "date_end", "date_prec",
        "type", "disorder_type", "event_type", "sub_event_type", "attacktype1_txt", "plover", "cameo",
        "actor1", "actor1_kind", "actor1_status", "actor1_status_by", "actor1_denied_by", "other_attributions", "actor2", "actor2_part", "claimed", "compclaim", "responsibility",
        "country", "iso2", "admin1", "location", "latitude", "longitude", "geo_precision", "where_prec", "specificity", "vicinity", "place_relation", "radius_km",
        "fatalities", "deaths_low", "deaths_best", "deaths_high", "deaths_said_by", "injured", "injured_low", "injured_high", "kidnapped", "missing",
        "weaptype1_txt", "weapons", "targtype1_txt", "targets", "victims",
        "source", "source_headlines", "source_dates", "source_urls", "number_of_reports", "number_of_sources", "report_ids",
        "disagreements", "open_questions", "notes", "grades", "merged_from", "merge_reasons", "possibly_same", "review_state", "tlp",
    ];

    public static IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options)
    {
        yield return CsvRow.Of(s_columns);
        foreach (var dossier in dossiers) yield return RowOf(new ExportedIncident(dossier), options);
    }

    private static string RowOf(ExportedIncident facts, ExportOptions options)
    {
        var row = new CsvRow().Add(facts.Dossier.Id).Add(options.AddressOf(facts.Dossier.Id));
        AddTime(row, facts);
        AddType(row, facts);
        AddActors(row, facts);
        AddPlace(row, facts);
        AddPeople(row, facts);
        AddThings(row, facts);
        AddSources(row, facts.Dossier);
        return row.Add(RecordJson.NameOf(facts.Dossier.State)).Add(TlpLabel.Of(facts.Dossier.Marking)).ToString();
    }

    private static void AddTime(CsvRow row, ExportedIncident facts)
    {
        var codes = IntervalCodes.Of(facts.Time);
        var day = IntervalCodes.DayOf(facts.Time);
        row.Add(Iso(day)).Add(day?.Year).Add(codes.Acled).Add(Iso(facts.Time.Earliest)).Add(Iso(facts.Time.Latest)).Add(codes.Ucdp);
    }

    private static void AddType(CsvRow row, ExportedIncident facts)
    {
        var codes = ExportCodes.Instance;
        var type = facts.Type ?? "";
        var acled = codes.CodesOf(type, "acled").Select(codes.AcledOf).ToArray();
        row.Add(type).Add(Choices(acled.SelectMany(a => a.Disorder.Split("; ")))).Add(Choices(acled.Select(a => a.Event))).Add(Choices(acled.Select(a => a.SubEvent)))
            .Add(Choices(codes.CodesOf(type, "gtd"))).Add(Choices(codes.CodesOf(type, "plover"))).Add(Choices(codes.CodesOf(type, "cameo")));
    }

    /// <summary>What the other scheme splits in several, without a guess which of them it is.</summary>
    private static string Choices(IEnumerable<string> codes) => string.Join(" | ", codes.Distinct(StringComparer.Ordinal));

    private static void AddActors(CsvRow row, ExportedIncident facts)
    {
        Attribution[] tied = [.. facts.Attributions.Where(a => a.Ground is not null)];
        var first = tied.FirstOrDefault();
        var second = ExportCodes.Instance.Types.IsMutual(facts.Type ?? "") && tied.Length > 1 ? tied[1] : null;
        row.Add(first?.Actor.Name).Add(first is null ? null : RecordJson.NameOf(first.Actor.Kind))
            .Add(first?.Ground is { } ground ? RecordJson.NameOf(ground) : null).Add(first?.SpeakersOf(first.Ground!.Value) ?? [])
            .Add(first?.SpeakersOf(PerpetratorBasis.Denied) ?? []).Add(facts.Attributions.Where(a => a != first).Select(Told.Of));
        var (name, part) = second is not null ? (second.Actor.Name, "side") : facts.Affected.Count > 0 ? (facts.Affected[0].Actor.Name, facts.Affected[0].Part) : (null, null);
        ResponsibilityStatus[] said = [.. facts.Responsibility];
        bool? claimed = said.Any(s => s is ResponsibilityStatus.Claimed or ResponsibilityStatus.Acknowledged) ? true : said.Contains(ResponsibilityStatus.Unclaimed) ? false : null;
        row.Add(name).Add(part).Add(claimed)
            .Add(claimed is true ? facts.Attributions.Count(a => a.Ground is PerpetratorBasis.Claimed or PerpetratorBasis.Acknowledged) > 1 : null)
            .Add(said.Select(RecordJson.NameOf));
    }

    private static void AddPlace(CsvRow row, ExportedIncident facts)
    {
        var (place, codes) = (facts.Place, facts.Precision);
        row.Add(place?.Place.Country is { } country ? ExportCodes.Instance.CountryOf(country) : null).Add(place?.Place.Country).Add(place?.Place.Admin1).Add(place?.Place.Name ?? facts.Dossier[Slot.Place]?.Best.Value);
        var point = place is not null && PlaceShape.IsNarrow(place) ? place.Place.Coordinates : null;
        row.Add(point?.Latitude).Add(point?.Longitude).Add(codes?.Acled).Add(codes?.Ucdp).Add(codes?.Gtd).Add(codes?.IsVicinity)
            .Add(place is null ? null : RecordJson.NameOf(place.Relation)).Add(place?.RadiusKm);
    }

    private static void AddPeople(CsvRow row, ExportedIncident facts)
    {
        var (dead, hurt) = (facts.Dossier[Slot.Killed], facts.Dossier[Slot.Wounded]);
        var deaths = facts.BestOf(Slot.Killed);
        row.Add(deaths).Add(dead?.Low).Add(deaths).Add(dead?.High).Add(dead is null ? null : dead.Best.Speaker ?? "the report")
            .Add(facts.BestOf(Slot.Wounded)).Add(hurt?.Low).Add(hurt?.High).Add(facts.BestOf(Slot.Kidnapped)).Add(facts.BestOf(Slot.Missing));
    }

    private static void AddThings(CsvRow row, ExportedIncident facts)
    {
        var codes = ExportCodes.Instance;
        row.Add(facts.ValuesOf(Slot.Weapon).Select(w => codes.Find("gtd_weapon_types", w)).Distinct()).Add(facts.ValuesOf(Slot.Weapon))
            .Add(facts.ValuesOf(Slot.Target).Select(t => codes.Find("gtd_target_types", t)).Distinct()).Add(facts.ValuesOf(Slot.Target))
            .Add(facts.Events.SelectMany(e => e.Event.Victims).Select(v => v.Who).Distinct(StringComparer.OrdinalIgnoreCase));
    }

    private static void AddSources(CsvRow row, Dossier dossier)
    {
        var reports = dossier.Reports.Select(r => r.Record.Report).ToArray();
        row.Add(reports.Select(r => r.Outlet).Distinct()).Add(reports.Select(r => r.Title)).Add(reports.Select(r => r.Published?.ToString() ?? "undated")).Add(reports.Select(r => r.Url))
            .Add(reports.Length).Add(dossier.Origins).Add(reports.Select(r => r.Id))
            .Add(dossier.Slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => $"{s.Label}: {string.Join(" or ", s.Values.Select(v => v.Value))}"))
            .Add(dossier.OpenQuestions).Add(dossier.Slots.Select(Told.Of))
            .Add(dossier.Slots.SelectMany(s => s.Values.Select(v => $"{s.Label}: {v.Value} {v.GradeIn(s)}")))
            .Add(dossier.Reports.Select(r => r.Mention.Id)).Add(dossier.Reasons.Select(r => r.ToString())).Add(dossier.PossiblySame.Select(t => t.Dossier));
    }

    private static string? Iso(LocalDate? day) => day is { } d ? NodaTime.Text.LocalDatePattern.Iso.Format(d) : null;
}
