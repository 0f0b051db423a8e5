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

    /// <summary>True for acts that a report calls an attack, whatever they are done with.</summary>
    public required bool IsAttack { get; init; }

    /// <summary>True where its words are said of acts of a more exact type, too: a raid in which hostages are taken, shots at a crowd.</summary>
    public required bool IsPlain { get; init; }

    /// <summary>True for acts that come from the air or from a distance: what is shot down on its way is a weapon of theirs.</summary>
    public required bool IsFromAfar { get; init; }

    /// <summary>True for what may go with an attack, and is told as a deed of its own beside it: looting, arson.</summary>
    public required bool IsApart { get; init; }

    /// <summary>True for what may be one phase of an attack: a bomb at the gate, the storming of the hotel, its guests held hostage.</summary>
    public required bool IsPhase { get; init; }

    /// <summary>Types whose words a report may use for it where it names the means beside them: what drones do is called a bombing.</summary>
    public required IReadOnlyList<string> ToldAs { get; init; }

    /// <summary>Types of which it may have acts: an ambush may begin with a mine and go on with rifles, a raid end with a suicide bomb.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>Codes of other schemes by scheme: "plover", "cameo", "acled", "gtd", "muc4"; an empty list where a scheme has none.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Codes { get; init; }
}
