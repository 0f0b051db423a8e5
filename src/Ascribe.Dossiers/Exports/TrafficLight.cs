namespace Ascribe.Dossiers.Exports;

/// <summary>How far something may be passed on: the Traffic Light Protocol of FIRST, version 2.0.</summary>
public enum TrafficLight
{
    /// <summary>To anybody.</summary>
    Clear,

    /// <summary>Within the community.</summary>
    Green,

    /// <summary>Within the organisation and with its clients.</summary>
    Amber,

    /// <summary>Within the organisation alone.</summary>
    AmberStrict,

    /// <summary>To those who were given it, and to nobody else.</summary>
    Red,
}
