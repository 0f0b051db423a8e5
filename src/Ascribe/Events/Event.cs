using Ascribe.Reports;

namespace Ascribe.Events;

/// <summary>Something that a report tells to have happened, or to be planned, threatened or denied.</summary>
public sealed record Event
{
    /// <summary>"e1", "e2" … in order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>A type of ontology/event-types.yaml.</summary>
    public required string Type { get; init; }

    public required EventStatus Status { get; init; }

    /// <summary>True when the report is about it, false for background.</summary>
    public required bool Main { get; init; }

    /// <summary>The words that tell of it, never empty.</summary>
    public required IReadOnlyList<Quote> Triggers { get; init; }

    public required EventTime Time { get; init; }

    /// <summary>Most specific first.</summary>
    public required IReadOnlyList<EventPlace> Places { get; init; }

    public required IReadOnlyList<Weapon> Weapons { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    public required IReadOnlyList<Perpetrator> Perpetrators { get; init; }

    public required IReadOnlyList<Victims> Victims { get; init; }

    public required Responsibility Responsibility { get; init; }

    /// <summary>Id of the event that this one concerns: arrest, inquiry, condemnation, claim, denial. Null otherwise.</summary>
    public string? About { get; init; }

    /// <summary>Id of the event that this one is said to answer (retaliation). Null otherwise.</summary>
    public string? Answers { get; init; }
}
