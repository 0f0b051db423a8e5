namespace Ascribe.Actors;

/// <summary>
/// Somebody that a report speaks of, with all mentions that were found to be the same. The reading's own form of an actor; the record
/// keeps an <see cref="Actor"/>.
/// </summary>
public sealed record ActorChain
{
    /// <summary>The fullest name in the report, or the description without article ("gunmen", "security official").</summary>
    public required string Name { get; init; }

    public required ActorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2, or null.</summary>
    public string? Country { get; init; }

    /// <summary>Id in the actor table, or null.</summary>
    public string? ActorId { get; init; }

    /// <summary>What a person is, as the report says: "military spokesman".</summary>
    public string? Role { get; init; }

    /// <summary>What a person was on the day of the report by the lexicon of office holders, where the report does not say; else null.</summary>
    public KnownOffice? KnownOffice { get; init; }

    /// <summary>The organisation that a person speaks for or belongs to, as the report says, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>True when the report gives a name and not only a description.</summary>
    public bool IsNamed { get; init; }

    /// <summary>True when it stands for many ("witnesses", "gunmen").</summary>
    public bool IsPlural { get; init; }

    /// <summary>True for states, their bodies and officials.</summary>
    public bool IsAuthority { get; init; }

    /// <summary>True for soldiers, police and armed groups.</summary>
    public bool IsForce { get; init; }

    /// <summary>In text order, never empty.</summary>
    public required IReadOnlyList<ActorMention> Mentions { get; init; }
}
