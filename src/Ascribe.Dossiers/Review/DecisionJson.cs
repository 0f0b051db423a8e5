using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ascribe.Records;

namespace Ascribe.Dossiers.Review;

/// <summary>The JSON form of a decision in the ledger.</summary>
internal static class DecisionJson
{
    public static string Write(Decision decision)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("verdict", RecordJson.NameOf(decision.Verdict));
            Write(json, "first", decision.First);
            Write(json, "second", decision.Second);
            if (decision.Undoes is { } undone) json.WriteNumber("undoes", undone);
            else json.WriteNull("undoes");
            json.WriteString("by", decision.By);
            json.WriteString("at", decision.At);
            json.WriteString("why", decision.Why);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="InvalidDataException">It is no decision; the message names the field and what was expected.</exception>
    public static Decision Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var fields = new JsonFields(document.RootElement, "decision");
            return new Decision(
                fields.Name<Verdict>("verdict"), fields.List("first", KeyOf), fields.List("second", KeyOf), fields.WholeOrNull("undoes"), fields.TextOrNull("by"), fields.Text("at"), fields.TextOrNull("why"));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The decision is not valid JSON.", e);
        }
    }

    private static MentionKey KeyOf(JsonFields fields) => new(fields.Text("report"), fields.Whole("number"));

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<MentionKey> keys)
    {
        json.WriteStartArray(name);
        foreach (var key in keys)
        {
            json.WriteStartObject();
            json.WriteString("report", key.Report);
            json.WriteNumber("number", key.Number);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
