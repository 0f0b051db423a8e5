using System.Text.Json;
using Ascribe.Claims;
using Ascribe.Dossiers.Review;
using Ascribe.Records;
using Ascribe.Reports;
using NodaTime.Text;

namespace Ascribe.Dossiers.Actors;

/// <summary>The JSON form of actors across reports. Offsets are UTF-16 code units, half-open.</summary>
public static class ActorJson
{
    /// <summary>The fields of the object, which the caller has begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, ActorSummary actor)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(actor);
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        json.WriteString("kind", RecordJson.NameOf(actor.Kind));
        json.WriteString("country", actor.Country);
        json.WriteString("actor_id", actor.TableId);
        json.WriteNumber("reports", actor.Reports);
    }

    /// <summary>The fields of the object, which the caller has begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, ActorProfile actor)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(actor);
        WriteFields(json, actor.Summary);
        json.WriteString("marking", TlpLabel.Of(actor.Marking));
        Counted(json, "names", actor.Names);
        Counted(json, "roles", actor.Roles);
        Counted(json, "countries", actor.Countries);
        List(json, "latest_reports", actor.Reports, r =>
        {
            json.WriteString("id", r.Id);
            json.WriteString("title", r.Title);
            json.WriteString("outlet", r.Outlet);
            json.WriteString("published", r.Published);
            json.WriteString("marking", TlpLabel.Of(r.Marking));
        });
        List(json, "parts", actor.Parts, p =>
        {
            json.WriteString("dossier", p.Dossier);
            json.WriteString("part", RecordJson.NameOf(p.Kind));
            json.WriteString("by", p.By);
            json.WriteString("report", p.Report);
            Quoted(json, p.Quote);
        });
        List(json, "says", actor.Says, c => Claim(json, c));
        List(json, "said_about", actor.SaidAbout, c => Claim(json, c));
        List(json, "relations", actor.Relations, r =>
        {
            json.WriteString("relation", RecordJson.NameOf(r.Relation.Kind));
            json.WriteBoolean("is_subject", r.IsSubject);
            json.WriteString("other", r.Other);
            json.WriteString("other_id", r.OtherId);
            json.WriteString("since", r.Relation.Since is { } since ? LocalDatePattern.Iso.Format(since) : null);
            json.WriteString("until", r.Relation.Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
            json.WriteString("report", r.Report);
            Texts(json, "speakers", r.Speakers);
            Quoted(json, r.Relation.Spans.Count > 0 ? r.Relation.Spans[0] : null);
        });
        List(json, "possibly_same", actor.PossiblySame, t =>
        {
            json.WriteString("id", t.Id);
            json.WriteString("name", t.Name);
            json.WriteBoolean("unsure", t.Unsure);
            Texts(json, "reasons", t.Reasons);
        });
        List(json, "decisions", actor.Decisions, d => ReviewJson.WriteFields(json, d));
    }

    private static void Claim(Utf8JsonWriter json, ActorClaim told)
    {
        json.WriteString("report", told.Report);
        json.WriteString("published", told.Published is { } day ? LocalDatePattern.Iso.Format(day) : null);
        json.WriteString("claim", told.Claim.Id);
        json.WriteString("speaker", NameOf(told.Claim.Speaker));
        json.WriteString("stance", RecordJson.NameOf(told.Claim.Stance));
        json.WriteString("certainty", RecordJson.NameOf(told.Claim.Certainty));
        Texts(json, "about", told.Claim.About);
        Quoted(json, told.Claim.Content.Count > 0 ? told.Claim.Content[0] : null);
    }

    private static string? NameOf(Speaker speaker) => speaker.Name ?? (speaker.Spans.Count > 0 ? speaker.Spans[0].Text : null);

    private static void Quoted(Utf8JsonWriter json, Quote? quote)
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

    private static void Counted(Utf8JsonWriter json, string name, IReadOnlyList<Told> told) => List(json, name, told, t =>
    {
        json.WriteString("text", t.Text);
        json.WriteNumber("reports", t.Reports);
    });

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
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
}
