namespace Ascribe.Places;

/// <summary>What a place name is used for.</summary>
public enum PlaceRole : byte
{
    /// <summary>Where something is or happens.</summary>
    Location,

    /// <summary>The place from which the report is filed ("BAGHDAD (AP) —").</summary>
    Dateline,

    /// <summary>A government or its people: "Washington said", "Iran denied".</summary>
    Government,

    /// <summary>A nationality or an origin: "Iraqi soldiers", "a Russian drone".</summary>
    Demonym,
}
