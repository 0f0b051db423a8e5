using System.Text.Json;
using Ascribe.Reports;

namespace Ascribe.Lab;

/// <summary>Reports from the JSON objects of the corpora.</summary>
internal static class ReportObjects
{
    /// <summary>Reads id, title, text, outlet, published (or date, or dct), language (or lang), url; other fields are not looked at.</summary>
    public static Report Read(JsonElement row)
    {
        string? Text(string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new Report
        {
            Id = Text("id") ?? "",
            Title = Text("title"),
            Text = Text("text") ?? "",
            Outlet = Text("outlet"),
            Published = PublicationTime.TryParse(Text("published") ?? Text("date") ?? Text("dct"), out var published) ? published : null,
            Language = Text("language") ?? Text("lang") ?? "en",
            Url = Text("url"),
        };
    }
}
