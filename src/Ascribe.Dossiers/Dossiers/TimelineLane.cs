namespace Ascribe.Dossiers.Dossiers;

/// <summary>Which time an entry of a timeline stands at.</summary>
public enum TimelineLane
{
    /// <summary>When it happened or was said, as far as a report tells.</summary>
    Event,

    /// <summary>When it was reported.</summary>
    Report,
}
