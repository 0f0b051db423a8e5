using System.Globalization;
using System.Text.Json;

namespace Ascribe.Sources;

/// <summary>
/// One report as a JSON object: <c>id</c>, <c>title</c>, <c>text</c> (or body, content), <c>outlet</c>, <c>published</c> (or date), <c>url</c>,
/// <c>language</c>, <c>credits</c> (a string or a list). Other fields are passed over.
/// </summary>
internal static class JsonText
{
    /// <summary>The fields, or what is wrong.</summary>
    public static (ReportFields? Fields, string? Error) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException error)
        {
            var at = (error.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture);
            var end = json.Span.TrimEnd(" \t\r\n"u8);
            return end.IsEmpty || end[^1] is not ((byte)'}' or (byte)']')
                ? (null, $"the JSON breaks off at byte {at}; a complete object was expected.")
                : (null, $"not valid JSON at byte {at}; an object with a field 'text' was expected.");
        }
    }

    public static (ReportFields? Fields, string? Error) Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return (null, $"a JSON {Kind(element)}; an object with a field 'text' was expected.");
        var fields = new ReportFields();
        var text = false;
        foreach (var property in element.EnumerateObject())
        {
            var name = "";
            try
            {
                name = property.Name;
                var value = property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString(),
                    JsonValueKind.Number => property.Value.GetRawText(),
                    _ => null,
                };
                if (name is "text" or "body" or "content")
                {
                    if (value is null || property.Value.ValueKind != JsonValueKind.String)
                        return (null, $"the field '{name}' is a {Kind(property.Value)}; a string was expected.");
                    if (!text) fields = fields with { Text = value };
                    text = true;
                }
                else if (name == "credits" && property.Value.ValueKind == JsonValueKind.Array)
                {
                    fields = fields with { Credits = [.. property.Value.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()!)] };
                }
                else if (value is not null)
                {
                    fields = fields.With(name, value) ?? fields;
                }
            }
            catch (InvalidOperationException)
            {
                // Of a field whose name does, nothing can be told but that.
                return (null, $"the field '{name}' holds half of a surrogate pair, which is no text.");
            }
        }

        return text ? (fields, null) : (null, "there is no field 'text'; the text of a report was expected in it.");
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
