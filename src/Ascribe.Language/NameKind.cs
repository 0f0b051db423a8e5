namespace Ascribe.Language;

/// <summary>What a name is a name of, as far as the name recogniser tells.</summary>
public enum NameKind : byte
{
    Person,

    /// <summary>An organisation that no kind below describes: a ministry, a party, a company, an army or a police force as a whole.</summary>
    Organization,

    /// <summary>A country, a region, a town, a river; a country that stands for its government.</summary>
    Location,

    /// <summary>A name of another kind: an event, an operation, a law, a language, a ship.</summary>
    Other,

    /// <summary>An armed group that is no state's: a militia, a front, a gang.</summary>
    ArmedGroup,

    /// <summary>A unit of an army or a police force: a brigade, a battalion, a fleet.</summary>
    MilitaryUnit,

    /// <summary>A base, an airport, a camp, a crossing, a bridge, a hospital, a prison.</summary>
    Facility,

    /// <summary>A model of a weapon or a vehicle.</summary>
    Weapon,

    /// <summary>A nationality, an ethnic or a religious group, noun or adjective.</summary>
    Nationality,
}
