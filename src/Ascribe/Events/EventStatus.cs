namespace Ascribe.Events;

/// <summary>Whether an event is told to have happened.</summary>
public enum EventStatus : byte
{
    Occurred,
    Ongoing,
    Attempted,

    /// <summary>Begun or planned, then stopped by others.</summary>
    Foiled,
    Planned,
    Threatened,
    Hypothetical,

    /// <summary>Said not to have happened.</summary>
    Denied,
}
