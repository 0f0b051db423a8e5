namespace Ascribe.Events;

/// <summary>On what ground somebody is linked to an act.</summary>
public enum PerpetratorBasis : byte
{
    /// <summary>The report says it in its own voice.</summary>
    Reported,
    Claimed,
    Acknowledged,
    Accused,
    Suspected,

    /// <summary>Said not to have done it: the opposite of an attribution, kept beside it.</summary>
    Denied,
}
