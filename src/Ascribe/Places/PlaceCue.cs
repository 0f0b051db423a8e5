namespace Ascribe.Places;

/// <summary>The relations of place-relations.tsv. The first are those of <see cref="PlaceRelation"/>, in its order.</summary>
internal enum PlaceCue : byte
{
    In,
    Near,
    Between,
    NorthOf,
    NortheastOf,
    EastOf,
    SoutheastOf,
    SouthOf,
    SouthwestOf,
    WestOf,
    NorthwestOf,
    OnRoad,

    /// <summary>A direction within the place: "northern Mali".</summary>
    Part,

    /// <summary>A unit of distance.</summary>
    Distance,
    From,
    To,
    Of,
    Against,
    With,
    By,
    For,

    /// <summary>A road, after the names that it joins: "the Mosul-Erbil highway".</summary>
    Road,

    /// <summary>What lies around a place, after its name: "Mosul's northern outskirts".</summary>
    Outskirts,
}
