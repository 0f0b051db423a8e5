using Ascribe.Reports;
using NodaTime;

namespace Ascribe.Actors;

/// <summary>A tie between two actors, as somebody states it.</summary>
public sealed record Relation
{
    /// <summary>"r1", "r2" … in text order.</summary>
    public required string Id { get; init; }

    /// <summary>Actor id.</summary>
    public required string Subject { get; init; }

    public required RelationKind Kind { get; init; }

    /// <summary>Actor id.</summary>
    public required string Object { get; init; }

    public LocalDate? Since { get; init; }

    public LocalDate? Until { get; init; }

    /// <summary>The day for which it is stated; the day of publication unless the report tells another.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>Claims that state it; empty: the report says it in its own voice.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    public required IReadOnlyList<Quote> Spans { get; init; }
}
