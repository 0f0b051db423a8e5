using Ascribe.Events;
using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Quantities;

/// <summary>A total that is not one incident's toll.</summary>
public sealed record Tally
{
    /// <summary>"t1", "t2" … in text order.</summary>
    public required string Id { get; init; }

    public required TallyKind Kind { get; init; }

    /// <summary>What is counted, in the report's words.</summary>
    public required string What { get; init; }

    /// <summary>Name of an event type where attacks are counted, or null.</summary>
    public string? EventType { get; init; }

    /// <summary>What was done to the people counted, or null.</summary>
    public VictimEffect? Effect { get; init; }

    public required CountRange Count { get; init; }

    public LocalDate? Since { get; init; }

    public LocalDate? AsOf { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public required IReadOnlyList<string> Claims { get; init; }

    public required IReadOnlyList<Quote> Spans { get; init; }
}
