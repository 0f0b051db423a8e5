using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Ascribe.Sources;

/// <summary>
/// A web page: title, outlet, publication time and author from its head (Open Graph, JSON-LD, meta), its text from the element that holds
/// the most running text (<see cref="HtmlBody"/>).
/// </summary>
internal static class HtmlText
{
    private static readonly HtmlParser s_parser = new();

    public static ReportFields Read(string html)
    {
        using var page = s_parser.ParseDocument(html);
        var linked = LinkedData(page);
        var outlet = Meta(page, "og:site_name") ?? linked.Outlet ?? Meta(page, "application-name");
        var heading = page.QuerySelectorAll("h1") is { Length: 1 } only ? only[0].TextContent : null;
        var author = Meta(page, "author") ?? linked.Author ?? Meta(page, "article:author");
        return new ReportFields
        {
            Title = Filled(Meta(page, "og:title")) ?? Filled(linked.Title) ?? Filled(heading) ?? Filled(WithoutOutlet(page.Title, outlet)),
            Outlet = outlet,
            Published = Iso(Meta(page, "article:published_time") ?? linked.Published ?? Meta(page, "datePublished") ?? Meta(page, "date")
                ?? Meta(page, "dc.date") ?? page.QuerySelector("article time[datetime], main time[datetime], time[datetime]")?.GetAttribute("datetime")),
            Url = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { Length: > 0 } url ? url : Meta(page, "og:url"),
            Language = page.DocumentElement?.GetAttribute("lang"),
            Credits = author is null || author.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? [] : [author.Trim()],
            Text = page.Body is { } body ? HtmlBody.Read(body) : "",
        };
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Meta(IHtmlDocument page, string name)
    {
        foreach (var meta in page.QuerySelectorAll("meta"))
        {
            var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && Filled(meta.GetAttribute("content")) is { } content) return content.Trim();
        }

        return null;
    }

    /// <summary>"Headline - Outlet" and "Headline | Outlet" without the outlet.</summary>
    private static string? WithoutOutlet(string? title, string? outlet)
    {
        if (title is null) return null;
        var cut = Math.Max(title.LastIndexOf(" | ", StringComparison.Ordinal), Math.Max(title.LastIndexOf(" - ", StringComparison.Ordinal), title.LastIndexOf(" – ", StringComparison.Ordinal)));
        if (cut <= 0) return title;
        return title[cut] == ' ' && (title[cut + 1] == '|' || (outlet is not null && title.AsSpan(cut + 3).Trim().Equals(outlet, StringComparison.OrdinalIgnoreCase))) ? title[..cut] : title;
    }

    /// <summary>The offset of a time with its colon, as ISO 8601 has it; a date with something unknown after it as a plain day.</summary>
    private static string? Iso(string? time)
    {
        time = time?.Trim();
        if (time is not { Length: > 10 }) return Filled(time);
        if (time.Length > 19 && time[^5] is '+' or '-' && !time.AsSpan(time.Length - 4).ContainsAnyExceptInRange('0', '9')) time = time[..^2] + ":" + time[^2..];
        return Reports.PublicationTime.TryParse(time, out _) || !Reports.PublicationTime.TryParse(time[..10], out _) ? time : time[..10];
    }

    /// <summary>The first news article of the page's JSON-LD.</summary>
    private static (string? Title, string? Published, string? Author, string? Outlet) LinkedData(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                if (Article(json.RootElement, 0) is not { } article) continue;
                return (String(article, "headline"), String(article, "datePublished"), String(article, "author"), String(article, "publisher"));
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException)
            {
                // A page's scripts are often broken; its text is what counts.
            }
        }

        return default;
    }

    private static JsonElement? Article(JsonElement element, int depth)
    {
        if (depth > 4) return null;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (Article(item, depth + 1) is { } found) return found;
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("datePublished", out _) && element.TryGetProperty("headline", out _)) return element;
            if (element.TryGetProperty("@graph", out var graph)) return Article(graph, depth + 1);
        }

        return null;
    }

    /// <summary>A string, or the name of the first thing.</summary>
    private static string? String(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var inner)) value = inner;
        return value.ValueKind == JsonValueKind.String ? Filled(value.GetString()) : null;
    }
}
