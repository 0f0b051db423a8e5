using System.Text.Json;

namespace Ascribe.Places;

/// <summary>What an imported gazetteer was made from.</summary>
/// <param name="Files">Names of the dumps, without folders.</param>
/// <param name="Newest">The day of the newest change in them (2025-09-05), or null.</param>
/// <param name="Countries">The countries that were asked for; empty: all.</param>
/// <param name="Classes">Letters of the feature classes that were asked for.</param>
/// <param name="Rows">Lines read.</param>
/// <param name="Refused">Lines that were wrong.</param>
internal sealed record GazetteerSource(IReadOnlyList<string> Files, string? Newest, IReadOnlyList<string> Countries, string Classes, long Rows, long Refused)
{
    /// <summary>What whoever shows the data must say.</summary>
    public const string Licence = "Contains data from GeoNames (geonames.org), CC BY 4.0.";

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Strings(json, "files", Files);
            json.WriteString("newest", Newest);
            Strings(json, "countries", Countries);
            json.WriteString("classes", Classes);
            json.WriteNumber("rows", Rows);
            json.WriteNumber("refused", Refused);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <exception cref="JsonException">It is no such JSON.</exception>
    /// <exception cref="InvalidOperationException">A field has another type.</exception>
    /// <exception cref="KeyNotFoundException">A field is missing.</exception>
    /// <exception cref="FormatException">A number is too large.</exception>
    public static GazetteerSource FromJson(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        return new GazetteerSource(
            Strings(root, "files"),
            root.GetProperty("newest").GetString(),
            Strings(root, "countries"),
            root.GetProperty("classes").GetString() ?? "",
            root.GetProperty("rows").GetInt64(),
            root.GetProperty("refused").GetInt64());
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string[] Strings(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(e => e.GetString() ?? "")];
}
