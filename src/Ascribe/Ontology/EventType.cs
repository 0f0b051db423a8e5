namespace Ascribe.Ontology;

/// <summary>A kind of event.</summary>
public sealed record EventType
{
    /// <summary>snake_case, as records write it.</summary>
    public required string Name { get; init; }

    /// <summary>"violence", "unrest", "forces_territory", "law_state" or "speech_act".</summary>
    public required string Family { get; init; }

    public required string Definition { get; init; }

    /// <summary>True where each side does it to the other: a clash has no victim apart from its perpetrators.</summary>
    public required bool IsMutual { get; init; }

    /// <summary>True where somebody does it to others by force: violence, what becomes of forces and ground, arrests.</summary>
    public required bool HasPerpetrators { get; init; }

    /// <summary>What it is aimed at: whether those whom it befalls are its targets, too.</summary>
    public required EventAim Aims { get; init; }

    /// <summary>Codes of other schemes by scheme: "plover", "cameo", "acled", "gtd", "muc4"; an empty list where a scheme has none.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Codes { get; init; }
}
