using Ascribe.Claims;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Dossiers.Exports;

/// <summary>Who says what of each incident, one row a claim, and one row for each value that a report states in its own voice; docs/exports.md says what each column holds.</summary>
internal static class ClaimCsv
{
    private static readonly string[] s_columns =
    [
        "event_id", "claim_id", "report_id", "mention_id", "speaker", "speaker_role", "speaker_organization", "speaker_actor", "voice", "chain", "stance", "certainty", "polarity", "form", "said_on",
        "states", "quote", "offsets", "cue", "text_sha256", "report_title", "source", "published", "url", "copy_of", "record_url", "tlp",
    ];

    public static IEnumerable<string> Pieces(IEnumerable<Dossier> dossiers, ExportOptions options)
    {
        yield return CsvRow.Of(s_columns);
        foreach (var dossier in dossiers)
        {
            foreach (var report in dossier.Reports)
            {
                foreach (var (_, claim) in ClaimsOfIncident.Of(dossier).Where(c => c.Report == report)) yield return RowOf(dossier, report, claim, options);
                foreach (var statement in OwnWords(dossier, report)) yield return RowOf(dossier, report, statement, options);
            }
        }
    }

    /// <summary>What a report states in its own voice, and what an analyst wrote for it.</summary>
    private static IEnumerable<Statement> OwnWords(Dossier dossier, DossierReport report) =>
        dossier.Slots.SelectMany(s => s.Values).SelectMany(v => v.Statements)
            .Where(s => s.Report == report.Record.Report.Id && (s.Speaker is null && s.Quote is not null || s.Authority == Authority.Analyst));

    private static string RowOf(Dossier dossier, DossierReport report, Claim claim, ExportOptions options)
    {
        var speaker = claim.Speaker;
        var row = Start(dossier, report, claim.Id).Add(SpeakerName.Of(speaker)).Add(speaker.Role).Add(speaker.Organization)
            .Add(report.Record.Actors.FirstOrDefault(a => a.Id == speaker.Actor)?.ActorId).Add(RecordJson.NameOf(speaker.Voice)).Add(ClaimsOfIncident.ChainOf(claim))
            .Add(RecordJson.NameOf(claim.Stance)).Add(RecordJson.NameOf(claim.Certainty)).Add(RecordJson.NameOf(claim.Polarity)).Add(RecordJson.NameOf(claim.Form))
            .Add(claim.Made is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null)
            .Add(ClaimsOfIncident.StatedBy(report, claim)).Add(ClaimsOfIncident.TextOf(claim)).Add(ClaimsOfIncident.OffsetsOf(claim.Content)).Add(claim.Cue?.Text);
        return End(row, dossier, report, options);
    }

    private static string RowOf(Dossier dossier, DossierReport report, Statement statement, ExportOptions options)
    {
        var row = Start(dossier, report, null).Add(statement.Speaker).Add([]).Add([]).Add([])
            .Add(statement.Authority == Authority.Analyst ? "analyst" : RecordJson.NameOf(Voice.Reporter)).Add(statement.Speaker ?? "the report")
            .Add(RecordJson.NameOf(Stance.Asserts)).Add(RecordJson.NameOf(Certainty.Certain)).Add(RecordJson.NameOf(Polarity.Positive)).Add([]).Add([])
            .Add($"{RecordJson.NameOf(statement.Slot)}: {statement.Value}").Add(statement.Quote?.Text)
            .Add(statement.Quote is { } quote ? ClaimsOfIncident.OffsetsOf([quote]) : null).Add([]);
        return End(row, dossier, report, options);
    }

    private static CsvRow Start(Dossier dossier, DossierReport report, string? claim) =>
        new CsvRow().Add(dossier.Id).Add(claim).Add(report.Record.Report.Id).Add(report.Mention.Id);

    private static string End(CsvRow row, Dossier dossier, DossierReport report, ExportOptions options)
    {
        var source = report.Record.Report;
        var first = dossier.Reports.First(r => r.Origin == report.Origin);
        return row.Add(RecordJson.HashOf(source.Text)).Add(source.Title).Add(source.Outlet).Add(source.Published?.ToString()).Add(source.Url)
            .Add(first == report ? null : first.Record.Report.Id).Add(options.AddressOf(dossier.Id)).Add(TlpLabel.Of(report.Marking)).ToString();
    }
}
