using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Ascribe.Lab.Counting;

/// <summary>A question of the counting set: how many incidents, dead or injured, of a kind, at a place, in a time.</summary>
/// <param name="IsKilling">Of incidents in which somebody was killed; else in which somebody was injured.</param>
/// <param name="Person">What the participant's name must hold: its kind ("first", "last", "full_name") and value; or null.</param>
/// <param name="Counts">"incidents", "killed" or "injured".</param>
internal sealed record CountingQuestion(
    string Id, bool IsKilling, string? State, string? City, LocalDate First, LocalDate Last, (string Kind, string Value)? Person, string Counts)
{
    /// <summary>The questions of a file, and the ids of the reports that they are asked over.</summary>
    public static (IReadOnlyList<CountingQuestion> Questions, IReadOnlySet<string> Pool) Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var pool = json.RootElement.GetProperty("document_pool").EnumerateArray().Select(d => d.GetString()!).ToHashSet(StringComparer.Ordinal);
        return ([.. json.RootElement.GetProperty("questions").EnumerateObject().Select(q => Of(q.Name, q.Value))], pool);
    }

    private static CountingQuestion Of(string id, JsonElement row)
    {
        string? Place(string kind) => row.GetProperty("location") is { ValueKind: JsonValueKind.Object } location && location.TryGetProperty(kind, out var name) ? name.GetString() : null;
        var time = row.GetProperty("time").EnumerateObject().First();
        var parts = time.Value.GetString()!.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var (first, last) = time.Name switch
        {
            "year" => (new LocalDate(parts[0], 1, 1), new LocalDate(parts[0], 12, 31)),
            "month" => (new LocalDate(parts[0], parts[1], 1), new LocalDate(parts[0], parts[1], 1).PlusMonths(1).PlusDays(-1)),
            _ => (new LocalDate(parts[0], parts[1], parts[2]), new LocalDate(parts[0], parts[1], parts[2])),
        };
        (string, string)? person = row.GetProperty("participant") is { ValueKind: JsonValueKind.Object } named && named.EnumerateObject().First() is var name ? (name.Name, name.Value.GetString()!) : null;
        return new CountingQuestion(id, row.GetProperty("event_type").GetString() == "killing", Place("state"), Place("city"), first, last, person, row.GetProperty("answer_kind").GetString()!);
    }
}
