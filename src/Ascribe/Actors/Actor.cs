using Ascribe.Reports;

namespace Ascribe.Actors;

/// <summary>An actor of a record.</summary>
public sealed record Actor
{
    /// <summary>"a1", "a2" … in order of first mention.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required ActorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or null.</summary>
    public string? Country { get; init; }

    /// <summary>Id in the actor table, or null.</summary>
    public string? ActorId { get; init; }

    /// <summary>What a person is, as the report says.</summary>
    public string? Role { get; init; }

    /// <summary>What a person was on the day of the report by a lexicon, where the report does not say it; no claim of anybody. Else null.</summary>
    public KnownOffice? KnownOffice { get; init; }

    public required IReadOnlyList<Quote> Mentions { get; init; }
}
