namespace Ascribe.Dossiers.Actors;

/// <summary>What part an actor has in an incident. Nobody is called a perpetrator: the first six say who tells that it was he.</summary>
public enum PartKind
{
    /// <summary>A report says so in its own voice.</summary>
    Reported,

    /// <summary>It says so of itself.</summary>
    Claimed,
    Acknowledged,
    Accused,
    Suspected,

    /// <summary>Said not to have done it.</summary>
    Denied,
    Victim,
    Target,

    /// <summary>It says something about it.</summary>
    Speaker,
}
