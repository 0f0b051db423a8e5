using System.Text.Json;
using Ascribe.Actors;
using Ascribe.Claims;
using Ascribe.Events;
using Ascribe.Places;
using Ascribe.Quantities;
using Ascribe.Reports;
using Ascribe.Times;

namespace Ascribe.Records;

/// <summary>Reads what <see cref="RecordJsonWriter"/> writes, field by field.</summary>
internal static class RecordJsonReader
{
    /// <exception cref="InvalidDataException">It is no record; the message names the field and what was expected.</exception>
    public static Record Read(string json) => Read(json, "record", RecordOf);

    /// <exception cref="InvalidDataException">It is no report; the message names the field and what was expected.</exception>
    public static Report ReadReport(string json) => Read(json, "report", ReportOf);

    private static T Read<T>(string json, string what, Func<JsonFields, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(new JsonFields(document.RootElement, what));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The {what} is not valid JSON (byte {e.BytePositionInLine} of line {e.LineNumber + 1}).", e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"The {what} has a field whose name is half of a surrogate pair.", e);
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"The {what} holds an impossible value: {e.Message}", e);
        }
    }

    private static Record RecordOf(JsonFields fields)
    {
        if (fields.Text("format") is var format && format != Record.Format) throw new InvalidDataException($"The record has format '{format}'; '{Record.Format}' was expected.");
        var reader = fields.Fields("reader");
        return new Record
        {
            Report = ReportOf(fields.Fields("report")),
            Events = fields.List("events", EventOf),
            Claims = fields.List("claims", ClaimOf),
            Actors = fields.List("actors", ActorOf),
            Relations = fields.List("relations", RelationOf),
            Tallies = fields.List("tallies", TallyOf),
            Reader = new ReaderVersion(reader.Text("version"), reader.Fields("models").AllTexts()),
        };
    }

    private static Report ReportOf(JsonFields fields)
    {
        var text = fields.Text("text");
        if (RecordJson.HashOf(text) != fields.Text("text_sha256")) throw new InvalidDataException($"The text of report '{fields.Text("id")}' was changed: its SHA-256 does not fit.");
        PublicationTime? published = null;
        if (fields.TextOrNull("published") is { } written)
            published = PublicationTime.TryParse(written, out var time) ? time : throw fields.Wrong("published", "an ISO 8601 day or time");
        return new Report
        {
            Id = fields.Text("id"),
            Title = fields.TextOrNull("title"),
            Text = text,
            Outlet = fields.TextOrNull("outlet"),
            Published = published,
            Language = fields.Text("language"),
            Url = fields.TextOrNull("url"),
            Credits = fields.Texts("credits"),
        };
    }

    private static Event EventOf(JsonFields fields)
    {
        var time = fields.Fields("time");
        return new Event
        {
            Id = fields.Text("id"),
            Type = fields.Text("type"),
            Status = fields.Name<EventStatus>("status"),
            Main = fields.Flag("main"),
            Triggers = Spans(fields, "triggers"),
            Time = new EventTime(
                new TimeInterval(time.DayOrNull("earliest"), time.DayOrNull("latest"), time.Name<TimePrecision>("precision"), time.NameOrNull<PartOfDay>("part_of_day")),
                Spans(time, "spans")),
            Places = fields.List("places", PlaceOf),
            Weapons = fields.List("weapons", weapon => new Weapon(weapon.Text("kind"), weapon.FieldsOrNull("number") is { } number ? CountOf(number) : null, Spans(weapon, "spans"))),
            Targets = fields.List("targets", target => new Target(
                target.Text("kind"), target.Text("name"), target.TextOrNull("actor"), target.Name<TargetEffect>("effect"), Spans(target, "spans"))),
            Perpetrators = fields.List("perpetrators", perpetrator => new Perpetrator(
                perpetrator.Text("actor"), perpetrator.Text("text"), perpetrator.Name<PerpetratorBasis>("basis"), perpetrator.Flag("by_authority"), perpetrator.Texts("claims"), Spans(perpetrator, "spans"))),
            Victims = fields.List("victims", victims => new Victims(
                victims.Name<VictimEffect>("effect"), CountOf(victims), victims.Text("who"), victims.TextOrNull("actor"), victims.Texts("claims"), Spans(victims, "spans"),
                victims.Has("part_of") ? victims.Whole("part_of") : null)),
            Responsibility = ResponsibilityOf(fields.Fields("responsibility")),
            About = fields.TextOrNull("about"),
            Answers = fields.TextOrNull("answers"),
        };
    }

    private static Responsibility ResponsibilityOf(JsonFields fields)
    {
        var responsibility = new Responsibility(fields.List("statements", StatementOf));
        var (told, leading) = (StatementOf(fields), responsibility.Leading);
        if (told.Status != leading.Status || !told.By.SequenceEqual(leading.By) || !told.Claims.SequenceEqual(leading.Claims) || !told.Spans.SequenceEqual(leading.Spans))
            throw fields.Wrong("status", $"the strongest of the statements ({RecordJson.NameOf(leading.Status)}) with its spans and claims");
        return responsibility;
    }

    private static ResponsibilityStatement StatementOf(JsonFields fields) =>
        new(fields.Name<ResponsibilityStatus>("status"), fields.Texts("by"), fields.Texts("claims"), Spans(fields, "spans"));

    private static EventPlace PlaceOf(JsonFields fields)
    {
        var (latitude, longitude) = (fields.NumberOrNull("latitude"), fields.NumberOrNull("longitude"));
        var place = new Place
        {
            Name = fields.Text("name"),
            GazetteerId = fields.TextOrNull("gazetteer_id"),
            Coordinates = latitude is { } north && longitude is { } east ? new Coordinates(north, east) : null,
            Country = fields.TextOrNull("country"),
            Admin1 = fields.TextOrNull("admin1"),
            Precision = fields.Name<PlacePrecision>("precision"),
        };
        return new EventPlace(place, fields.Name<PlaceRelation>("relation"), fields.NumberOrNull("radius_km"), Spans(fields, "spans"));
    }

    private static Claim ClaimOf(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Speaker = SpeakerOf(fields.Fields("speaker")),
        Via = fields.List("via", SpeakerOf),
        Cue = fields.FieldsOrNull("cue") is { } cue ? SpanOf(cue) : null,
        Content = Spans(fields, "content"),
        Form = fields.Name<QuotationForm>("form"),
        Stance = fields.Name<Stance>("stance"),
        Certainty = fields.Name<Certainty>("certainty"),
        Polarity = fields.Name<Polarity>("polarity"),
        Made = fields.DayOrNull("made"),
        About = fields.Texts("about"),
    };

    private static Speaker SpeakerOf(JsonFields fields) => new()
    {
        Actor = fields.TextOrNull("actor"),
        Name = fields.TextOrNull("name"),
        Role = fields.TextOrNull("role"),
        Organization = fields.TextOrNull("organization"),
        Voice = fields.Name<Voice>("voice"),
        Spans = Spans(fields, "spans"),
    };

    private static Actor ActorOf(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        Kind = fields.Name<ActorKind>("kind"),
        Country = fields.TextOrNull("country"),
        ActorId = fields.TextOrNull("actor_id"),
        Role = fields.TextOrNull("role"),
        KnownOffice = fields.Has("known_office") ? OfficeOf(fields.Fields("known_office")) : null,
        Mentions = Spans(fields, "mentions"),
    };

    private static KnownOffice OfficeOf(JsonFields fields) => new(
        fields.Text("country"),
        fields.Text("role"),
        fields.DayOrNull("from") ?? throw fields.Wrong("from", "a day"),
        fields.DayOrNull("until") ?? throw fields.Wrong("until", "a day"));

    private static Relation RelationOf(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Subject = fields.Text("subject"),
        Kind = fields.Name<RelationKind>("relation"),
        Object = fields.Text("object"),
        Since = fields.DayOrNull("since"),
        Until = fields.DayOrNull("until"),
        AsOf = fields.DayOrNull("as_of"),
        Claims = fields.Texts("claims"),
        Spans = Spans(fields, "spans"),
    };

    private static Tally TallyOf(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Kind = fields.Name<TallyKind>("kind"),
        What = fields.Text("what"),
        EventType = fields.TextOrNull("event_type"),
        Effect = fields.NameOrNull<VictimEffect>("effect"),
        Count = CountOf(fields),
        Since = fields.DayOrNull("since"),
        AsOf = fields.DayOrNull("as_of"),
        Places = fields.Texts("places"),
        Claims = fields.Texts("claims"),
        Spans = Spans(fields, "spans"),
    };

    private static CountRange CountOf(JsonFields fields) => new(fields.WholeOrNull("min"), fields.WholeOrNull("max"), fields.Flag("approximate"));

    private static IReadOnlyList<Quote> Spans(JsonFields fields, string name) => fields.List(name, SpanOf);

    /// <summary>Whether it matches its text is <see cref="RecordCheck"/>'s to say.</summary>
    private static Quote SpanOf(JsonFields fields) =>
        new(new Language.TextSpan(fields.Whole("start"), fields.Whole("end")), fields.Text("text"), fields.TextOrNull("in") == "title");
}
