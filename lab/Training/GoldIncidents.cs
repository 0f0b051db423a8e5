using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

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

/// <param name="Quotes">Exact substrings of the report, the trigger first.</param>
/// <param name="Date">ISO date, month, year or interval with a slash, or null.</param>
/// <param name="DateQuote">The words that tell the date, or null.</param>
internal sealed record GoldIncident(IReadOnlyList<string> Quotes, string? Date, string? DateQuote)
{
    /// <summary>The days that <see cref="Date"/> covers, or null.</summary>
    public (LocalDate First, LocalDate Last)? Days { get; } = Date is null ? null : Read(Date);

    private static (LocalDate, LocalDate)? Read(string date)
    {
        var slash = date.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) return Read(date[..slash]) is { } from && Read(date[(slash + 1)..]) is { } to ? (from.Item1, to.Item2) : null;
        if (LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var day }) return (day, day);
        if (YearMonthPattern.Iso.Parse(date) is { Success: true, Value: var month }) return (month.OnDayOfMonth(1), month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth));
        return int.TryParse(date, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999 ? (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)) : null;
    }
}
