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
    Perpetrator,
    Responsibility,
}
