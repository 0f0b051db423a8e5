using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Sources;

/// <summary>What holds for reports whose source does not say it.</summary>
public sealed record ReportDefaults
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public PublicationTime? Published { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A report published later than the day after this one gets a warning; null: none does.</summary>
    public LocalDate? Today { get; init; }
}
