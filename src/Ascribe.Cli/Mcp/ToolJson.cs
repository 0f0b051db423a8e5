using System.Text.Json;
using Ascribe.Claims;
using Ascribe.Cli.Views;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Exports;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime.Text;

namespace Ascribe.Cli.Mcp;

/// <summary>Answers of tools that no other command has.</summary>
internal static class ToolJson
{
    /// <param name="last">The id after which the next page begins, or null: there is none.</param>
    public static string Dossiers(IEnumerable<Dossier> dossiers, string? last) => JsonLine.Of(json =>
    {
        json.WriteStartArray("dossiers");
        foreach (var dossier in dossiers)
        {
            json.WriteStartObject();
            json.WriteString("id", dossier.Id);
            json.WriteString("title", dossier.Title);
            json.WriteString("day", dossier[Slot.Day]?.Best.Value);
            json.WriteString("place", dossier[Slot.Place]?.Best.Value);
            Texts(json, "types", dossier[Slot.Type]?.Values.Select(v => v.Value) ?? []);
            if (dossier[Slot.Killed] is { } killed)
            {
                json.WriteStartObject("killed");
                json.WriteString("best", killed.Best.Value);
                if (killed.Low is { } low) json.WriteNumber("low", low);
                if (killed.High is { } high) json.WriteNumber("high", high);
                json.WriteEndObject();
            }

            json.WriteNumber("reports", dossier.Reports.Count);
            json.WriteNumber("independent_texts", dossier.Origins);
            Texts(json, "attributed_to", dossier[Slot.AttributedTo]?.Values.Select(v => $"{v.Value} — {string.Join(", ", v.Statements.Select(s => s.Speaker ?? "the report").Distinct())}") ?? []);
            Texts(json, "contradicted", dossier.Slots.Where(s => s.Agreement == Agreement.Contradicted).Select(s => RecordJson.NameOf(s.Slot)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (last is not null) json.WriteString("next_after", last);
    });

    public static string Claims(Dossier dossier, IEnumerable<(DossierReport Report, Claim Claim)> claims) => JsonLine.Of(json =>
    {
        json.WriteString("dossier", dossier.Id);
        json.WriteStartArray("claims");
        foreach (var (report, claim) in claims)
        {
            json.WriteStartObject();
            json.WriteString("report", report.Record.Report.Id);
            json.WriteString("claim", claim.Id);
            json.WriteString("speaker", claim.Speaker.Name ?? claim.Speaker.Spans.Select(s => s.Text).FirstOrDefault());
            json.WriteString("role", claim.Speaker.Role);
            json.WriteString("organization", claim.Speaker.Organization);
            json.WriteString("voice", RecordJson.NameOf(claim.Speaker.Voice));
            json.WriteString("chain", ClaimsOfIncident.ChainOf(claim));
            json.WriteString("stance", RecordJson.NameOf(claim.Stance));
            json.WriteString("certainty", RecordJson.NameOf(claim.Certainty));
            json.WriteString("polarity", RecordJson.NameOf(claim.Polarity));
            if (claim.Made is { } day) json.WriteString("said_on", LocalDatePattern.Iso.Format(day));
            Texts(json, "states", ClaimsOfIncident.StatedBy(report, claim));
            json.WriteStartArray("quotes");
            foreach (var quote in claim.Content) Write(json, quote);
            json.WriteEndArray();
            json.WriteString("outlet", report.Record.Report.Outlet);
            json.WriteString("published", report.Record.Report.Published?.ToString());
            json.WriteString("url", report.Record.Report.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        json.WriteNumber("start", quote.Span.Start);
        json.WriteNumber("end", quote.Span.End);
        json.WriteString("text", quote.Text);
        if (quote.InTitle) json.WriteString("in", "title");
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
