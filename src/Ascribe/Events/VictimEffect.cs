namespace Ascribe.Events;

/// <summary>What was done to people.</summary>
public enum VictimEffect : byte
{
    Killed,
    Wounded,
    Kidnapped,
    Missing,
    Detained,
    Displaced,
    Released,

    /// <summary>"no casualties".</summary>
    None,
}
