using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Desk.Contracts;

/// <summary>A dossier in a list.</summary>
/// <param name="Day">The day that most say, ISO; null: nobody tells it.</param>
/// <param name="Precision">How large the place is: site, quarter, town, district, province, country or region. Only the first four may be drawn as a point.</param>
/// <param name="Types">The event types told, the best first.</param>
/// <param name="Origins">Texts of their own; copies count once.</param>
/// <param name="Contradicted">Slots of which values are told that cannot both be true.</param>
/// <param name="Marking">As its strictest report.</param>
/// <param name="State">new, in_review, needs_help, ready, accepted or rejected.</param>
internal sealed record DossierItem(
    string Id, string Title, string? Day, string? Place, string? Country, PointItem? Coordinates, string? Precision, IReadOnlyList<string> Types, TollItem? Killed,
    int Reports, int Origins, IReadOnlyList<string> Contradicted, string State, string? AssignedTo, string Marking, string? FirstPublished, string? LastPublished)
{
    public static DossierItem Of(DossierSummary dossier) => new(
        dossier.Id,
        dossier.Title,
        DayOf(dossier.Day),
        dossier.Place,
        dossier.Country,
        dossier.Coordinates is { } at ? new PointItem(Math.Round(at.Latitude, 5), Math.Round(at.Longitude, 5)) : null,
        dossier.Precision is { } precision ? RecordJson.NameOf(precision) : null,
        dossier.Types,
        dossier.Killed is { } killed ? new TollItem(killed.Low, killed.Best, killed.High, killed.Value) : null,
        dossier.Reports,
        dossier.Origins,
        [.. dossier.Contradicted.Select(RecordJson.NameOf)],
        RecordJson.NameOf(dossier.State),
        dossier.AssignedTo,
        TlpLabel.Of(dossier.Marking),
        DayOf(dossier.FirstPublished),
        DayOf(dossier.LastPublished));

    private static string? DayOf(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : null;
}

/// <summary>WGS 84 degrees.</summary>
internal sealed record PointItem(double Latitude, double Longitude);

/// <param name="Low">The least that anybody says.</param>
/// <param name="Best">The number that stands for all; null: an open range.</param>
/// <param name="High">The most that anybody says; null: the end is open.</param>
/// <param name="Value">The best in words: "12", "about 12", "10–12".</param>
internal sealed record TollItem(long? Low, long? Best, long? High, string Value);
