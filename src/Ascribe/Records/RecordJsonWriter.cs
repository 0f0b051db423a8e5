using System.Text.Json;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Quantities;
using Ascribe.Reports;
using NodaTime;
using NodaTime.Text;

namespace Ascribe.Records;

/// <summary>Writes the fields of a record, in their fixed order.</summary>
internal readonly struct RecordJsonWriter(Utf8JsonWriter json)
{
    public void Write(Record record)
    {
        json.WriteStartObject();
        json.WriteString("format", Record.Format);
        json.WritePropertyName("report");
        Write(record.Report);
        WriteList("events", record.Events, WriteEvent);
        WriteList("claims", record.Claims, WriteClaim);
        WriteList("actors", record.Actors, WriteActor);
        WriteList("relations", record.Relations, WriteRelation);
        WriteList("tallies", record.Tallies, WriteTally);
        json.WriteStartObject("reader");
        json.WriteString("version", record.Reader.Version);
        json.WriteStartObject("models");
        foreach (var (language, models) in record.Reader.Models.OrderBy(m => m.Key, StringComparer.Ordinal)) json.WriteString(language, models);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void Write(Report report)
    {
        json.WriteStartObject();
        json.WriteString("id", report.Id);
        json.WriteString("title", report.Title);
        json.WriteString("text", report.Text);
        json.WriteString("outlet", report.Outlet);
        json.WriteString("published", report.Published?.ToString());
        json.WriteString("language", report.Language);
        json.WriteString("url", report.Url);
        WriteTexts("credits", report.Credits);
        json.WriteString("text_sha256", RecordJson.HashOf(report.Text));
        json.WriteNull("translation");
        json.WriteEndObject();
    }

    private void WriteEvent(Event e)
    {
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type);
        WriteName("status", e.Status);
        json.WriteBoolean("main", e.Main);
        WriteSpans("triggers", e.Triggers);
        json.WriteStartObject("time");
        WriteDay("earliest", e.Time.Interval.Earliest);
        WriteDay("latest", e.Time.Interval.Latest);
        WriteName("precision", e.Time.Interval.Precision);
        if (e.Time.Interval.PartOfDay is { } part) WriteName("part_of_day", part);
        else json.WriteNull("part_of_day");
        WriteSpans("spans", e.Time.Spans);
        json.WriteEndObject();
        WriteList("places", e.Places, WritePlace);
        WriteList("weapons", e.Weapons, WriteWeapon);
        WriteList("targets", e.Targets, WriteTarget);
        WriteList("perpetrators", e.Perpetrators, WritePerpetrator);
        WriteList("victims", e.Victims, WriteVictims);
        json.WriteStartObject("responsibility");
        WriteStatement(e.Responsibility.Leading);
        WriteList("statements", e.Responsibility.Statements, WriteStatement);
        json.WriteEndObject();
        json.WriteString("about", e.About);
        json.WriteString("answers", e.Answers);
    }

    private void WritePlace(EventPlace place)
    {
        json.WriteString("name", place.Place.Name);
        json.WriteString("gazetteer_id", place.Place.GazetteerId);
        if (place.Place.Coordinates is { } at)
        {
            json.WriteNumber("latitude", Math.Round(at.Latitude, 5));
            json.WriteNumber("longitude", Math.Round(at.Longitude, 5));
        }
        else
        {
            json.WriteNull("latitude");
            json.WriteNull("longitude");
        }

        json.WriteString("country", place.Place.Country);
        json.WriteString("admin1", place.Place.Admin1);
        WriteName("precision", place.Place.Precision);
        WriteName("relation", place.Relation);
        if (place.RadiusKm is { } radius) json.WriteNumber("radius_km", Math.Round(radius, 1));
        else json.WriteNull("radius_km");
        WriteSpans("spans", place.Spans);
    }

    private void WriteWeapon(Weapon weapon)
    {
        json.WriteString("kind", weapon.Kind);
        if (weapon.Number is { } number)
        {
            json.WriteStartObject("number");
            WriteCount(number);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("number");
        }

        WriteSpans("spans", weapon.Spans);
    }

    private void WriteTarget(Target target)
    {
        json.WriteString("kind", target.Kind);
        json.WriteString("name", target.Name);
        json.WriteString("actor", target.Actor);
        WriteName("effect", target.Effect);
        WriteSpans("spans", target.Spans);
    }

    private void WritePerpetrator(Perpetrator perpetrator)
    {
        json.WriteString("actor", perpetrator.Actor);
        json.WriteString("text", perpetrator.Text);
        WriteName("basis", perpetrator.Basis);
        json.WriteBoolean("by_authority", perpetrator.ByAuthority);
        WriteTexts("claims", perpetrator.Claims);
        WriteSpans("spans", perpetrator.Spans);
    }

    private void WriteVictims(Victims victims)
    {
        WriteName("effect", victims.Effect);
        WriteCount(victims.Count);
        json.WriteString("who", victims.Who);
        json.WriteString("actor", victims.Actor);
        if (victims.PartOf is { } whole) json.WriteNumber("part_of", whole);
        WriteTexts("claims", victims.Claims);
        WriteSpans("spans", victims.Spans);
    }

    private void WriteStatement(ResponsibilityStatement statement)
    {
        WriteName("status", statement.Status);
        WriteTexts("by", statement.By);
        WriteTexts("claims", statement.Claims);
        WriteSpans("spans", statement.Spans);
    }

    private void WriteClaim(Claim claim)
    {
        json.WriteString("id", claim.Id);
        json.WriteStartObject("speaker");
        WriteSpeaker(claim.Speaker);
        json.WriteEndObject();
        WriteList("via", claim.Via, WriteSpeaker);
        if (claim.Cue is { } cue)
        {
            json.WriteStartObject("cue");
            WriteSpan(cue);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("cue");
        }

        WriteSpans("content", claim.Content);
        WriteName("form", claim.Form);
        WriteName("stance", claim.Stance);
        WriteName("certainty", claim.Certainty);
        WriteName("polarity", claim.Polarity);
        WriteDay("made", claim.Made);
        WriteTexts("about", claim.About);
    }

    private void WriteSpeaker(Speaker speaker)
    {
        json.WriteString("actor", speaker.Actor);
        json.WriteString("name", speaker.Name);
        json.WriteString("role", speaker.Role);
        json.WriteString("organization", speaker.Organization);
        WriteName("voice", speaker.Voice);
        WriteSpans("spans", speaker.Spans);
    }

    private void WriteActor(Actor actor)
    {
        json.WriteString("id", actor.Id);
        json.WriteString("name", actor.Name);
        WriteName("kind", actor.Kind);
        json.WriteString("country", actor.Country);
        json.WriteString("actor_id", actor.ActorId);
        json.WriteString("role", actor.Role);
        if (actor.KnownOffice is { } office)
        {
            json.WriteStartObject("known_office");
            json.WriteString("country", office.Country);
            json.WriteString("role", office.Role);
            WriteDay("from", office.From);
            WriteDay("until", office.Until);
            json.WriteEndObject();
        }

        WriteSpans("mentions", actor.Mentions);
    }

    private void WriteRelation(Relation relation)
    {
        json.WriteString("id", relation.Id);
        json.WriteString("subject", relation.Subject);
        WriteName("relation", relation.Kind);
        json.WriteString("object", relation.Object);
        WriteDay("since", relation.Since);
        WriteDay("until", relation.Until);
        WriteDay("as_of", relation.AsOf);
        WriteTexts("claims", relation.Claims);
        WriteSpans("spans", relation.Spans);
    }

    private void WriteTally(Tally tally)
    {
        json.WriteString("id", tally.Id);
        WriteName("kind", tally.Kind);
        json.WriteString("what", tally.What);
        json.WriteString("event_type", tally.EventType);
        if (tally.Effect is { } effect) WriteName("effect", effect);
        else json.WriteNull("effect");
        WriteCount(tally.Count);
        WriteDay("since", tally.Since);
        WriteDay("as_of", tally.AsOf);
        WriteTexts("places", tally.Places);
        WriteTexts("claims", tally.Claims);
        WriteSpans("spans", tally.Spans);
    }

    private void WriteCount(CountRange count)
    {
        if (count.Min is { } min) json.WriteNumber("min", min);
        else json.WriteNull("min");
        if (count.Max is { } max) json.WriteNumber("max", max);
        else json.WriteNull("max");
        json.WriteBoolean("approximate", count.Approximate);
    }

    private void WriteSpans(string name, IReadOnlyList<Quote> quotes) => WriteList(name, quotes, WriteSpan);

    private void WriteSpan(Quote quote)
    {
        json.WriteNumber("start", quote.Span.Start);
        json.WriteNumber("end", quote.Span.End);
        json.WriteString("text", quote.Text);
        if (quote.InTitle) json.WriteString("in", "title");
    }

    private void WriteList<T>(string name, IReadOnlyList<T> items, Action<T> write)
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

    private void WriteTexts(string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void WriteDay(string name, LocalDate? day) => json.WriteString(name, day is { } d ? LocalDatePattern.Iso.Format(d) : null);

    private void WriteName<T>(string name, T value)
        where T : struct, Enum => json.WriteString(name, RecordJson.NameOf(value));
}
