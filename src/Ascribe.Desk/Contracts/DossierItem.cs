using Ascribe.Dossiers.Dossiers;
using Ascribe.Events;
using Ascribe.Records;

namespace Ascribe.Desk.Contracts;

/// <summary>A dossier in a list.</summary>
/// <param name="Day">The day that most say, ISO; null: nobody tells it.</param>
/// <param name="Precision">How large the place is: site, quarter, town, district, province, country or region. Only the first four may be drawn as a point.</param>
/// <param name="Origins">Texts of their own; copies count once.</param>
/// <param name="Contradicted">Slots of which values are told that cannot both be true.</param>
internal sealed record DossierItem(
    string Id, string Title, string? Day, string? Place, string? Country, PointItem? Coordinates, string? Precision, IReadOnlyList<string> Types, TollItem? Killed,
    int Reports, int Origins, IReadOnlyList<string> Contradicted, string? FirstPublished, string? LastPublished)
{
    public static DossierItem Of(Dossier dossier)
    {
        var place = PlaceOf(dossier);
        return new DossierItem(
            dossier.Id,
            dossier.Title,
            dossier[Slot.Day]?.Best.Value,
            place?.Place.Name,
            place?.Place.Country,
            place?.Place.Coordinates is { } at ? new PointItem(Math.Round(at.Latitude, 5), Math.Round(at.Longitude, 5)) : null,
            place is null ? null : RecordJson.NameOf(place.Place.Precision),
            [.. dossier[Slot.Type]?.Values.Select(v => v.Value) ?? []],
            dossier[Slot.Killed] is { } killed ? new TollItem(killed.Low, killed.Best.Value, killed.High) : null,
            dossier.Reports.Count,
            dossier.Origins,
            [.. dossier.Slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => RecordJson.NameOf(s.Slot))],
            Published(dossier).Min(StringComparer.Ordinal),
            Published(dossier).Max(StringComparer.Ordinal));
    }

    /// <summary>The place that stands for the slot.</summary>
    private static EventPlace? PlaceOf(Dossier dossier)
    {
        if (dossier[Slot.Place]?.Best is not { } best) return null;
        var report = dossier.Reports.First(r => r.Record.Report.Id == best.Report);
        return report.Record.Events.FirstOrDefault(e => report.Events.Contains(e.Id) && e.Places.Count > 0)?.Places[0];
    }

    private static IEnumerable<string> Published(Dossier dossier) => dossier.Reports.Select(r => r.Record.Report.Published?.ToString()).OfType<string>();
}

/// <summary>WGS 84 degrees.</summary>
internal sealed record PointItem(double Latitude, double Longitude);

/// <param name="Low">The least that anybody says.</param>
/// <param name="Best">What stands for all, in words: "12", "about 12", "10–12".</param>
/// <param name="High">The most that anybody says; null: the end is open.</param>
internal sealed record TollItem(long? Low, string Best, long? High);
