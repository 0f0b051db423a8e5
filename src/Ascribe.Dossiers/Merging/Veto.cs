namespace Ascribe.Dossiers.Merging;

/// <summary>What speaks against two sketches' being of one incident, however alike their words are.</summary>
internal enum Veto
{
    None,

    /// <summary>Both tell the day, and the days lie apart.</summary>
    OtherDay,

    /// <summary>Both tell the country, and they are two.</summary>
    OtherCountry,

    /// <summary>Both tell the town, and the towns lie far apart.</summary>
    OtherPlace,
}
