using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>The JSON form of a dossier: one object, the same for the command line and the API. Offsets are UTF-16 code units, half-open.</summary>
public static class DossierJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON object without white space.</summary>
    public static string Write(Dossier dossier)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            WriteFields(json, dossier);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The fields of the object, which the caller has begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(dossier);
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
            json.WriteString("url", r.Record.Report.Url);
            json.WriteString("marking", TlpLabel.Of(r.Marking));
            json.WriteNumber("origin", r.Origin);
            Texts(json, "events", r.Events);
        });
        List(json, "slots", dossier.Slots, s => Slot(json, s));
        Texts(json, "open_questions", dossier.OpenQuestions);
        List(json, "related", dossier.Related, r =>
        {
            json.WriteString("type", r.Type);
            json.WriteString("report", r.Report);
            Quoted(json, r.Quote);
        });
        List(json, "tallies", dossier.Tallies, t => Tally(json, t.Report, t.Tally));
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
        List(json, "reasons", dossier.Reasons, r =>
        {
            json.WriteString("report", r.Report);
            json.WriteString("with", r.With);
            Texts(json, "reasons", r.Reasons);
        });
        DossierDetailJson.WriteFields(json, dossier);
        ReviewJson.WriteFields(json, dossier);
    }

    internal static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
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

    internal static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    internal static void Day(Utf8JsonWriter json, string name, LocalDate? day) => json.WriteString(name, day is { } d ? LocalDatePattern.Iso.Format(d) : null);

    /// <summary>The words and where they stand in the text or title of their report; both null where the value is told by no words of its own.</summary>
    internal static void Quoted(Utf8JsonWriter json, Quote? quote)
    {
        if (quote is { } q)
        {
            json.WriteStartObject("span");
            json.WriteString("in", q.InTitle ? "title" : "text");
            json.WriteNumber("start", q.Span.Start);
            json.WriteNumber("end", q.Span.End);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("span");
        }

        json.WriteString("text", quote?.Text);
    }

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
            json.WriteString("grade", v.GradeIn(slot).ToString());
            if (v.Graded is { } graded) json.WriteNumber("graded", graded.Sequence);
            List(json, "statements", v.Statements, s => Statement(json, s));
        });
        if (slot.History.Count == 0) return;
        List(json, "history", slot.History, s =>
        {
            json.WriteString("value", s.Value);
            Statement(json, s);
        });
    }

    private static void Statement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteString("report", statement.Report);
        json.WriteString("speaker", statement.Speaker);
        json.WriteString("voice", RecordJson.NameOf(statement.Voice));
        json.WriteString("stance", statement.Stance is { } stance ? RecordJson.NameOf(stance) : null);
        json.WriteString("certainty", statement.Certainty is { } certainty ? RecordJson.NameOf(certainty) : null);
        json.WriteString("authority", RecordJson.NameOf(statement.Authority));
        Day(json, "published", statement.Published);
        if (statement.Count is { } count)
        {
            Number(json, "min", count.Min);
            Number(json, "max", count.Max);
        }

        Quoted(json, statement.Quote);
        ReviewJson.WriteFields(json, statement);
    }

    private static void Tally(Utf8JsonWriter json, string report, Quantities.Tally tally)
    {
        json.WriteString("report", report);
        json.WriteString("tally", tally.Id);
        json.WriteString("kind", RecordJson.NameOf(tally.Kind));
        json.WriteString("what", tally.What);
        Number(json, "min", tally.Count.Min);
        Number(json, "max", tally.Count.Max);
        json.WriteBoolean("approximate", tally.Count.Approximate);
        Day(json, "since", tally.Since);
        Day(json, "as_of", tally.AsOf);
        Quoted(json, tally.Spans[0]);
    }

    internal static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } n) json.WriteNumber(name, n);
        else json.WriteNull(name);
    }
}
