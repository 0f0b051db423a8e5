namespace Ascribe.Dossiers.Dossiers;

/// <summary>Whose word weighs more, from little to much.</summary>
public enum Authority
{
    /// <summary>Nobody is told: "is believed to".</summary>
    Nobody,

    /// <summary>A side of the conflict or somebody who was there: an armed group, a party, witnesses.</summary>
    Involved,

    /// <summary>The report in its own voice.</summary>
    Report,

    /// <summary>A person, organisation or paper that is neither side nor authority, and officials without a name.</summary>
    Source,

    /// <summary>A state body, an international organisation, or somebody with a name who speaks for an organisation.</summary>
    Official,

    /// <summary>Whoever reviews the dossier and points at the words, or gives a reason.</summary>
    Analyst,
}
