using Ascribe.Dossiers.Dossiers;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Search;

/// <summary>Makes the summary of a dossier from the facts of its mentions, by the rules by which the dossier itself is made.</summary>
internal static class SummaryBuilder
{
    /// <param name="id">Of the dossier.</param>
    /// <param name="mentions">In the order of the ledger, each with its origin (see <see cref="DossierReport.Origin"/>); never empty.</param>
    public static DossierSummary Build(string id, IEnumerable<(IncidentFacts Facts, int Origin)> mentions)
    {
        (IncidentFacts Facts, int Origin)[] told = [.. mentions.OrderBy(m => m.Facts.Published ?? "9", StringComparer.Ordinal)];
        var slots = told.SelectMany(m => m.Facts.Statements.Select(s => s with { Origin = m.Origin })).GroupBy(s => s.Slot).OrderBy(g => g.Key).Select(g => SlotReader.Read(g.Key, [.. g])).ToList();
        LocalDate[] days = [.. told.Select(m => DayOf(m.Facts.Published)).OfType<LocalDate>()];
        var place = slots.Find(s => s.Slot == Slot.Place)?.Best.Value is { } best
            ? told.SelectMany(m => m.Facts.Events).Where(e => e.Places.Count > 0).Select(e => e.Places[0]).FirstOrDefault(p => p.Value == best)
            : null;
        return new DossierSummary
        {
            Id = id,
            Title = told[0].Facts.Title,
            Day = slots.Find(s => s.Slot == Slot.Day) is { } day && LocalDatePattern.Iso.Parse(day.Best.Value) is { Success: true, Value: var on } ? on : null,
            Place = place?.Name,
            Country = place?.Country,
            Precision = place?.Precision,
            Coordinates = place?.Coordinates,
            Types = slots.Find(s => s.Slot == Slot.Type) is { } types ? [types.Best.Value, .. types.Values.Select(v => v.Value).Where(v => v != types.Best.Value)] : [],
            Killed = slots.Find(s => s.Slot == Slot.Killed) is { } killed ? new TollSummary(killed.Best.Value, killed.Best.Count!.Value.Min ?? killed.Best.Count.Value.Max, killed.Low, killed.High) : null,
            Reports = told.Length,
            Origins = told.Select(m => m.Origin).Distinct().Count(),
            Contradicted = [.. slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => s.Slot)],
            FirstPublished = days.Length == 0 ? null : days.Min(),
            LastPublished = days.Length == 0 ? null : days.Max(),
        };
    }

    private static LocalDate? DayOf(string? published) => Reports.PublicationTime.TryParse(published, out var time) ? time.Day : null;
}
