using Ascribe.Dossiers.Dossiers;
using Ascribe.Reports;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Search;

/// <summary>Makes the summary of a dossier from the facts of its mentions, by the rules by which the dossier itself is made.</summary>
internal static class SummaryBuilder
{
    /// <param name="id">Of the dossier.</param>
    /// <param name="mentions">In the order of the ledger, each with its origin (see <see cref="DossierReport.Origin"/>); never empty.</param>
    /// <param name="titleOf">The title of the report of a mention, by its place in the list.</param>
    public static DossierSummary Build(string id, IReadOnlyList<(IncidentFacts Facts, int Origin)> mentions, Func<int, string> titleOf)
    {
        // As the dossier sorts its reports.
        int[] order = [.. Enumerable.Range(0, mentions.Count).OrderBy(i => mentions[i].Facts.Published ?? "9", StringComparer.Ordinal)];
        var told = Array.ConvertAll(order, i => mentions[i]);
        var statements = told.SelectMany(m => m.Facts.Statements.Select(s => s with { Origin = m.Origin }));
        return Build(
            id, told[0].Facts.Beginning ?? titleOf(order[0]), [.. told.Select(m => m.Facts)], told.Select(m => m.Origin).Distinct().Count(),
            [.. statements.GroupBy(s => s.Slot).OrderBy(g => g.Key).Select(g => SlotReader.Read(g.Key, [.. g]))]);
    }

    /// <summary>Of a dossier on whose values somebody has decided, so that the facts alone do not tell it.</summary>
    public static DossierSummary Of(Dossier dossier) => Build(dossier.Id, dossier.Title, [.. dossier.Reports.Select(IncidentFacts.Of)], dossier.Origins, dossier.Slots);

    /// <param name="facts">By publication.</param>
    private static DossierSummary Build(string id, string title, IReadOnlyList<IncidentFacts> facts, int origins, IReadOnlyList<DossierSlot> slots)
    {
        LocalDate[] days = [.. facts.Select(f => PublicationTime.TryParse(f.Published, out var time) ? time.Day : (LocalDate?)null).OfType<LocalDate>()];
        var best = Best(Slot.Place)?.Value;
        var place = best is null ? null : facts.SelectMany(f => f.Events).Where(e => e.Places.Count > 0).Select(e => e.Places[0]).FirstOrDefault(p => p.Value == best);
        return new DossierSummary
        {
            Id = id,
            Title = title,
            Day = Best(Slot.Day) is { } day && LocalDatePattern.Iso.Parse(day.Value) is { Success: true, Value: var on } ? on : null,
            Place = place?.Name ?? best,
            Country = place?.Country,
            Precision = place?.Precision,
            Coordinates = place?.Coordinates,
            Types = Best(Slot.Type) is { } type ? [type.Value, .. slots.First(s => s.Slot == Slot.Type).Values.Select(v => v.Value).Where(v => v != type.Value)] : [],
            Killed = slots.FirstOrDefault(s => s.Slot == Slot.Killed) is { Best.Count: { } count } killed ? new TollSummary(killed.Best.Value, count.Min ?? count.Max, killed.Low, killed.High) : null,
            Reports = facts.Count,
            Origins = origins,
            Contradicted = [.. slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => s.Slot)],
            FirstPublished = days.Length == 0 ? null : days.Min(),
            LastPublished = days.Length == 0 ? null : days.Max(),
        };

        Statement? Best(Slot slot) => slots.FirstOrDefault(s => s.Slot == slot)?.Best;
    }
}
