namespace Ascribe.Events;

/// <summary>How much a trigger tells by itself.</summary>
internal enum TriggerStrength : byte
{
    /// <summary>It tells the kind.</summary>
    Kind,

    /// <summary>It says attack, not how.</summary>
    Generic,

    /// <summary>It tells only what was done to somebody; it joins an event told nearby.</summary>
    Effect,

    /// <summary>It tells of an event only when its subject is a weapon: "rockets landed".</summary>
    Weak,

    /// <summary>It tells of an event only with a verb of taking or holding: "took eight people hostage"; itself such a verb, only where armed people take somebody: "taken by gunmen".</summary>
    Taken,

    /// <summary>A weapon that is an act where somebody claims it or is blamed for it: "claimed responsibility for a car bomb".</summary>
    Claimed,

    /// <summary>It tells of an event only where what comes down is a weapon: "rockets landed", but not "a plane landed".</summary>
    Falling,

    /// <summary>It holds the word of an event and tells of none: "life-threatening", "on suspicion of murder".</summary>
    None,

    /// <summary>It tells of harm that nobody does, as an earthquake, a crash or an illness, or borrows a word of violence ("on strike"): no event, and who dies of it was not attacked.</summary>
    Mishap,
}
