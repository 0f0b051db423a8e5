using System.Globalization;
using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Exports;

/// <summary>The claims of a dossier's reports that are about its incident, and what they state of it.</summary>
internal static class ClaimsOfIncident
{
    /// <summary>By publication of the report, then in text order.</summary>
    public static IEnumerable<(DossierReport Report, Claim Claim)> Of(Dossier dossier) =>
        dossier.Reports.SelectMany(r => r.Record.Claims.Where(c => c.About.Any(a => IsOfIncident(r, a))).Select(c => (r, c)));

    /// <summary>What a claim states of the incident: "killed: 12", "attributed to: Israel (accused)".</summary>
    public static IEnumerable<string> StatedBy(DossierReport report, Claim claim) =>
        claim.About.Where(a => IsOfIncident(report, a)).Select(a => ValueAt(report.Record, a)).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>"Ministry of Health > Harbour News": who said it first, then each who passed it on up to the report.</summary>
    public static string ChainOf(Claim claim) => string.Join(" > ", claim.Via.Reverse().Prepend(claim.Speaker).Select(s => SpeakerName.Of(s) ?? "the report"));

    /// <summary>The pieces of what is said, as one text; where nothing is, the words that tell that somebody spoke.</summary>
    public static string TextOf(Claim claim) => claim.Content.Count > 0 ? string.Join(" … ", claim.Content.Select(c => c.Text)) : claim.Cue?.Text ?? "…";

    /// <summary>"120-164 200-215", half-open UTF-16 offsets into the report's text; "title:" before those into its title.</summary>
    public static string OffsetsOf(IEnumerable<Quote> quotes) => string.Join(' ', quotes.Select(q => string.Create(CultureInfo.InvariantCulture, $"{(q.InTitle ? "title:" : "")}{q.Span.Start}-{q.Span.End}")));

    private static bool IsOfIncident(DossierReport report, string pointer) => report.Events.Contains(pointer.Split('/')[0]);

    private static string? ValueAt(Record record, string pointer)
    {
        var parts = pointer.Split('/');
        var told = record.Events.First(e => e.Id == parts[0]);
        if (parts.Length < 3) return null;
        var index = int.Parse(parts[2], CultureInfo.InvariantCulture);
        string NameOf(string id) => record.Actors.FirstOrDefault(a => a.Id == id)?.Name ?? id;
        return parts[1] switch
        {
            "victims" => $"{RecordJson.NameOf(told.Victims[index].Effect)}: {StatedNumber.Of(told.Victims[index].Count)}",
            "perpetrators" => $"attributed to: {NameOf(told.Perpetrators[index].Actor)} ({RecordJson.NameOf(told.Perpetrators[index].Basis)})",
            _ => null,
        };
    }
}
