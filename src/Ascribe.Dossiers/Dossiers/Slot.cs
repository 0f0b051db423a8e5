namespace Ascribe.Dossiers.Dossiers;

/// <summary>What a dossier asks of an incident.</summary>
public enum Slot
{
    Type,
    Day,
    Place,
    Killed,
    Wounded,
    Kidnapped,
    Missing,
    Weapon,
    Target,

    /// <summary>Whom somebody accuses of it, or who claims or denies it: nobody is called a perpetrator.</summary>
    AttributedTo,

    Responsibility,
}
