using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ascribe.Dossiers.Exports;

/// <summary>JSON values as pieces of text, so that a long document can be written one after the other.</summary>
internal static class JsonPiece
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON value, without white space.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A document that is a list of values between a head and a tail, one value a line.</summary>
    public static IEnumerable<string> List(string head, IEnumerable<string> values, string tail)
    {
        yield return head;
        var first = true;
        foreach (var value in values)
        {
            yield return (first ? "\n" : ",\n") + value;
            first = false;
        }

        yield return "\n" + tail + "\n";
    }

    /// <summary>A field that is left out where it is null.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    /// <summary>A field that is left out where it is null.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
