namespace Ascribe.Claims;

/// <summary>What a speaker does with what is said.</summary>
public enum Stance : byte
{
    /// <summary>States it as so.</summary>
    Asserts,

    /// <summary>Adds own authority to what was already said, or concedes it.</summary>
    Confirms,

    /// <summary>Says that it did the act itself.</summary>
    ClaimsOwn,

    /// <summary>Puts the act on another.</summary>
    Accuses,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Says that it cannot or will not say.</summary>
    Withholds,

    /// <summary>Speaks of what is to come: warns, threatens, promises, demands.</summary>
    Expects,

    /// <summary>Nobody has said it: "no group has claimed responsibility".</summary>
    Absent,

    /// <summary>Disapproves.</summary>
    Condemns,
}
