using System.Text.Json;

namespace Ascribe.Lab.Muc4;

/// <summary>An alternative of a filler.</summary>
/// <param name="References">The names of the filler that it belongs to.</param>
/// <param name="Country">incident_location.</param>
/// <param name="Places">incident_location: from the widest to the narrowest.</param>
internal sealed record KeyValue(string Value, IReadOnlyList<string> References, string? Country, IReadOnlyList<string> Places)
{
    public static KeyValue Read(JsonElement json)
    {
        string? Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new KeyValue(
            Text("value") ?? "",
            json.TryGetProperty("ref", out var references) ? [.. references.EnumerateArray().Select(r => r.GetString()!)] : [],
            Text("country"),
            json.TryGetProperty("places", out var places) ? [.. places.EnumerateArray().Select(p => p.GetProperty("name").GetString()!)] : []);
    }
}
