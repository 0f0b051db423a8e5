namespace Ascribe.Dossiers.Dossiers;

/// <summary>What an entry of a timeline is.</summary>
public enum TimelineKind
{
    /// <summary>The incident itself.</summary>
    Incident,

    /// <summary>What concerns or answers it: an arrest, an inquiry, retaliation.</summary>
    Related,

    /// <summary>Somebody claims it.</summary>
    Claim,

    /// <summary>Somebody denies it or a part of it.</summary>
    Denial,

    /// <summary>A number of those it befell, told for the first time or moved.</summary>
    Toll,

    /// <summary>A report came out.</summary>
    Report,
}
