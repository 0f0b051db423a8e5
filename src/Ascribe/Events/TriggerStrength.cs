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

    /// <summary>It tells of an event only with a verb of taking or holding: "took eight people hostage".</summary>
    Taken,
}
