using System.Text.Json;

namespace Ascribe.Lab.Training;

/// <summary>The incidents of a labelled report, each with the words that tell of it; format: data/reports/README.md.</summary>
/// <param name="Incidents">For each incident the quotes that hold words for the act: its trigger first, then those of victims and perpetrators.</param>
internal sealed record GoldIncidents(string Id, IReadOnlyList<GoldIncident> Incidents)
{
    public static IEnumerable<GoldIncidents> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var article in file.RootElement.GetProperty("articles").EnumerateArray())
            yield return new GoldIncidents(article.GetProperty("id").GetString()!, [.. article.GetProperty("incidents").EnumerateArray().Select(Incident)]);
    }

    private static GoldIncident Incident(JsonElement incident)
    {
        var quotes = new List<string>();
        if (incident.GetProperty("trigger").GetString() is { Length: > 0 } trigger) quotes.Add(trigger);
        foreach (var part in (IEnumerable<string>)["victims", "perpetrators"])
        {
            foreach (var value in incident.GetProperty(part).EnumerateArray())
            {
                if (value.TryGetProperty("quote", out var quote) && quote.GetString() is { Length: > 0 } text) quotes.Add(text);
            }
        }

        var date = incident.TryGetProperty("date", out var told) && told.ValueKind == JsonValueKind.Object ? told : default;
        string? Of(string name) => date.ValueKind == JsonValueKind.Object && date.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new GoldIncident(quotes, Of("value"), Of("quote"));
    }
}
