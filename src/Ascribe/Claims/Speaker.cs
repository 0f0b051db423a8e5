using Ascribe.Reports;

namespace Ascribe.Claims;

/// <summary>Who says something, as the report tells it.</summary>
public sealed record Speaker
{
    /// <summary>Id of an actor of the record, or null: nobody is told.</summary>
    public string? Actor { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Organization { get; init; }

    public required Voice Voice { get; init; }

    public IReadOnlyList<Quote> Spans { get; init; } = [];
}
