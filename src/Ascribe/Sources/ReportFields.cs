using Ascribe.Reports;

namespace Ascribe.Sources;

/// <summary>What a file says of its report, as written; null where it says nothing.</summary>
internal sealed record ReportFields
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string Text { get; init; } = "";

    public string? Outlet { get; init; }

    public string? Published { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>These fields with one more, named as in a header; null where no report has such a field.</summary>
    public ReportFields? With(string name, string value)
    {
        var set = value.Length == 0 ? null : value;
        return name.ToLowerInvariant() switch
        {
            "id" => this with { Id = set },
            "title" or "headline" => this with { Title = set },
            "outlet" or "source" or "publisher" => this with { Outlet = set },
            "published" or "date" => this with { Published = set },
            "url" or "link" => this with { Url = set },
            "language" or "lang" => this with { Language = set },
            "credit" or "credits" or "author" or "authors" or "byline" => this with { Credits = [.. value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] },
            _ => null,
        };
    }

    /// <summary>The report, completed by the defaults; or an error where it has no text.</summary>
    /// <param name="file">The path as given.</param>
    /// <param name="line">Line number of a file of many reports, or null.</param>
    /// <param name="id">What it is called when it does not say.</param>
    public ReadOutcome ToReport(string file, int? line, string id, long bytes, ReportDefaults defaults, List<string> warnings)
    {
        var text = Text.Trim('\r', '\n', ' ', '\t');
        if (string.IsNullOrWhiteSpace(text)) return ReadOutcome.Failed(file, line, bytes, "there is no text in it; the text of a report was expected.");
        PublicationTime? published = defaults.Published;
        if (Published is not null)
        {
            if (PublicationTime.TryParse(Published, out var time)) published = time;
            else warnings.Add(At($"'{Published}' is no date; an ISO day (2023-12-14) or time (2023-12-14T12:31+03:00) was expected, so the report goes without."));
        }

        if (published is null && Published is null)
            warnings.Add(At("no publication date; days such as \"Friday\" cannot be resolved (give one with its day)."));
        if (defaults.Today is { } today && published is { } when && when.Day > today.PlusDays(1))
            warnings.Add(At($"the publication date {when} lies in the future; it is kept."));
        var title = OneLine(Title ?? defaults.Title);
        var report = new Report
        {
            Id = string.IsNullOrWhiteSpace(Id) ? id : Id.Trim(),
            Title = title,
            Text = text,
            Outlet = OneLine(Outlet ?? defaults.Outlet),
            Published = published,
            Url = OneLine(Url),
            Language = Language?.Trim() is [var first, var second, ..] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second) ? $"{first}{second}".ToLowerInvariant() : defaults.Language ?? ReportLanguage.Of(title, text),
            Credits = Credits,
        };
        return ReadOutcome.Of(report, file, line, bytes, warnings);

        string At(string message) => new SourceError(file, line, message).ToString();
    }

    private static string? OneLine(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        return string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
