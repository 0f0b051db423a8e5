using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ascribe.Reports;

namespace Ascribe.Records;

/// <summary>
/// The JSON form of a record, "ascribe-record/1", as docs/record-format.md describes it: one object, fields in a fixed order, no
/// white space unless asked for, so that the same record gives the same bytes. What was written can be read back and written again without a difference.
/// </summary>
public static class RecordJson
{
    /// <summary>One JSON object.</summary>
    /// <exception cref="InvalidDataException">A span does not match its text, or a pointer leads nowhere; the message says which.</exception>
    public static string Write(Record record, bool indented = false)
    {
        RecordCheck.Verify(record);
        return Written(json => new RecordJsonWriter(json).Write(record), indented);
    }

    /// <summary>A record from its JSON. Fields that this version does not know are passed over.</summary>
    /// <exception cref="InvalidDataException">It is no record, its text was changed, a span does not match its text, or a pointer leads nowhere; the message says which.</exception>
    public static Record Read(string json)
    {
        var record = RecordJsonReader.Read(json);
        RecordCheck.Verify(record);
        return record;
    }

    /// <summary>A report alone, as it stands in the field "report" of a record.</summary>
    public static string Write(Report report) => Written(json => new RecordJsonWriter(json).Write(report), indented: false);

    /// <summary>A report from its JSON.</summary>
    /// <exception cref="InvalidDataException">It is no report, or its text was changed; the message says which.</exception>
    public static Report ReadReport(string json) => RecordJsonReader.ReadReport(json);

    /// <summary>"government_body" of GovernmentBody.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => EnumNames<T>.NameOf(value);

    /// <summary>The SHA-256 of a text in UTF-8, in lower-case hex digits; half a surrogate pair counts as U+FFFD, as it does in JSON.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Written(Action<Utf8JsonWriter> write, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
