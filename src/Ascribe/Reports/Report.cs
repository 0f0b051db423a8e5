namespace Ascribe.Reports;

/// <summary>A news report as it came in: text and what is known about it. Nothing here is read out of the text.</summary>
public sealed record Report
{
    /// <summary>Unique within a ledger or batch; never empty.</summary>
    public required string Id { get; init; }

    public string? Title { get; init; }

    /// <summary>The body. All spans of a record are offsets into it (or into the title, where they say so).</summary>
    public required string Text { get; init; }

    public string? Outlet { get; init; }

    public PublicationTime? Published { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    public string? Url { get; init; }

    /// <summary>Agencies and authors credited, as given by the source; the reader adds those that it finds in the text.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];
}
