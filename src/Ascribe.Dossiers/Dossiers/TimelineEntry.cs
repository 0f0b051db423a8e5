using Ascribe.Reports;
using Ascribe.Times;
using NodaTime;

namespace Ascribe.Dossiers.Dossiers;

/// <summary>Something at a time. Both days may be null: its time is not told.</summary>
public sealed record TimelineEntry
{
    public required TimelineLane Lane { get; init; }

    public required TimelineKind Kind { get; init; }

    public LocalDate? Earliest { get; init; }

    public LocalDate? Latest { get; init; }

    public required TimePrecision Precision { get; init; }

    /// <summary>In words: an event type, "killed 12 → 15", a title.</summary>
    public required string Label { get; init; }

    /// <summary>Id of the report that tells it first.</summary>
    public required string Report { get; init; }

    /// <summary>Who says so; null: the report in its own voice.</summary>
    public string? Speaker { get; init; }

    /// <summary>The words that say so; null where there are none of its own.</summary>
    public Quote? Quote { get; init; }
}
