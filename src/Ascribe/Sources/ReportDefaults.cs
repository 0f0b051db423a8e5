using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Sources;

/// <summary>What holds for reports whose source does not say it.</summary>
public sealed record ReportDefaults
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public PublicationTime? Published { get; init; }

    /// <summary>ISO 639-1 code; null: told from the text, and English where that is not clear.</summary>
    public string? Language { get; init; }

    /// <summary>A report published later than the day after this one gets a warning; null: none does.</summary>
    public LocalDate? Today { get; init; }
}
