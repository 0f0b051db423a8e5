using System.Text.Json;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Dossiers.Review;
using Ascribe.Records;

namespace Ascribe.Cli.Views;

/// <summary>A dossier as one JSON object on a line.</summary>
internal static class DossierJson
{
    public static string Write(Dossier dossier) => JsonLine.Of(json =>
    {
        json.WriteString("id", dossier.Id);
        json.WriteString("title", dossier.Title);
        json.WriteNumber("origins", dossier.Origins);
        List(json, "reports", dossier.Reports, r =>
        {
            json.WriteString("id", r.Record.Report.Id);
            json.WriteString("mention", r.Mention.Id);
            json.WriteString("title", r.Record.Report.Title);
            json.WriteString("outlet", r.Record.Report.Outlet);
            json.WriteString("published", r.Record.Report.Published?.ToString());
            json.WriteNumber("origin", r.Origin);
            json.WriteString("marking", TlpLabel.Of(r.Marking));
        });
        List(json, "slots", dossier.Slots, s => Slot(json, s));
        Texts(json, "open_questions", dossier.OpenQuestions);
        List(json, "related", dossier.Related, r =>
        {
            json.WriteString("type", r.Type);
            json.WriteString("report", r.Report);
            json.WriteString("text", r.Quote.Text);
        });
        List(json, "tallies", dossier.Tallies, t =>
        {
            json.WriteString("report", t.Report);
            json.WriteString("tally", t.Tally.Id);
            json.WriteString("text", t.Tally.Spans[0].Text);
        });
        List(json, "differences", dossier.Differences, d =>
        {
            json.WriteString("copy", d.Copy);
            json.WriteString("original", d.Original);
            json.WriteString("was", d.Was);
            json.WriteString("is", d.Is);
        });
        List(json, "possibly_same", dossier.PossiblySame, t =>
        {
            json.WriteString("dossier", t.Dossier);
            if (t.LogOdds is { } odds) json.WriteNumber("log_odds", Math.Round((decimal)odds, 2));
            Texts(json, "reasons", t.Reasons);
        });
        Texts(json, "reasons", dossier.Reasons);
        ReviewJson.WriteFields(json, dossier);
    });

    private static void Slot(Utf8JsonWriter json, DossierSlot slot)
    {
        json.WriteString("slot", RecordJson.NameOf(slot.Slot));
        json.WriteString("agreement", RecordJson.NameOf(slot.Agreement));
        json.WriteString("best", slot.Best.Value);
        if (slot.Low is { } low) json.WriteNumber("low", low);
        if (slot.High is { } high) json.WriteNumber("high", high);
        List(json, "values", slot.Values, v =>
        {
            json.WriteString("value", v.Value);
            json.WriteNumber("origins", v.Origins);
            List(json, "statements", v.Statements, s =>
            {
                json.WriteString("report", s.Report);
                json.WriteString("speaker", s.Speaker);
                json.WriteString("authority", RecordJson.NameOf(s.Authority));
                json.WriteString("text", s.Quote?.Text);
                ReviewJson.WriteFields(json, s);
            });
        });
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
