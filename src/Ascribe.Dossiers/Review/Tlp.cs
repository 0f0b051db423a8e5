namespace Ascribe.Dossiers.Review;

/// <summary>How far a report may be passed on, from least to most strict: the Traffic Light Protocol 2.0 of FIRST (https://www.first.org/tlp/).</summary>
public enum Tlp
{
    /// <summary>Without limit: what a report is that nobody marked, for news is public.</summary>
    Clear,

    /// <summary>Within the community.</summary>
    Green,

    /// <summary>Within the organisation and its clients, where they need to know.</summary>
    Amber,

    /// <summary>Within the organisation only.</summary>
    AmberStrict,

    /// <summary>For those present only.</summary>
    Red,
}
