using System.Text.Json;

namespace Ascribe.Lab.Muc4;

/// <summary>A template of an answer key: all slots as the corpus has them.</summary>
internal sealed record KeyTemplate(IReadOnlyDictionary<string, IReadOnlyList<KeyFiller>> Slots)
{
    /// <summary>The first type that the key gives.</summary>
    public string Type => Slots["incident_type"][0].Values[0];

    public IReadOnlyList<KeyFiller> this[string slot] => Slots.GetValueOrDefault(slot) ?? [];

    /// <summary>The first filler of a slot, or null.</summary>
    public KeyFiller? First(string slot) => this[slot] is [var first, ..] ? first : null;

    public static IReadOnlyList<KeyTemplate> Read(JsonElement document) =>
        !document.TryGetProperty("templates", out var templates) ? [] : [.. templates.EnumerateArray()
            .Select(t => new KeyTemplate(t.GetProperty("slots").EnumerateObject().ToDictionary(s => s.Name, s => Fillers(s.Value), StringComparer.Ordinal)))
            .Where(t => t["incident_type"].Count > 0)];

    private static IReadOnlyList<KeyFiller> Fillers(JsonElement slot) =>
        slot.ValueKind != JsonValueKind.Array ? [] : [.. slot.EnumerateArray().Select(f => new KeyFiller([.. f.GetProperty("alts").EnumerateArray().Select(KeyValue.Read)]))];
}
