using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ascribe.Dossiers.Dossiers;
using Ascribe.Language;
using Ascribe.Records;
using Ascribe.Reports;

namespace Ascribe.Dossiers.Review;

/// <summary>The JSON form of a decision: an object whose "verdict" tells the kind.</summary>
public static class DecisionJson
{
    public static string Write(Decision decision)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteFields(json, decision);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The fields of the object, which the caller has begun.</summary>
    public static void WriteFields(Utf8JsonWriter json, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(decision);
        json.WriteString("verdict", decision.Verb);
        switch (decision)
        {
            case IncidentDecision d:
                List(json, "first", d.First, m => Write(json, m));
                List(json, "second", d.Second, m => Write(json, m));
                break;
            case ActorDecision d:
                List(json, "first_actors", d.First, a => Write(json, a));
                List(json, "second_actors", d.Second, a => Write(json, a));
                break;
            case ValueDecision d:
                Write(json, d.Mention, d.Value.Slot);
                json.WriteString("value", d.Value.Value);
                json.WriteString("report", d.Value.Report);
                json.WriteString("speaker", d.Value.Speaker);
                if (d is EditDecision edit) Write(json, edit.To);
                if (d is GradeDecision grade) json.WriteString("grade", grade.Grade.ToString());
                break;
            case AddDecision d:
                Write(json, d.Mention, d.Value.Slot);
                Write(json, d.Value);
                break;
            case StateDecision d:
                Object(json, "mention", () => Write(json, d.Mention));
                json.WriteString("state", RecordJson.NameOf(d.State));
                break;
            case AssignDecision d:
                Object(json, "mention", () => Write(json, d.Mention));
                json.WriteString("to", d.To);
                break;
            case MarkDecision d:
                json.WriteString("report", d.Of);
                json.WriteString("marking", TlpLabel.Of(d.Marking));
                break;
            case UndoDecision d:
                json.WriteNumber("undoes", d.Undoes);
                break;
        }

        json.WriteString("by", decision.Signed.By);
        json.WriteString("at", decision.Signed.At);
        json.WriteString("why", decision.Signed.Why);
        json.WriteString("key", decision.Signed.Key);
    }

    /// <exception cref="InvalidDataException">It is no decision; the message names the field and what was expected.</exception>
    public static Decision Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var decision = DecisionOf(new JsonFields(document.RootElement, "decision"));
            return decision.Fault is { } fault ? throw new InvalidDataException("decision: " + fault) : decision;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The decision is not valid JSON.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("The decision has a field whose name is half of a surrogate pair.", e);
        }
    }

    private static Decision DecisionOf(JsonFields fields)
    {
        var signed = new Signature(fields.TextOrNull("by"), fields.Text("at"), fields.TextOrNull("why"), fields.TextOrNull("key"));
        return fields.Text("verdict") switch
        {
            "accept" => new AcceptDecision(signed, MentionOf(fields), ValueOf(fields)),
            "reject" => new RejectDecision(signed, MentionOf(fields), ValueOf(fields)),
            "edit" => new EditDecision(signed, MentionOf(fields), ValueOf(fields), WrittenOf(fields)),
            "grade" => new GradeDecision(signed, MentionOf(fields), ValueOf(fields), Grade.TryParse(fields.Text("grade"), out var grade) ? grade : throw fields.Wrong("grade", "a letter A to F and a digit 1 to 6")),
            "add" => new AddDecision(signed, MentionOf(fields), WrittenOf(fields)),
            "state" => new StateDecision(signed, MentionOf(fields), fields.Name<ReviewState>("state")),
            "assign" => new AssignDecision(signed, MentionOf(fields), fields.TextOrNull("to")),
            "mark" => new MarkDecision(signed, fields.Text("report"), TlpLabel.TryParse(fields.Text("marking"), out var marking) ? marking : throw fields.Wrong("marking", "one of " + string.Join(", ", TlpLabel.All))),
            "undo" => new UndoDecision(signed, fields.WholeOrNull("undoes") ?? throw fields.Wrong("undoes", "the number of a decision")),
            _ when fields.Has("first_actors") => new ActorDecision(signed, fields.Name<Verdict>("verdict"), fields.List("first_actors", ActorOf), fields.List("second_actors", ActorOf)),
            _ => new IncidentDecision(signed, fields.Name<Verdict>("verdict"), fields.List("first", KeyOf), fields.List("second", KeyOf)),
        };
    }

    private static MentionKey KeyOf(JsonFields fields) => new(fields.Text("report"), fields.Whole("number"));

    private static ActorKey ActorOf(JsonFields fields) => new(fields.Text("report"), fields.Text("name"));

    private static MentionKey MentionOf(JsonFields fields) => KeyOf(fields.Fields("mention"));

    private static ValueKey ValueOf(JsonFields fields) => new(fields.Name<Slot>("slot"), fields.Text("value"), fields.TextOrNull("report"), fields.TextOrNull("speaker"));

    private static WrittenValue WrittenOf(JsonFields fields) => new(fields.Name<Slot>("slot"), fields.Text("to"), fields.FieldsOrNull("source") is { } source ? SourceOf(source) : null);

    private static SourceSpan SourceOf(JsonFields fields)
    {
        var (start, end) = (fields.Whole("start"), fields.Whole("end"));
        if (start < 0 || end <= start) throw fields.Wrong("end", "an end behind the start");
        return new SourceSpan(fields.Text("report"), new Quote(new TextSpan(start, end), fields.Text("text"), fields.TextOrNull("in") == "title"));
    }

    private static void Write(Utf8JsonWriter json, MentionKey key)
    {
        json.WriteString("report", key.Report);
        json.WriteNumber("number", key.Number);
    }

    private static void Write(Utf8JsonWriter json, ActorKey key)
    {
        json.WriteString("report", key.Report);
        json.WriteString("name", key.Name);
    }

    private static void Write(Utf8JsonWriter json, MentionKey mention, Slot slot)
    {
        Object(json, "mention", () => Write(json, mention));
        json.WriteString("slot", RecordJson.NameOf(slot));
    }

    private static void Write(Utf8JsonWriter json, WrittenValue written)
    {
        json.WriteString("to", written.Value);
        if (written.Source is not { } source)
        {
            json.WriteNull("source");
            return;
        }

        Object(json, "source", () =>
        {
            json.WriteString("report", source.Report);
            json.WriteNumber("start", source.Quote.Span.Start);
            json.WriteNumber("end", source.Quote.Span.End);
            json.WriteString("text", source.Quote.Text);
            if (source.Quote.InTitle) json.WriteString("in", "title");
        });
    }

    private static void Object(Utf8JsonWriter json, string name, Action fields)
    {
        json.WriteStartObject(name);
        fields();
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
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
